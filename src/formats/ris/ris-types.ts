import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { findTypeInWords, typesByName } from '../record/publication-kinds.ts';

/** The type of a record, from TY, and from the words in M3, which may be more specific. */
export function risType(kind: string, words: readonly string[], hasContainer: boolean): PublicationType {
  const named = findTypeInWords(words);
  const known = risTypes.get(kind);
  if (known === undefined) return named ?? (hasContainer ? 'article' : 'report');
  return named !== undefined && finerTypes[known]?.includes(named) ? named : known;
}

/** Types → more specific types that M3 may name. */
const finerTypes: Readonly<Partial<Record<PublicationType, readonly PublicationType[]>>> = {
  article: [
    'review',
    'editorial',
    'letter',
    'conference-paper',
    'poster',
    'protocol',
    'preprint',
    'report',
    'dataset',
    'software',
    'media',
  ],
  'conference-paper': ['poster'],
  preprint: ['report', 'thesis', 'protocol'],
};

export const risTypes: ReadonlyMap<string, PublicationType> = typesByName({
  article: 'JOUR JFULL ABST INPR MGZN EJOUR',
  book: 'BOOK EDBOOK EBOOK WHOLE CLSWK SER',
  chapter: 'CHAP ECHAP ENCYC DICT',
  'conference-paper': 'CONF CPAPER',
  thesis: 'THES',
  report: 'RPRT GOVDOC STAND',
  dataset: 'DATA AGGR DBASE',
  software: 'COMP',
  preprint: 'UNPB MANSCPT',
  media: 'ELEC BLOG VIDEO MPCT SOUND MUSIC ADVS SLIDE MULTI NEWS',
  patent: 'PAT',
});

/** Types whose number is an ISBN. */
export const bookTypes: ReadonlySet<string> = new Set([
  'BOOK',
  'EDBOOK',
  'EBOOK',
  'WHOLE',
  'CHAP',
  'ECHAP',
  'CONF',
  'CPAPER',
  'THES',
]);
