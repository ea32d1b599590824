import { issns, type CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { fold } from './compare.ts';
import type { Explanation, Found } from './explanations.ts';
import type { CitationFile } from './program.ts';
import type { ProvedDetail } from './proved-details.ts';
import type { ProvedField } from './proved-fields.ts';

const nothing = ({ found }: Found): boolean => found.trim() === '';
const lower = (text: string): string => fold('title', text).toLowerCase();
/** True if all names are there, but for those of other roles. */
const withOthers = ({ expected, found }: Found): boolean => {
  const read = found.split('\n').map((name) => fold('authors', name));
  return expected.split('\n').every((name) => read.includes(fold('authors', name)));
};
const namesOf = ({ publication }: CitedPublication): readonly string[] =>
  [...publication.editors, ...publication.translators, ...publication.seriesEditors].map(({ name }) => name.printed);

/** Fields of which a program reads nothing in a format. */
const unread = (
  program: string,
  files: readonly CitationFile[],
  fields: readonly ProvedField[],
  why: string,
): Explanation => ({ why, programs: [program], files, fields, applies: nothing });

const event = ['eventName', 'eventPlace', 'eventDate'] as const satisfies readonly ProvedDetail[];

/** Why programs do not show details that the format holds in its usual field, or that have none in it. */
export const detailExplanations: readonly Explanation[] = [
  {
    why: 'of two ISSNs one is kept; the other is in a field of its own (eissn), or in a second line or element',
    programs: ['zotero', 'pandoc', 'bibutils', 'biber'],
    files: ['bib', 'biblatex.bib', 'ris', 'enw', 'mods.xml', 'html'],
    fields: ['issn'],
    applies: ({ found }, cited) => found.trim() !== '' && issns(cited).includes(found.trim()),
  },
  {
    why: 'a script, < or > of a translated title, which is in a note, stays in TeX or becomes HTML',
    programs: ['zotero', 'better bibtex', 'bibutils'],
    files: ['bib', 'biblatex.bib'],
    fields: ['translatedTitles'],
    applies: (found, { publication }) =>
      nothing(found) &&
      Object.values(publication.titles).some((title) =>
        title.some((node) => typeof node === 'object' || /[<>]|[⁰-⁹²³¹₀-₉]/u.test(node)),
      ),
  },
  {
    why: 'titles of series, congresses and originals are set in sentence case',
    programs: ['pandoc', 'better bibtex'],
    files: ['bib', 'biblatex.bib'],
    fields: ['series', 'eventName', 'originalTitle'],
    applies: ({ expected, found }) => lower(expected) === lower(found),
  },
  {
    why: 'the kind of a thesis is a key of biblatex (mathesis), which biblatex prints in words',
    programs: ['zotero', 'pandoc', 'better bibtex', 'biber'],
    files: ['bib', 'biblatex.bib'],
    fields: ['thesisKind'],
    applies: ({ found }) => /^(?:phd|ma|ba)thesis$/.test(found),
  },
  {
    why: 'the kind of a thesis is the type of the entry (@phdthesis, @mastersthesis)',
    programs: ['zotero', 'better bibtex', 'pandoc', 'bibutils'],
    files: ['bib'],
    fields: ['thesisKind'],
    applies: ({ found }) =>
      ['', 'thesis', 'thesis; Masters thesis', 'thesis; Ph.D. thesis', 'Ph.D. Thesis'].includes(found),
  },
  {
    why: 'fields of biblatex in BibTeX (venue, eventdate, origtitle) and the chapter of an incollection have no place',
    programs: ['zotero'],
    files: ['bib', 'biblatex.bib'],
    fields: ['eventPlace', 'eventDate', 'originalTitle', 'chapter'],
    applies: ({ found }, { publication }) => found === '' || found === publication.place,
  },
  unread('zotero', ['biblatex.bib'], ['language'], 'langid, the language of biblatex, is not read'),
  unread(
    'zotero',
    ['bib', 'biblatex.bib'],
    ['seriesNumber'],
    'number of @inproceedings is not the number in the series',
  ),
  unread('pandoc', ['bib'], ['language'], 'language of BibTeX is a list of biblatex, and only langid is read'),
  unread('pandoc', ['bib', 'biblatex.bib'], ['place'], 'the location of a patent is not read'),
  unread(
    'bibutils',
    ['bib'],
    [...event, 'pagesTotal', 'version', 'originalTitle', 'accessed', 'edition'],
    'fields of biblatex are not read, nor the edition of @techreport',
  ),
  unread(
    'pandoc',
    ['csl.json'],
    ['translatedTitles', 'trials', 'funding'],
    '`custom`, where CSL has what it has no variable for, is left out',
  ),
  unread(
    'pandoc',
    ['csl.json'],
    ['advisors', 'containerDoi'],
    'a line "label: value" of the note is taken for a variable',
  ),
  unread('pandoc', ['csl.json'], ['online'], 'available-date is left out'),
  unread('zotero', ['ris'], ['translatedTitles'], 'TT is a tag that is not supported'),
  unread(
    'zotero',
    ['ris', 'enw'],
    ['online'],
    'the date of the electronic article (ET, %7) is an edition, which articles do not have',
  ),
  unread('zotero', ['ris'], ['language'], 'LA of a program is its programming language'),
  unread('zotero', ['ris'], ['isbn'], 'N1 is a note, and a report has no ISBN'),
  unread('zotero', ['ris'], ['series', 'chapter'], 'T3 of a report and SE of a chapter are not read'),
  unread(
    'zotero',
    ['nbib'],
    [
      ...([
        'translators',
        'seriesEditors',
        'advisors',
        'series',
        'seriesNumber',
        'edition',
        'place',
        'chapter',
      ] as const),
      ...(['number', 'version', 'pagesTotal', 'thesisKind', 'originalTitle', 'containerDoi', 'accessed'] as const),
      ...(['online', 'translatedTitles', 'trials', 'funding', ...event] as const),
    ],
    'only the tags of articles are read: not TT, DEP, SI, GR, CTI and EN, nor the note GN',
  ),
  {
    why: 'PubMed format has no place of a congress, and PL is that of the publisher',
    programs: ['zotero'],
    files: ['nbib'],
    fields: ['eventPlace'],
    applies: ({ found }, { publication }) => found === publication.place,
  },
  unread('zotero', ['enw'], ['issn'], '%@ of an article is read as an ISBN'),
  unread(
    'zotero',
    ['enw'],
    [
      'translatedTitles',
      'advisors',
      'accessed',
      'number',
      'eventName',
      'version',
      'series',
      'seriesEditors',
      'chapter',
      'edition',
    ],
    '%Q, %Y, %[, %7, %& and %S are not read, and %@ of a report and patent is an ISBN',
  ),
  {
    why: '%@ of a report is its number in EndNote, and is read as an ISBN',
    programs: ['zotero'],
    files: ['enw'],
    fields: ['isbn'],
    applies: ({ found }, { publication }) => found === publication.number,
  },
  {
    why: '%? and %Y, the translators and editors of a series, are taken for other roles',
    programs: ['zotero', 'bibutils'],
    files: ['enw'],
    fields: ['editors', 'translators', 'seriesEditors'],
    applies: ({ found }, cited) => onlyNamesOf(found, cited),
  },
  {
    why: '%B of a conference is its name in EndNote, and is read as the title of the proceedings',
    programs: ['zotero', 'bibutils'],
    files: ['enw'],
    fields: ['container'],
    applies: ({ found }, { publication }) => found !== '' && found === publication.event?.name,
  },
  {
    why: 'names of a series and of advisors are taken for editors and authors',
    programs: ['zotero', 'bibutils'],
    files: ['mods.xml'],
    fields: ['authors', 'editors'],
    applies: (found, { publication }) =>
      (publication.seriesEditors.length > 0 || (publication.thesis?.advisors.length ?? 0) > 0) && withOthers(found),
  },
  unread(
    'zotero',
    ['mods.xml'],
    [
      ...(['translatedTitles', 'advisors', 'seriesEditors', 'pagesTotal', 'thesisKind', 'online'] as const),
      ...(['originalTitle', 'chapter', 'containerDoi'] as const),
    ],
    'titles of the type translated, extents in pages, second genres, dateOther, and originals are not read',
  ),
  unread(
    'bibutils',
    ['mods.xml'],
    [
      ...(['translatedTitles', 'advisors', 'seriesEditors', 'pagesTotal', 'thesisKind', 'online', 'accessed'] as const),
      ...(['originalTitle', 'chapter', 'containerDoi', 'series', 'seriesNumber', 'container', 'version'] as const),
    ],
    'BibTeX that is made of MODS has no such field, or the type is not known',
  ),
  {
    why: 'the DOI of the book comes before that of the chapter',
    programs: ['bibutils'],
    files: ['mods.xml'],
    fields: ['doi'],
    applies: ({ found }, { publication }) => found !== '' && found === publication.containerDoi,
  },
  {
    why: 'Y2, the day of reading, is taken for the month of publication',
    programs: ['bibutils'],
    files: ['ris'],
    fields: ['date'],
    applies: ({ expected, found }, { publication }) =>
      publication.accessed !== undefined && found.startsWith(`${expected.slice(0, 4)}-${publication.accessed.year}/`),
  },
  {
    why: 'A2, A3 and A4 have the roles of the old specification, and not those of EndNote and Zotero',
    programs: ['bibutils'],
    files: ['ris'],
    fields: ['editors', 'translators', 'seriesEditors', 'advisors'],
    applies: ({ found }, cited) => found === '' || onlyNamesOf(found, cited),
  },
  {
    why: 'the kind of a thesis is one of two words',
    programs: ['bibutils'],
    files: ['ris', 'enw'],
    fields: ['thesisKind'],
    applies: ({ expected, found }) => found.split('; ').every((word) => word === 'thesis' || word === expected),
  },
  unread(
    'bibutils',
    ['ris'],
    [
      ...(['translatedTitles', 'pagesTotal', 'accessed', 'number', 'place', 'version', 'online', 'series'] as const),
      ...(['isbn', 'chapter', 'edition', ...event] as const),
    ],
    'TT, Y2, C1, ET, SE and T3, and SP and SN of a document are not read',
  ),
  unread(
    'bibutils',
    ['enw'],
    [
      ...(['translatedTitles', 'advisors', 'accessed', 'place', 'container', 'isbn', 'version', 'online'] as const),
      ...(['series', 'edition', 'number', 'editors', 'translators', 'chapter', ...event] as const),
    ],
    '%Q, %[, %7, %? and %& are not read, nor what a report, a patent, a congress or a web page have in %@, %C, %S and %B',
  ),
  unread(
    'zotero',
    ['html'],
    [
      ...([
        'translators',
        'seriesEditors',
        'advisors',
        'place',
        'pagesTotal',
        'thesisKind',
        'number',
        'seriesNumber',
      ] as const),
      ...(['series', 'edition', 'chapter', 'version', 'originalTitle', 'containerDoi', 'online', 'container'] as const),
      ...(['translatedTitles', 'trials', 'funding', ...event] as const),
    ],
    'tags of a page have no name for it that is read; the files that the page offers hold it',
  ),
  {
    why: 'the day on which Zotero saves a page is the day of reading',
    programs: ['zotero'],
    files: ['html'],
    fields: ['accessed'],
    applies: ({ found }) => found === 'CURRENT_TIMESTAMP',
  },
];

/** True if all names are those of editors, translators or editors of the series. */
function onlyNamesOf(found: string, cited: CitedPublication): boolean {
  const letters = (name: string): string => [...name.toLowerCase().replace(/[^\p{L}]/gu, '')].sort().join('');
  const known = namesOf(cited).map(letters);
  return found !== '' && found.split('\n').every((name) => known.includes(letters(name)));
}
