/** A value for each detail of a publication that only some types have. */
export const publicationDetails = {
  series: 'Studies in Glass',
  seriesNumber: '41',
  edition: '2',
  place: 'Leipzig',
  event: { name: 'Congress', place: 'Tehran', start: { year: 2024, month: 5 } },
  chapter: '7',
  number: 'MSB-12',
  version: '1.4',
  pagesTotal: '312',
  originalTitle: 'Murmeln',
  containerDoi: '10.5555/book',
  accessed: { year: 2024, month: 12, day: 10 },
  online: { year: 2024, month: 11 },
};
