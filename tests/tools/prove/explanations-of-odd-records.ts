import { isGroup } from '../../../src/domain/people/person-name.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { toBiblatexEntry } from '../../../src/formats/biblatex/write-biblatex.ts';
import {
  containerTitle,
  isArticle,
  issns,
  type CitedPublication,
} from '../../../src/formats/record/cited-publication.ts';
import { fold } from './compare.ts';
import type { Explanation } from './explanations.ts';

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const same = (field: string, a: string, b: string): boolean => fold(field, a) === fold(field, b);

/** What programs make of values that are rare in records of libraries, and usual in files of other programs. */
export const oddRecordExplanations: readonly Explanation[] = [
  {
    why: 'the kind of a thesis without a type of its own is in the words of the program, from the type of the entry',
    programs: ['zotero', 'better bibtex', 'pandoc', 'bibutils'],
    files: ['bib', 'biblatex.bib'],
    fields: ['thesisKind'],
    applies: ({ program, expected, found }, { publication }) =>
      publication.type === 'thesis' &&
      expected === 'Doctoral dissertation' &&
      (program === 'better bibtex' ? found === '' : /^(?:thesis; )?ph\.?d\.? thesis$/i.test(found)),
  },
  {
    why: 'of the kind of a thesis, which is a second genre, nothing is read',
    programs: ['zotero', 'bibutils'],
    files: ['mods.xml'],
    fields: ['thesisKind'],
    applies: ({ expected, found }, { publication }) =>
      publication.type === 'thesis' && expected === 'Doctoral dissertation' && found === '',
  },
  {
    why: 'the last digit of an ISSN may not be X',
    programs: ['zotero'],
    files: ['mods.xml'],
    fields: ['issn'],
    applies: ({ found }, cited) =>
      found === '' && issns(cited).length > 0 && issns(cited).every((one) => /X$/.test(one)),
  },
  {
    why: 'headings of MeSH are subjects of MODS, as keywords are',
    programs: ['zotero', 'bibutils'],
    files: ['mods.xml'],
    fields: ['keywords'],
    applies: ({ expected, found }, { publication }) => {
      const read = lines(fold('keywords', found));
      return publication.mesh.length > 0 && lines(fold('keywords', expected)).every((word) => read.includes(word));
    },
  },
  {
    why: 'a particle behind the given name goes to the family name',
    programs: ['pandoc'],
    files: ['bib', 'biblatex.bib', 'csl.json'],
    fields: ['authors', 'editors'],
    applies: ({ expected, found }) =>
      lines(expected).length === lines(found).length &&
      lines(expected).every((name, index) => {
        const read = lines(found)[index]!;
        const [, rest, particle] = /^(.*, .*[\p{L}.]) (\p{Ll}[\p{Ll} .]*)$/u.exec(name) ?? [];
        return same('authors', name, read) || (particle !== undefined && same('authors', read, `${particle} ${rest}`));
      }),
  },
  {
    why: 'a space stands between initials that the record has together',
    programs: ['pandoc'],
    files: ['bib', 'biblatex.bib'],
    fields: ['authors', 'editors'],
    applies: ({ expected, found }) =>
      same('authors', expected.replace(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' '), found) && /\p{Lu}\.\p{Lu}/u.test(expected),
  },
  {
    why: 'of names that are alike one is kept',
    programs: ['bibutils'],
    files: ['bib', 'ris', 'enw', 'mods.xml'],
    fields: ['authors', 'editors'],
    applies: ({ expected, found }) => {
      const once = [...new Set(lines(fold('authors', expected)))];
      return once.length < lines(expected).length && once.join('\n') === lines(fold('authors', found)).join('\n');
    },
  },
  {
    why: 'the title of the whole (maintitle) is taken for the title of the book',
    programs: ['pandoc'],
    files: ['bib', 'biblatex.bib'],
    fields: ['title'],
    applies: ({ found }, cited) => cited.publication.type === 'book' && found === containerTitle(cited),
  },
  {
    why: 'the container of a book in PubMed format (JT) is its title',
    programs: ['zotero'],
    files: ['nbib'],
    fields: ['container'],
    applies: ({ found }, { publication }) =>
      publication.type === 'book' && found === richTextToPlain(publication.title),
  },
  {
    why: 'a group that edits is taken for a person',
    programs: ['zotero'],
    files: ['nbib'],
    fields: ['editors'],
    applies: ({ expected, found }, { publication }) => {
      const words = (text: string): string =>
        text
          .split(/[\s,]+/)
          .sort()
          .join(' ');
      return publication.editors.some(({ name }) => isGroup(name)) && words(expected) === words(found);
    },
  },
  {
    why: 'the title of a book is set in sentence case, though it is in braces as a whole',
    programs: ['better bibtex'],
    files: ['bib', 'biblatex.bib'],
    fields: ['container'],
    applies: ({ expected, found }, cited) =>
      !isArticle(cited) && fold('title', expected).toLowerCase() === fold('title', found).toLowerCase(),
  },
  {
    why: 'a colon behind a question mark is taken away, where the title is split into two',
    programs: ['bibutils'],
    files: ['bib', 'ris', 'enw'],
    fields: ['title'],
    applies: ({ expected, found }) => expected.includes('?:') && same('title', expected.replaceAll('?:', '?'), found),
  },
  {
    why: 'a title in capitals is set in sentence case',
    programs: ['better bibtex', 'pandoc'],
    files: ['bib', 'biblatex.bib'],
    fields: ['container'],
    applies: ({ expected, found }) =>
      expected === expected.toUpperCase() &&
      fold('title', expected).toLowerCase() === fold('title', found).toLowerCase(),
  },
  {
    why: 'biblatex has no field for it in an entry of this type, and it is in annote with its label',
    programs: ['zotero', 'better bibtex', 'pandoc', 'biber'],
    files: ['biblatex.bib'],
    fields: ['volume', 'issue', 'pages', 'place'],
    applies: ({ field, expected, found }, cited) => {
      const notes = /^ {2}annote +=\s*\{(.*)\},?$/m.exec(toBiblatexEntry(cited))?.[1]?.split(/ \\\\ /) ?? [];
      return found === '' && notes.some((note) => note.toLowerCase() === `${field}: ${expected}`.toLowerCase());
    },
  },
  {
    why: 'a DOI whose prefix has five digits is not read',
    programs: ['bibutils'],
    files: ['ris'],
    fields: ['doi'],
    applies: ({ expected, found }) => found === '' && /^10\.\d{5,}\//.test(expected),
  },
  {
    why: 'spaces before full stops of initials are taken away',
    programs: ['bibutils'],
    files: ['ris', 'enw', 'bib', 'mods.xml'],
    fields: ['authors', 'editors'],
    applies: ({ expected, found }) => / \./.test(expected) && same('authors', expected.replace(/ +(?=\.)/g, ''), found),
  },
  {
    why: 'PB is not read, and the title of the whole is taken for the publisher',
    programs: ['zotero'],
    files: ['nbib'],
    fields: ['publisher'],
    applies: ({ found }, cited) =>
      !isArticle(cited) && found !== '' && same('title', found, containerTitle(cited) ?? ''),
  },
  {
    why: 'SP of a book is the number of its pages, and EP its last page',
    programs: ['zotero'],
    files: ['ris'],
    fields: ['pages'],
    applies: ({ found }, { publication }) =>
      ['book', 'thesis', 'report'].includes(publication.type) &&
      publication.pages?.last !== undefined &&
      found === `${publication.pages.last}${publication.pages.more ?? ''}`,
  },
  {
    why: 'ISSN and ISBN of an article are one field of EndNote (%@)',
    programs: ['zotero'],
    files: ['enw'],
    fields: ['isbn'],
    applies: ({ expected, found }, cited) =>
      isArticle(cited) && found === [...issns(cited), expected].join(', ') && issns(cited).length > 0,
  },
  {
    why: 'the series of an article is taken for a second name of its journal',
    programs: ['bibutils'],
    files: ['bib', 'enw', 'ris'],
    fields: ['series'],
    applies: ({ found }, cited) => isArticle(cited) && found !== '' && found === containerTitle(cited),
  },
  {
    why: 'pages are split at a space, a comma or a colon',
    programs: ['bibutils', 'zotero'],
    files: ['bib', 'ris', 'enw', 'mods.xml', 'html'],
    fields: ['pages'],
    applies: ({ program, expected, found }, { publication }) =>
      /[ ,:]/.test(expected) &&
      (program === 'zotero'
        ? found === expected.split(/[ ,:]/)[0]
        : [expected, `${expected} %] ${publication.articleNumber}`].some((text) => piecesOf(text) === piecesOf(found))),
  },
  {
    why: 'the record lacks what biblatex demands: the institution of a thesis or report, the book of a chapter',
    programs: ['biber'],
    files: ['biblatex.bib'],
    fields: ['complaint'],
    applies: ({ found }, cited) =>
      (/Missing mandatory field 'institution'$/.test(found) && lacksInstitution(cited)) ||
      (/Missing mandatory field 'booktitle'$/.test(found) &&
        cited.publication.type === 'chapter' &&
        containerTitle(cited) === undefined),
  },
  {
    why: 'the usual styles print the volume of a book or the number in its series, and of an article no issue without a volume',
    programs: ['bibtex'],
    files: ['bib'],
    fields: ['complaint'],
    applies: ({ found }, cited) =>
      (/can't use both volume and number fields in/.test(found) &&
        !isArticle(cited) &&
        cited.publication.volume !== undefined) ||
      (/there's a number but no volume in/.test(found) && cited.publication.volume === undefined),
  },
  {
    why: 'unpublished work, and an article without a journal, are not known',
    programs: ['bibutils'],
    files: ['mods.xml'],
    fields: ['complaint'],
    applies: ({ found }, cited) =>
      /Cannot identify TYPE/.test(found) &&
      (cited.publication.type === 'preprint' || containerTitle(cited) === undefined),
  },
];

/** The letters and digits of pages without what divides them, each part once in a row. */
const piecesOf = (pages: string): string =>
  pages
    .split(/[^\p{L}\p{N}%\]]+/u)
    .filter((part, index, all) => part !== '' && part !== all[index - 1])
    .join(' ');

const lacksInstitution = (cited: CitedPublication): boolean =>
  ['thesis', 'report'].includes(cited.publication.type) &&
  containerTitle(cited) === undefined &&
  cited.publication.publisher === undefined;
