import { isGroup } from '../../../src/domain/people/person-name.ts';
import { containerTitle, isArticle, type CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { fold, type Difference } from './compare.ts';
import type { CitationFile } from './program.ts';

type Found = Difference & { readonly program: string; readonly file: CitationFile };

/** A difference that is not ours: what the program does, seen in its source or output. */
interface Explanation {
  readonly why: string;
  readonly applies: (found: Found, cited: CitedPublication | undefined) => boolean;
}

/** Why a program reads another value than the record has; undefined if that is not known. */
export const explain = (found: Found, cited: CitedPublication | undefined): string | undefined =>
  explanations.find(({ applies }) => applies(found, cited))?.why;

const people = ['authors', 'editors'];
const lower = (text: string): string => fold('title', text).toLowerCase().replace(/[{}]/g, '');
const sameButCase = ({ expected, found }: Found): boolean => lower(expected) === lower(found);
/** Words that must keep their capitals: those with a capital or digit inside. */
const keepsInnerCapitals = ({ expected, found }: Found): boolean =>
  (fold('title', expected).match(/\p{L}*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}]*|\p{Lu}{2,}/gu) ?? []).every((word) =>
    fold('title', found).includes(word),
  );
const withoutQuotes = (text: string): string => fold('title', text).replace(/["'‘’“”]/g, '');
const hasGroup = (cited: CitedPublication | undefined): boolean =>
  cited?.publication.contributions.some(({ name }) => isGroup(name)) ?? false;
const hasSuffix = (cited: CitedPublication | undefined): boolean =>
  cited?.publication.contributions.some(({ name }) => !isGroup(name) && name.suffix !== undefined) ?? false;

const isMisc = (cited: CitedPublication | undefined): boolean =>
  cited !== undefined &&
  !isArticle(cited) &&
  ['preprint', 'dataset', 'software', 'protocol', 'poster', 'media', 'patent'].includes(cited.publication.type);

const explanations: readonly Explanation[] = [
  {
    why: 'pandoc sets titles in sentence case, with a capital after a colon; names are in braces',
    applies: (found) =>
      found.program === 'pandoc' &&
      found.file !== 'csl.json' &&
      ['title', 'container'].includes(found.field) &&
      sameButCase(found) &&
      keepsInnerCapitals(found),
  },
  {
    why: 'a program leaves a formula in TeX, or a part of it',
    applies: ({ file, field, found }) =>
      (file === 'bib' || file === 'biblatex.bib') &&
      ['title', 'abstract', 'container', 'keywords'].includes(field) &&
      /[_^]|\\[A-Za-z]+/.test(found),
  },
  {
    why: 'no form of { } ~ ^ \\ is read by every program, and some take an escaped $ for a formula; LaTeX prints all',
    applies: ({ file, field, expected }) =>
      (file === 'bib' || file === 'biblatex.bib') &&
      ['title', 'abstract', 'keywords'].includes(field) &&
      /[{}~^\\$]/.test(expected),
  },
  { why: 'PubMed format has no address but the DOI', applies: ({ file, field }) => file === 'nbib' && field === 'url' },
  {
    why: 'PubMed format has labels of abstracts in capitals',
    applies: ({ file, field, expected, found }) =>
      file === 'nbib' &&
      field === 'abstract' &&
      lower(expected).replace(/\s+/g, ' ') === lower(found).replace(/\s+/g, ' '),
  },
  {
    why: 'the translator of PubMed format reads no groups (CN)',
    applies: ({ program, file, field }, cited) =>
      program === 'zotero' && file === 'nbib' && people.includes(field) && hasGroup(cited),
  },
  {
    why: 'PubMed format has a suffix behind the given name',
    applies: ({ file, field }, cited) => file === 'nbib' && people.includes(field) && hasSuffix(cited),
  },
  {
    why: 'PubMed format has headings of MeSH, of which the topics of the institute are some, and keywords',
    applies: ({ file, field, expected, found }) =>
      file === 'nbib' && field === 'keywords' && expected.split('\n').every((word) => found.split('\n').includes(word)),
  },
  {
    why: 'the translator of PubMed format reads no publisher (PB)',
    applies: ({ program, file, field }) => program === 'zotero' && file === 'nbib' && field === 'publisher',
  },
  {
    why: 'the translator of RIS reads no PMID',
    applies: ({ program, file, field }) => program === 'zotero' && file === 'ris' && field === 'pmid',
  },
  {
    why: 'the only place of @misc is howpublished, which is read as a publisher or not at all',
    applies: ({ file, field }, cited) =>
      file === 'bib' && (field === 'publisher' || field === 'container') && isMisc(cited),
  },
  {
    why: 'RIS has no field for the server of a preprint that Zotero and bibutils read',
    applies: ({ file, field }, cited) =>
      file === 'ris' && field === 'publisher' && cited?.publication.type === 'preprint',
  },
  {
    why: 'bibutils reads no DOI of a conference paper in RIS',
    applies: ({ program, file, field }, cited) =>
      program === 'bibutils' && file === 'ris' && field === 'doi' && cited?.publication.type === 'conference-paper',
  },
  {
    why: 'a program takes the first letters of a command for an accent, as in $\\kappa$ and $\\lambda$',
    applies: ({ file, found }) => file === 'bib' && /ąppa|łambda|łeft|ǎrepsilon/.test(found),
  },
  {
    why: 'pandoc sets quotation marks in CSL JSON',
    applies: ({ program, file, expected, found }) =>
      program === 'pandoc' && file === 'csl.json' && withoutQuotes(expected) === withoutQuotes(found),
  },
  {
    why: 'biblatex wants numbers as volumes, and the record has another text',
    applies: ({ program, field, expected, found }) =>
      program === 'biber' && field === 'volume' && found === '' && !/^\d+$/.test(expected),
  },
  {
    why: 'biblatex wants numbers as volumes, and the record has another text',
    applies: ({ program, field, found }) =>
      program === 'biber' &&
      field === 'complaint' &&
      /Invalid value of field '(?:volume|number|edition)' must be datatype/.test(found),
  },
  {
    why: 'siam.bst prints a line for the authors of the entry before',
    applies: ({ program, field, found }) => program === 'bibtex siam' && field === 'authors' && found.includes('vrule'),
  },
  {
    why: 'acm.bst prints no year of @misc, and of an article without a journal',
    applies: ({ program, field }, cited) =>
      program === 'bibtex acm' &&
      field === 'date' &&
      cited !== undefined &&
      (!isArticle(cited) || containerTitle(cited) === undefined),
  },
  {
    why: 'bibutils takes T2 of a poster or a website for an abbreviation',
    applies: ({ program, file, field }, cited) =>
      program === 'bibutils' && file === 'ris' && field === 'container' && isMisc(cited),
  },
  {
    why: 'bibutils reads a group in RIS as a person, and splits it at "and"',
    applies: ({ program, file, field }, cited) =>
      program === 'bibutils' && file === 'ris' && people.includes(field) && hasGroup(cited),
  },
  {
    why: 'bibutils knows few suffixes of names, and writes commas twice',
    applies: ({ program, field }, cited) => program === 'bibutils' && people.includes(field) && hasSuffix(cited),
  },
];
