import type { ThesisKind } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import { thesisWords } from '../record/thesis-kinds.ts';

/** Genres of the MARC list where it has one, and else the words that our reader knows. */
export const genres: Readonly<Record<PublicationType, string>> = {
  article: 'journal article',
  review: 'review',
  editorial: 'editorial',
  letter: 'letter',
  preprint: 'preprint',
  'conference-paper': 'conference paper',
  chapter: 'book chapter',
  book: 'book',
  thesis: 'thesis',
  report: 'technical report',
  dataset: 'dataset',
  software: 'software',
  protocol: 'protocol',
  poster: 'poster',
  media: 'web page',
  patent: 'patent',
};

/** The second genre of a thesis: words that bibutils knows, where it knows the kind. */
export const thesisGenres: Readonly<Record<ThesisKind, string>> = {
  ...thesisWords,
  doctoral: 'Ph.D. thesis',
  master: 'Masters thesis',
};

/** The type that the most specific genre names; undefined if none names one. */
export const typeOfGenres = (words: readonly string[]): PublicationType | undefined =>
  findTypeInWords(words.filter((word) => word.toLowerCase() !== genres.article)) ??
  findTypeInWords(words.map((word) => marcGenres.get(word.toLowerCase()) ?? word));

/** Genres of the MARC list that our words do not name. https://www.loc.gov/standards/valuelist/marcgt.html */
const marcGenres: ReadonlyMap<string, string> = new Map([
  ['article', 'article'],
  ['periodical', 'journal article'],
  ['academic journal', 'journal article'],
  ['conference publication', 'conference paper'],
  ['computer program', 'software'],
  ['web site', 'web page'],
]);
