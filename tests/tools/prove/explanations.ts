import { isGroup } from '../../../src/domain/people/person-name.ts';
import { richTextToPlain } from '../../../src/domain/text/rich-text.ts';
import { toBiblatexEntry } from '../../../src/formats/biblatex/write-biblatex.ts';
import { bibtexTitle } from '../../../src/formats/bibtex/write-bibtex.ts';
import {
  containerTitle,
  isArticle,
  publisher,
  type CitedPublication,
} from '../../../src/formats/record/cited-publication.ts';
import { toUnicodeLatex } from '../../../src/formats/latex/write-latex.ts';
import { fold, type Difference } from './compare.ts';
import { detailExplanations } from './explanations-of-details.ts';
import { oddRecordExplanations } from './explanations-of-odd-records.ts';
import { escapeRegExp, formulaReadings, isMisread, syntaxReadings, type Readings } from './misread-signs.ts';
import type { CitationFile } from './program.ts';
import type { ProvedField } from './proved-fields.ts';
import { isHeld, unreadFields } from './unread-fields.ts';
import { unreadOddFields } from './unread-odd-fields.ts';

export type Found = Difference & { readonly program: string; readonly file: CitationFile };

/**
 * A difference that is not ours: what the program does, seen in its source or output. Each names its programs, files and
 * fields, and what the program reads instead, so that the loss of anything else is no such difference.
 */
export interface Explanation {
  readonly why: string;
  readonly programs: readonly string[];
  readonly files: readonly CitationFile[];
  readonly fields: readonly Difference['field'][];
  readonly applies: (found: Found, cited: CitedPublication) => boolean;
}

/** Why a program reads another value than the record has; undefined if that is not known. */
export const explain = (found: Found, cited: CitedPublication | undefined): string | undefined =>
  cited &&
  explanations.find(
    ({ programs, files, fields, applies }) =>
      programs.some(
        (program) => program === found.program || (program === 'bibtex' && /^bibtex /.test(found.program)),
      ) &&
      files.includes(found.file) &&
      fields.includes(found.field) &&
      applies(found, cited),
  )?.why;

