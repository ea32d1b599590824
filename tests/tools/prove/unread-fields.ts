import type { PublicationType } from '../../../src/domain/publication/publication-type.ts';
import type { OfferedFormatId } from '../../../src/domain/publication/offered-format.ts';
import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { citationFormats } from '../../../src/formats/written-formats.ts';
import { dublinCoreTags } from '../../../src/metadata/dublin-core.ts';
import { headHtml } from '../../../src/metadata/head-tag.ts';
import { highwireTags } from '../../../src/metadata/highwire.ts';
import { fold, type Difference } from './compare.ts';
import { plainLatex } from './plain-latex.ts';
import type { CitationFile } from './program.ts';
import { foldLanguage } from './proved-details.ts';
import type { ProvedField } from './proved-fields.ts';

/** Fields of which a program shows nothing, though the file holds them where its format has them. */
export interface UnreadFields {
  readonly why: string;
  readonly program: string;
  readonly file: CitationFile;
  /** The types of which the fields were seen to be empty; absent where the program reads them of no type. */
  readonly types?: readonly PublicationType[];
  /** By field, the parts of the record that hold its value, or `nowhere` if the format has no place for it. */
  readonly places: Readonly<Partial<Record<ProvedField, RegExp | 'nowhere'>>>;
}

export const risTag = (...tags: readonly string[]): RegExp => new RegExp(`^(?:${tags.join('|')}) {2}- (.*)$`, 'gm');
const nbibTag = (...tags: readonly string[]): RegExp =>
  new RegExp(`^(?:${tags.join('|')}) *- (.*(?:\\n {6}.*)*)$`, 'gm');
export const enwTag = (sign: string): RegExp => new RegExp(`^%[${sign}] (.*)$`, 'gm');
export const bibField = (name: string): RegExp => new RegExp(`^ {2}${name} +=(.*)$`, 'gm');
export const modsElement = (start: string): RegExp =>
  new RegExp(`<${start}[^>]*>([\\s\\S]*?)</${/^\w+/.exec(start)![0]}>`, 'g');
export const cslProperty = (name: string): RegExp => new RegExp(`"${name}": (".*"|\\{[\\s\\S]*?\\})`, 'g');
/** A name whose role follows it. */
const modsName = (role: string): RegExp => new RegExp(`<name ((?:(?!</name>)[\\s\\S])*>${role}<)`, 'g');

