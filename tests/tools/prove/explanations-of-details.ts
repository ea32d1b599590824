import { issns, type CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { fold } from './compare.ts';
import type { Explanation, Found } from './explanations.ts';
import { isHeld } from './unread-fields.ts';

const nothing = ({ found }: Found): boolean => found.trim() === '';
/** The words for a kind of thesis without signs: `Ph.D. thesis` as `phdthesis`. */
const kindOf = (words: string): string => words.toLowerCase().replace(/[^a-z]/g, '');
const lower = (text: string): string => fold('title', text).toLowerCase();
/** True if all names are there, but for those of other roles. */
const withOthers = ({ expected, found }: Found): boolean => {
  const read = found.split('\n').map((name) => fold('authors', name));
  return expected.split('\n').every((name) => read.includes(fold('authors', name)));
};
const namesOf = ({ publication }: CitedPublication): readonly string[] =>
  [...publication.editors, ...publication.translators, ...publication.seriesEditors].map(({ name }) => name.printed);

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
    applies: (found, cited) =>
      nothing(found) &&
      isHeld(cited, found.file, /^ {2}annote +=(.*)$/gm, found.expected) &&
      Object.values(cited.publication.titles).some((title) =>
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
    programs: ['bibutils'],
    files: ['bib'],
    fields: ['thesisKind'],
    applies: ({ expected, found }) => found.split('; ').some((words) => kindOf(words) === kindOf(expected)),
  },
  {
    why: 'the place of a congress is not read, and Zotero has that of the publisher',
    programs: ['zotero'],
    files: ['biblatex.bib', 'nbib'],
    fields: ['eventPlace'],
    applies: ({ found }, { publication }) => found !== '' && found === publication.place,
  },
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
    applies: ({ found }, cited) => onlyNamesOf(found, cited),
  },
  {
    why: 'the kind of a thesis is one of two words',
    programs: ['bibutils'],
    files: ['ris', 'enw'],
    fields: ['thesisKind'],
    applies: ({ expected, found }) => found.split('; ').every((word) => word === 'thesis' || word === expected),
  },
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