const nothing = ({ found }: Found): boolean => found === '';
const lower = (text: string): string => fold('title', text).toLowerCase().replace(/[{}]/g, '');
const sameButCase = ({ expected, found }: Found): boolean => lower(expected) === lower(found);
/** Words with a capital or digit inside, and in a title those that are written in braces, keep their capitals. */
function keepsCapitals({ field, expected, found }: Found, cited: CitedPublication): boolean {
  const braced = field === 'title' ? (bibtexTitle(cited).match(/(?<=\{)[\p{L}\p{N} -]+(?=\})/gu) ?? []) : [];
  const inner = fold('title', expected).match(/\p{L}*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}]*|\p{Lu}{2,}/gu) ?? [];
  const text = fold('title', found).replace(/[\^_{}]/g, '');
  // A sign of a formula may stay in TeX, and a word after a colon gets a capital.
  return [...inner, ...braced]
    .filter((word) => ![...word].some((sign) => formulaReadings(sign).length > 0))
    .map((word) => fold('title', word))
    .every((word) => text.includes(word) || text.includes(word[0]!.toUpperCase() + word.slice(1)));
}
const withoutQuotes = (text: string): string => fold('title', text).replace(/["'‘’“”`]/g, '');
/** True if nothing but quotation marks differs, and in titles of which the program sets sentence case the case of words. */
function differsInQuotes(found: Found, cited: CitedPublication): boolean {
  const [expected, read] = [found.expected, found.found].map(withoutQuotes) as [string, string];
  if (expected === read) return true;
  const lowers = setsSentenceCase.includes(found.program) && found.field === 'title' && found.file !== 'csl.json';
  return lowers && lower(expected) === lower(read) && keepsCapitals(found, cited);
}
/** Letters of names, in any order of families and given names. */
const letters = (text: string): string => [...fold('title', text).replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
const withoutAnd = (text: string): string => text.replace(/\band\b/g, '');
const words = (text: string): string =>
  [
    ...new Set(
      text
        .replaceAll('-{}-', '--')
        .replace(/\\(?=[#&%_])/g, '')
        .split(/[\s,;{}]+/)
        .filter(Boolean),
    ),
  ]
    .sort()
    .join(' ');
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const groupsOf = ({ publication }: CitedPublication): readonly string[] =>
  [...publication.contributions, ...publication.editors].flatMap(({ name }) => (isGroup(name) ? [name.group] : []));
const suffixesOf = ({ publication }: CitedPublication): readonly string[] =>
  [...publication.contributions, ...publication.editors].flatMap(({ name }) =>
    isGroup(name) || name.suffix === undefined ? [] : [name.suffix],
  );
/** True if all names are as they should be, but for those with a suffix, which have the same letters. */
const namesWithSuffixDiffer = ({ expected, found }: Found, cited: CitedPublication): boolean => {
  const wrong = lines(expected).filter(
    (name, index) => fold('authors', name) !== fold('authors', lines(found)[index] ?? ''),
  );
  return (
    wrong.every((name) => suffixesOf(cited).some((suffix) => name.endsWith(`, ${suffix}`))) &&
    letters(expected) === letters(found)
  );
};

/** What the file of BibLaTeX holds in its annote. */
const annotationOf = (cited: CitedPublication): string =>
  /^ {2}annote +=(.*)$/m.exec(toBiblatexEntry(cited))?.[1] ?? '';
/** Letters, digits and signs, without spaces and the syntax of formulas. */
const withoutTex = (text: string): string =>
  fold('title', text).replace(/\\(?:text(?:rm|subscript|superscript)|mathrm)|<[^<>]*>|[\s{}$\\_^]/g, '');
/** Letters that programs read from the beginning of a command they do not know: `łangle`, `øverline`, `ångle`. */
const withoutLetters = (text: string): string =>
  text
    .replace(/ł(?=\p{Ll})/gu, '\\l')
    .replace(/ø(?=\p{Ll})/gu, '\\o')
    .replace(/å(?=ngle)/gu, '\\ra');

const isMisc = (cited: CitedPublication): boolean =>
  !isArticle(cited) &&
  ['preprint', 'dataset', 'software', 'protocol', 'poster', 'media', 'patent'].includes(cited.publication.type);

const people = ['authors', 'editors'] as const;
const texts = ['title', 'container', 'abstract', 'keywords'] as const;
const bibtexFiles = ['bib', 'biblatex.bib'] as const;
const bibtexReaders = ['zotero', 'better bibtex', 'pandoc', 'bibutils', 'biber', 'bibtex'] as const;
const setsSentenceCase: readonly string[] = ['pandoc', 'better bibtex'];

const explanations: readonly Explanation[] = [
  ...[...unreadFields, ...unreadOddFields].map(({ why, program, file, types, places }): Explanation => ({
    why,
    programs: [program],
    files: [file],
    fields: Object.keys(places) as ProvedField[],
    applies: ({ field, expected, found }, cited) => {
      const place = places[field as ProvedField];
      return (
        found.trim() === '' &&
        place !== undefined &&
        (types === undefined || types.includes(cited.publication.type)) &&
        isHeld(cited, file, place, expected, field)
      );
    },
  })),
  ...detailExplanations,
  ...oddRecordExplanations,
  {
    why: 'titles are set in sentence case, with a capital after a colon; names are in braces and keep theirs',
    programs: setsSentenceCase,
    files: bibtexFiles,
    fields: ['title', 'container'],
    applies: (found, cited) => sameButCase(found) && keepsCapitals(found, cited),
  },
  {
    why: 'a formula stays in TeX, or its command is read as an accent or as \\l, as in $\\kappa$ and $\\leq$; LaTeX prints all',
    programs: bibtexReaders,
    files: bibtexFiles,
    fields: texts,
    applies: (found, cited) => {
      const readings: Readings = (sign) => [...formulaReadings(sign), ...syntaxReadings(found.program)(sign)];
      const lowers =
        setsSentenceCase.includes(found.program) && (found.field === 'title' || found.field === 'container');
      return (
        [...found.expected].some((sign) => formulaReadings(sign).length > 0) &&
        isMisread(found.expected, found.found, readings, lowers ? 'i' : '') &&
        (!lowers || keepsCapitals(found, cited))
      );
    },
  },
  {
    why: 'commands for { } ~ ^ \\ are not known, and two escaped $ are taken for a formula; LaTeX prints all',
    programs: ['zotero', 'pandoc', 'bibutils'],
    files: bibtexFiles,
    fields: texts,
    applies: ({ program, expected, found }) => isMisread(expected, found, syntaxReadings(program)),
  },
  {
    why: "'' and ` are quotation marks, though an empty group stands between the signs",
    programs: ['bibutils', 'pandoc'],
    files: bibtexFiles,
    fields: texts,
    applies: (found, cited) => /''|`/.test(found.expected) && differsInQuotes(found, cited),
  },
  {
    why: 'pandoc chooses quotation marks by their depth',
    programs: ['pandoc'],
    files: ['bib', 'biblatex.bib', 'csl.json'],
    fields: texts,
    applies: differsInQuotes,
  },
  {
    why: 'a keyword with a comma or semicolon is split, though it is in braces',
    programs: ['better bibtex'],
    files: bibtexFiles,
    fields: ['keywords'],
    applies: ({ expected, found }) => /[,;]/.test(expected) && words(expected) === words(found),
  },
  {
    why: 'the backslash of \\# \\& \\% and \\_ stays in a keyword, and the empty group between two hyphens',
    programs: ['better bibtex'],
    files: bibtexFiles,
    fields: ['keywords'],
    applies: ({ expected, found }) =>
      fold('keywords', found.replaceAll('-{}-', '--').replace(/\\(?=[#&%_])/g, '')) === fold('keywords', expected),
  },
  {
    why: 'biblatex has no field for it in an entry of this type, and it is in annote',
    programs: ['zotero', 'better bibtex', 'pandoc', 'biber'],
    files: ['biblatex.bib'],
    fields: ['publisher', 'container', 'pmcid', 'isbn'],
    applies: ({ expected, found }, cited) =>
      (found === '' || found === containerTitle(cited)) && annotationOf(cited).includes(toUnicodeLatex(expected)),
  },
  {
    why: 'an entry of @dataset is left out, which BibTeX does not have',
    programs: ['zotero'],
    files: ['biblatex.bib'],
    fields: ['record'],
    applies: (found, { publication }) => nothing(found) && publication.type === 'dataset',
  },
  {
    why: 'a formula or a script of the title stays in TeX',
    programs: bibtexReaders,
    files: bibtexFiles,
    fields: ['title'],
    applies: (found, cited) => {
      const { title } = cited.publication;
      if (!title.some((node) => typeof node === 'object')) return false;
      const texts = [
        found.expected,
        title.map((node) => (typeof node === 'object' && 'tex' in node ? node.tex : richTextToPlain([node]))).join(''),
      ].map(withoutTex);
      const read = withoutTex(withoutLetters(found.found));
      if (/^bibtex /.test(found.program)) return texts.some((text) => read.toLowerCase().includes(text.toLowerCase()));
      return setsSentenceCase.includes(found.program)
        ? keepsCapitals(found, cited) && texts.some((text) => read.toLowerCase() === text.toLowerCase())
        : texts.includes(read);
    },
  },
  {
    why: 'the record lacks what biblatex demands: the number of a patent, the journal of an article, the book of a conference paper',
    programs: ['biber'],
    files: ['biblatex.bib'],
    fields: ['complaint'],
    applies: ({ found }, cited) =>
      (/Missing mandatory field 'number'$/.test(found) &&
        cited.publication.type === 'patent' &&
        !cited.publication.number) ||
      (/Missing mandatory field 'journaltitle'$/.test(found) && containerTitle(cited) === undefined) ||
      (/Missing mandatory field 'booktitle'$/.test(found) &&
        cited.publication.type === 'conference-paper' &&
        containerTitle(cited) === undefined &&
        cited.publication.event?.name === undefined),
  },
  {
    why: 'biblatex wants numbers as volumes, and the record has another text',
    programs: ['biber'],
    files: bibtexFiles,
    fields: ['volume'],
    applies: (found) => nothing(found) && !/^\d+$/.test(found.expected),
  },
  {
    why: 'biblatex wants numbers as volumes, and the record has another text',
    programs: ['biber'],
    files: bibtexFiles,
    fields: ['complaint'],
    applies: ({ found }, { publication }) =>
      /Invalid value of field '(?:volume|number|edition)' must be datatype/.test(found) &&
      [publication.volume, publication.number, publication.edition].some((value) => value && !/^\d+$/.test(value)),
  },
  {
    why: 'the only place of @misc is howpublished, which is read as a publisher or not at all',
    programs: ['zotero', 'pandoc', 'bibutils'],
    files: ['bib'],
    fields: ['publisher', 'container'],
    applies: ({ expected, found }, cited) =>
      isMisc(cited) &&
      ['', containerTitle(cited), publisher(cited), `${containerTitle(cited)}; ${publisher(cited)}`].includes(found) &&
      isHeld(cited, 'bib', /^ {2}(?:howpublished|publisher) +=(.*)$/gm, expected),
  },
  {
    why: 'the usual styles print the author or the editor of a @book, and not both',
    programs: ['bibtex'],
    files: ['bib'],
    fields: ['complaint'],
    applies: ({ found }, { publication }) =>
      /can't use both author and editor fields/.test(found) &&
      publication.type === 'book' &&
      publication.contributions.length > 0 &&
      publication.editors.length > 0,
  },
  {
    why: 'siam.bst prints a line for the authors of the entry before',
    programs: ['bibtex siam'],
    files: ['bib'],
    fields: ['authors'],
    applies: ({ found }) => found.includes('vrule'),
  },
  {
    why: 'acm.bst prints no year of @misc, and of an article without a journal',
    programs: ['bibtex acm'],
    files: ['bib'],
    fields: ['date'],
    applies: ({ found }, cited) =>
      (!isArticle(cited) || containerTitle(cited) === undefined) && !/\((?:\w+\.? )?\d{4}\)/.test(found),
  },
  {
    why: 'particles and suffixes of names are not read',
    programs: ['zotero'],
    files: ['csl.json'],
    fields: people,
    applies: ({ expected, found }, cited) => {
      const suffix = new RegExp(`, (?:${suffixesOf(cited).map(escapeRegExp).join('|') || '$'})$`);
      return lines(expected).every((name, index) => {
        const read = lines(found)[index];
        return read === name || read === name.replace(suffix, '').replace(/^(?:\p{Ll}[\p{L}'’]*[ '’-])+(?=\p{L})/u, '');
      });
    },
  },
  {
    why: 'few suffixes of names are known, and commas are written twice',
    programs: ['bibutils'],
    files: ['bib', 'ris', 'enw', 'mods.xml'],
    fields: people,
    applies: (found, cited) => suffixesOf(cited).length > 0 && letters(found.expected) === letters(found.found),
  },
  {
    why: 'PubMed format has labels of abstracts in capitals',
    programs: ['zotero'],
    files: ['nbib'],
    fields: ['abstract'],
    applies: sameButCase,
  },
  {
    why: 'groups of PubMed format (CN) are not read',
    programs: ['zotero'],
    files: ['nbib'],
    fields: people,
    applies: ({ expected, found }, cited) =>
      fold(
        'authors',
        lines(expected)
          .filter((name) => !groupsOf(cited).includes(name))
          .join('\n'),
      ).replace(/,/g, '') === fold('authors', found).replace(/,/g, ''),
  },
  {
    why: 'PubMed format has a suffix behind the given name',
    programs: ['zotero'],
    files: ['nbib'],
    fields: people,
    applies: namesWithSuffixDiffer,
  },
  {
    why: 'PubMed format has headings of MeSH, of which the topics of the institute are some, and keywords',
    programs: ['zotero'],
    files: ['nbib'],
    fields: ['keywords'],
    applies: ({ expected, found }) => lines(expected).every((word) => lines(found).includes(word)),
  },
  {
    why: 'PubMed format has a translated title in brackets, and the own title in TT',
    programs: ['zotero'],
    files: ['nbib'],
    fields: ['title'],
    applies: ({ found }, { publication }) =>
      publication.lang !== 'en' &&
      publication.titles['en'] !== undefined &&
      found === `[${richTextToPlain(publication.titles['en'])}]`,
  },
  {
    why: 'of keywords that differ in case alone one is kept',
    programs: ['bibutils'],
    files: ['ris', 'enw', 'mods.xml'],
    fields: ['keywords'],
    applies: ({ expected, found }) =>
      new Set(lines(fold('keywords', expected).toLowerCase())).size ===
        new Set(lines(fold('keywords', found).toLowerCase())).size &&
      lines(fold('keywords', expected).toLowerCase()).every((word) =>
        lines(fold('keywords', found).toLowerCase()).includes(word),
      ),
  },
  {
    why: 'a group is read as a person, or as two at "and"',
    programs: ['bibutils'],
    files: ['ris', 'enw', 'mods.xml'],
    fields: people,
    applies: ({ expected, found }, cited) =>
      groupsOf(cited).length > 0 && letters(withoutAnd(expected)) === letters(withoutAnd(found)),
  },
  {
    why: 'a translated title (%Q) is taken for an author',
    programs: ['zotero'],
    files: ['enw'],
    fields: ['authors'],
    applies: ({ expected, found }, { publication }) => {
      const titles = Object.values(publication.titles).map((title) => fold('title', richTextToPlain(title)));
      const kept = lines(found).filter((name) => !titles.includes(fold('title', name.replace(/^, |, $/g, ''))));
      return fold('authors', kept.join('\n')) === fold('authors', expected);
    },
  },
  {
    why: 'month and day (%8) are read of articles alone',
    programs: ['bibutils'],
    files: ['enw'],
    fields: ['date'],
    applies: ({ expected, found }, cited) => !isArticle(cited) && expected.startsWith(`${found}-`),
  },
  {
    why: 'the tag of an article number (%]) is taken for a part of the pages',
    programs: ['bibutils'],
    files: ['enw'],
    fields: ['pages'],
    applies: ({ expected, found }) => found === `${expected}-%] ${expected}`,
  },
  {
    why: 'a suffix of a name (termsOfAddress) is not read',
    programs: ['zotero'],
    files: ['mods.xml'],
    fields: people,
    applies: ({ expected, found }, cited) =>
      fold('authors', expected.replace(new RegExp(`, (?:${suffixesOf(cited).join('|')})$`, 'gm'), '')) ===
      fold('authors', found),
  },
  {
    why: 'an ISBN of 13 digits is cut after 10',
    programs: ['zotero'],
    files: ['mods.xml'],
    fields: ['isbn'],
    applies: ({ expected, found }) => found.length === 10 && fold('isbn', expected).startsWith(found),
  },
  {
    why: 'all abstracts are read, one after the other',
    programs: ['zotero'],
    files: ['mods.xml'],
    fields: ['abstract'],
    applies: ({ expected, found }, { publication }) =>
      publication.abstracts.length > 1 && fold('abstract', found).includes(fold('abstract', expected)),
  },
  {
    why: 'patents and conference papers without a book are not known',
    programs: ['bibutils'],
    files: ['mods.xml'],
    fields: ['complaint'],
    applies: ({ found }, { publication }) =>
      /Cannot identify TYPE/.test(found) &&
      ['patent', 'conference-paper', 'protocol', 'poster', 'media'].includes(publication.type),
  },
  {
    why: 'a part of a name in one case gets a capital',
    programs: ['zotero'],
    files: ['html'],
    fields: people,
    applies: ({ expected, found }) =>
      lower(expected) === lower(found) &&
      lines(expected).every(
        (name, index) =>
          name === lines(found)[index] ||
          name.split(', ').some((part) => part === part.toUpperCase() || part === part.toLowerCase()),
      ),
  },
  {
    why: 'a first page with a hyphen is taken for a range',
    programs: ['zotero'],
    files: ['html'],
    fields: ['pages'],
    applies: ({ found }, { publication }) =>
      [publication.pages?.first, publication.articleNumber].some(
        (first) => first?.includes('-') === true && found === first.split('-')[0],
      ),
  },
  {
    why: 'a name in a tag has two parts: groups are taken for persons, and suffixes for given names',
    programs: ['zotero'],
    files: ['html'],
    fields: people,
    applies: ({ expected, found }, cited) => {
      const special = [...groupsOf(cited), ...suffixesOf(cited)];
      const wrong = lines(expected).filter(
        (name, index) => fold('authors', name) !== fold('authors', lines(found)[index] ?? ''),
      );
      return (
        wrong.every((name) => special.some((part) => name.endsWith(part))) &&
        letters(lower(expected)) === letters(lower(found))
      );
    },
  },
];