export const unreadFields: readonly UnreadFields[] = [
  {
    why: 'number of @inproceedings is not the number in the series',
    program: 'zotero',
    file: 'bib',
    types: ['conference-paper'],
    places: { seriesNumber: bibField('number') },
  },
  {
    why: 'chapter is a section, which a part of a book does not have',
    program: 'zotero',
    file: 'bib',
    places: { chapter: bibField('chapter') },
  },
  {
    why: 'langid, the language of biblatex, is not read, nor venue, eventdate, chapter and eid',
    program: 'zotero',
    file: 'biblatex.bib',
    places: {
      language: bibField('langid'),
      eventPlace: bibField('venue'),
      eventDate: bibField('eventdate'),
      chapter: bibField('chapter'),
      pages: bibField('eid'),
    },
  },
  {
    why: 'number of @inproceedings is not the number in the series',
    program: 'zotero',
    file: 'biblatex.bib',
    types: ['conference-paper'],
    places: { seriesNumber: bibField('number') },
  },
  {
    why: 'the organization of @online and howpublished of @misc are not read',
    program: 'zotero',
    file: 'biblatex.bib',
    types: ['media', 'protocol'],
    places: { container: bibField('(?:organization|howpublished)') },
  },
  {
    why: 'TT is a tag that is not supported, AN is a place in an archive, C2 is no field of articles, and N1 is a note',
    program: 'zotero',
    file: 'ris',
    places: { translatedTitles: risTag('TT'), pmid: risTag('AN'), pmcid: risTag('C2', 'N1') },
  },
  {
    why: 'the date of the electronic article (ET) is an edition, which articles do not have',
    program: 'zotero',
    file: 'ris',
    places: { online: risTag('ET') },
  },
  {
    why: 'LA of a program is its programming language',
    program: 'zotero',
    file: 'ris',
    types: ['software'],
    places: { language: risTag('LA') },
  },
  {
    why: 'a manuscript, which unpublished work becomes, has neither publisher nor container',
    program: 'zotero',
    file: 'ris',
    types: ['preprint'],
    places: { publisher: risTag('PB', 'T2') },
  },
  {
    why: 'N1 is a note, and the number of a report is in SN',
    program: 'zotero',
    file: 'ris',
    types: ['report'],
    places: { isbn: risTag('N1') },
  },
  {
    why: 'SE is a section, which a part of a book does not have',
    program: 'zotero',
    file: 'ris',
    types: ['chapter'],
    places: { chapter: risTag('SE') },
  },
  {
    why: 'only the tags of articles are read: not TT, DEP, SI, GR, CTI, PL and PB, nor the note GN',
    program: 'zotero',
    file: 'nbib',
    places: {
      translatedTitles: nbibTag('TT', 'TI'),
      online: nbibTag('DEP', 'GN'),
      trials: nbibTag('SI', 'GN'),
      funding: nbibTag('GR'),
      series: nbibTag('CTI'),
      publisher: nbibTag('PB', 'JT'),
      place: nbibTag('PL', 'GN'),
      translators: nbibTag('GN'),
      seriesEditors: nbibTag('GN'),
      advisors: nbibTag('GN'),
      seriesNumber: nbibTag('GN'),
      chapter: nbibTag('GN'),
      number: nbibTag('GN'),
      version: nbibTag('GN'),
      pagesTotal: nbibTag('GN'),
      thesisKind: nbibTag('GN'),
      originalTitle: nbibTag('GN'),
      containerDoi: nbibTag('GN'),
      accessed: nbibTag('GN'),
      eventName: nbibTag('GN'),
      eventPlace: nbibTag('GN'),
      eventDate: nbibTag('GN'),
    },
  },
  {
    why: 'PubMed format has no publisher of a journal',
    program: 'zotero',
    file: 'nbib',
    types: ['article', 'review', 'editorial', 'letter', 'protocol'],
    places: { publisher: 'nowhere' },
  },
  {
    why: 'PubMed format has no address but the DOI',
    program: 'zotero',
    file: 'nbib',
    places: { url: 'nowhere' },
  },
  {
    why: '%R, %Q, %Y, %[, %7, %M and %2 of EndNote are not read, and %@ of an article is an ISBN',
    program: 'zotero',
    file: 'enw',
    places: {
      doi: enwTag('R'),
      issn: enwTag('@'),
      translatedTitles: enwTag('Q'),
      advisors: enwTag('Y'),
      seriesEditors: enwTag('Y'),
      accessed: enwTag('['),
      online: enwTag('7'),
      chapter: enwTag('&'),
      pmid: enwTag('M'),
      pmcid: enwTag('2Z'),
    },
  },
  {
    why: '%@ of a report and a patent is an ISBN',
    program: 'zotero',
    file: 'enw',
    types: ['report', 'patent'],
    places: { number: enwTag('@') },
  },
  {
    why: '%B of a book is not its series, and that of a conference is its proceedings',
    program: 'zotero',
    file: 'enw',
    types: ['book', 'conference-paper'],
    places: { series: enwTag('B'), eventName: enwTag('B') },
  },
  {
    why: '%7 of data and programs is not read',
    program: 'zotero',
    file: 'enw',
    types: ['dataset', 'software'],
    places: { version: enwTag('7') },
  },
  {
    why: 'titles of the type translated, extents in pages, second genres, dateOther, originals, details and numbers of PubMed are not read',
    program: 'zotero',
    file: 'mods.xml',
    places: {
      translatedTitles: modsElement('titleInfo type="translated"'),
      advisors: modsName('thesis advisor'),
      seriesEditors: modsElement('relatedItem type="series"'),
      pagesTotal: modsElement('extent unit="pages"'),
      thesisKind: modsElement('genre'),
      online: modsElement('dateOther'),
      originalTitle: modsElement('relatedItem type="original"'),
      chapter: modsElement('detail type="chapter"'),
      containerDoi: modsElement('relatedItem type="host"'),
      pages: modsElement('detail type="article"'),
      pmid: modsElement('identifier type="pmid"'),
      pmcid: modsElement('identifier type="pmcid"'),
    },
  },
  {
    why: 'a preprint has no publisher, and its server is the host',
    program: 'zotero',
    file: 'mods.xml',
    types: ['preprint'],
    places: { publisher: modsElement('relatedItem type="host"') },
  },
  {
    why: 'keyword, event-date, available-date, original-title and chapter-number are not read',
    program: 'zotero',
    file: 'csl.json',
    places: {
      keywords: cslProperty('keyword'),
      eventDate: cslProperty('event-date'),
      online: cslProperty('available-date'),
      originalTitle: cslProperty('original-title'),
      chapter: cslProperty('chapter-number'),
    },
  },
  {
    why: 'the publisher of a patent, the container of a document and the language of a program have no field',
    program: 'zotero',
    file: 'csl.json',
    types: ['patent', 'protocol', 'software'],
    places: {
      publisher: cslProperty('publisher'),
      container: cslProperty('container-title'),
      language: cslProperty('language'),
    },
  },
  {
    why: 'a conference paper has no number of PubMed',
    program: 'zotero',
    file: 'csl.json',
    types: ['conference-paper'],
    places: { pmid: cslProperty('PMID'), pmcid: cslProperty('PMCID') },
  },
  {
    why: 'documents and preprints have no version, and reports neither edition nor number of pages',
    program: 'zotero',
    file: 'csl.json',
    types: ['protocol', 'preprint', 'report'],
    places: {
      version: cslProperty('version'),
      edition: cslProperty('edition'),
      pagesTotal: cslProperty('number-of-pages'),
    },
  },
  {
    why: 'keywords are tags only where another translator asks for them',
    program: 'zotero',
    file: 'html',
    places: { keywords: /<meta name="(?:citation_keywords|DC\.subject)" content="([^"]*)"/g },
  },
  {
    why: 'a document has no container, and no tag names that of a protocol',
    program: 'zotero',
    file: 'html',
    types: ['protocol'],
    places: { container: 'nowhere' },
  },
  {
    why: 'the kind of a thesis is the type of the entry',
    program: 'better bibtex',
    file: 'bib',
    places: { thesisKind: /^@(\w+)\{/gm },
  },
  {
    why: 'the location of a patent is not read',
    program: 'pandoc',
    file: 'biblatex.bib',
    types: ['patent'],
    places: { place: bibField('location') },
  },
  {
    why: 'eid is not read, and a number of PubMed in eprint becomes an address',
    program: 'pandoc',
    file: 'biblatex.bib',
    places: { pages: bibField('eid'), pmid: bibField('eprint') },
  },
  {
    why: 'the organization of @online and howpublished of @misc are not read',
    program: 'pandoc',
    file: 'biblatex.bib',
    types: ['media', 'protocol'],
    places: { container: bibField('(?:organization|howpublished)') },
  },
  {
    why: 'fields of biblatex are not read',
    program: 'bibutils',
    file: 'bib',
    places: {
      pagesTotal: bibField('pagetotal'),
      accessed: bibField('urldate'),
      eventName: bibField('eventtitle'),
      version: bibField('version'),
    },
  },
  {
    why: 'the edition of @techreport is not read',
    program: 'bibutils',
    file: 'bib',
    types: ['report'],
    places: { edition: bibField('edition') },
  },
  {
    why: 'TT, Y2, ET of an article, SE and A4 are not read',
    program: 'bibutils',
    file: 'ris',
    places: {
      translatedTitles: risTag('TT'),
      accessed: risTag('Y2'),
      online: risTag('ET'),
      chapter: risTag('SE'),
      translators: risTag('A4'),
    },
  },
  {
    why: 'A3 of a thesis, and SP of a book and a thesis without pages, are not read',
    program: 'bibutils',
    file: 'ris',
    types: ['book', 'thesis'],
    places: { advisors: risTag('A3'), pagesTotal: risTag('SP') },
  },
  {
    why: 'of a conference, C1, CY, T2 beside BT, A2 and DO are not read',
    program: 'bibutils',
    file: 'ris',
    types: ['conference-paper', 'poster'],
    places: {
      place: risTag('C1'),
      eventPlace: risTag('CY'),
      eventName: risTag('T2'),
      editors: risTag('A2'),
      doi: risTag('DO'),
    },
  },
  {
    why: 'SN of a report and a patent is no number, and N1 is a note',
    program: 'bibutils',
    file: 'ris',
    types: ['report', 'patent'],
    places: { number: risTag('SN'), isbn: risTag('N1') },
  },
  {
    why: 'the series of a book and of a report is a host or an abbreviation',
    program: 'bibutils',
    file: 'ris',
    types: ['book', 'report'],
    places: { series: risTag('T3', 'T2') },
  },
  {
    why: 'M1 is a note without a label, and SV is not read',
    program: 'bibutils',
    file: 'ris',
    types: ['book', 'chapter'],
    places: { seriesNumber: risTag('M1', 'SV') },
  },
  {
    why: 'ET of data and programs is not read',
    program: 'bibutils',
    file: 'ris',
    types: ['dataset', 'software'],
    places: { version: risTag('ET') },
  },
  {
    why: 'unpublished work has no publisher',
    program: 'bibutils',
    file: 'ris',
    types: ['preprint'],
    places: { publisher: risTag('PB', 'T2') },
  },
  {
    why: 'T2 of a protocol or a website is taken for an abbreviation',
    program: 'bibutils',
    file: 'ris',
    types: ['protocol', 'media'],
    places: { container: risTag('T2') },
  },
  {
    why: '%R, %Q, %Y of a thesis, %[, %7 of an article and %& are not read',
    program: 'bibutils',
    file: 'enw',
    places: {
      doi: enwTag('R'),
      translatedTitles: enwTag('Q'),
      advisors: enwTag('Y'),
      accessed: enwTag('['),
      online: enwTag('7'),
      chapter: enwTag('&'),
    },
  },
  {
    why: '%@, %S and %7 of a report are not read, and %Z is a note',
    program: 'bibutils',
    file: 'enw',
    types: ['report'],
    places: { number: enwTag('@'), series: enwTag('S'), edition: enwTag('7'), isbn: enwTag('Z') },
  },
  {
    why: '%C, %B beside %3, and %@ of a conference are not read',
    program: 'bibutils',
    file: 'enw',
    types: ['conference-paper', 'poster'],
    places: { eventPlace: enwTag('C'), eventName: enwTag('B'), isbn: enwTag('@') },
  },
  {
    why: '%I and %C of a patent are not read',
    program: 'bibutils',
    file: 'enw',
    types: ['patent'],
    places: { publisher: enwTag('I'), place: enwTag('C') },
  },
  {
    why: '%E of a book without a container and %? of a chapter are not read',
    program: 'bibutils',
    file: 'enw',
    types: ['book', 'chapter'],
    places: { editors: enwTag('E'), translators: enwTag('?') },
  },
  {
    why: '%7 of data and programs is not read',
    program: 'bibutils',
    file: 'enw',
    types: ['dataset', 'software'],
    places: { version: enwTag('7') },
  },
  {
    why: '%B of a web page or of a work of another kind is not read',
    program: 'bibutils',
    file: 'enw',
    types: ['protocol', 'media'],
    places: { container: enwTag('B') },
  },
  {
    why: 'BibTeX that is made of MODS has no such field',
    program: 'bibutils',
    file: 'mods.xml',
    places: {
      translatedTitles: modsElement('titleInfo type="translated"'),
      advisors: modsName('thesis advisor'),
      seriesEditors: modsElement('relatedItem type="series"'),
      seriesNumber: modsElement('partNumber'),
      pagesTotal: modsElement('extent unit="pages"'),
      thesisKind: modsElement('genre'),
      online: modsElement('dateOther'),
      accessed: /dateLastAccessed="([^"]*)"/g,
      originalTitle: modsElement('relatedItem type="original"'),
      chapter: modsElement('detail type="chapter"'),
      containerDoi: modsElement('relatedItem type="host"'),
      pages: modsElement('detail type="article"'),
    },
  },
  {
    why: 'the series of a paper or a chapter is not read beside its host',
    program: 'bibutils',
    file: 'mods.xml',
    types: ['conference-paper', 'chapter'],
    places: { series: modsElement('relatedItem type="series"') },
  },
  {
    why: 'the server of a preprint, and the host of a work of an unknown type, are not read',
    program: 'bibutils',
    file: 'mods.xml',
    types: ['preprint', 'protocol', 'media'],
    places: { publisher: modsElement('relatedItem type="host"'), container: modsElement('relatedItem type="host"') },
  },
];

