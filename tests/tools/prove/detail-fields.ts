/**
 * Fields of an entry that have the same names in every program that reads BibTeX and BibLaTeX. `text`: the first of these fields
 * that is not empty.
 */
export const detailFields = (text: (...names: readonly string[]) => string) => ({
  issn: ['issn', 'eissn'].map((name) => text(name)).join('\n'),
  series: text('series'),
  seriesNumber: text('seriesnumber', 'number'),
  edition: text('edition'),
  place: text('address', 'location'),
  eventName: text('eventtitle'),
  eventPlace: text('venue'),
  eventDate: text('eventdate'),
  chapter: text('chapter'),
  number: text('documentnumber', 'number'),
  version: text('version'),
  pagesTotal: text('pagetotal'),
  thesisKind: text('type'),
  originalTitle: text('origtitle'),
  containerDoi: text('containerdoi'),
  accessed: text('urldate'),
  online: text('early-access-date'),
  translatedTitles: text('translatedtitle').replaceAll(' / ', '\n'),
});