/** True if a record of the file holds each line of a value in one of the places, in any writing of dates and names. */
export function isHeld(
  cited: CitedPublication,
  file: CitationFile,
  place: RegExp | 'nowhere',
  value: string,
  field?: Difference['field'],
): boolean {
  if (place === 'nowhere') return true;
  const written = [...textOf(cited, file).matchAll(place)].map(([, part = '']) => letters(part));
  if (field === 'language') return written.some((name) => foldLanguage(name) === foldLanguage(value));
  const parts = written.join('\n');
  return value
    .split(/\n|, award /)
    .every((line) => parts.includes(letters(line)) || parts.includes(letters(line.replace(/-0/g, '-'))));
}

function textOf(cited: CitedPublication, file: CitationFile): string {
  if (file === 'html') return headHtml([...highwireTags(cited), ...dublinCoreTags(cited)]);
  return citationFormats.find(({ id }) => id === formatOf[file])?.write.file([cited]) ?? '';
}

const formatOf: Readonly<Partial<Record<CitationFile, OfferedFormatId>>> = {
  bib: 'bibtex',
  'biblatex.bib': 'biblatex',
  ris: 'ris',
  nbib: 'nbib',
  'csl.json': 'csl-json',
  enw: 'enw',
  'mods.xml': 'mods',
};

/** Letters and digits alone, without tags, entities and commands. */
const letters = (text: string): string =>
  fold('title', plainLatex(text.replace(/<[^<>]*>/g, ' ').replace(/&(?:amp|lt|gt|quot|#39);/g, ' ')))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
