import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';

/** The type by the attribute `article-type`; a general one, such as `research-article`, by the headings too. */
export function typeOfJats(kind: string, headings: readonly string[]): PublicationType {
  const known = types.get(kind);
  if (known !== undefined && known !== 'article') return known;
  return findTypeInWords(headings.filter((heading) => heading.length < 60)) ?? known ?? 'article';
}

/** https://jats.nlm.nih.gov/archiving/tag-library/1.4/attribute/article-type.html */
const types: ReadonlyMap<string, PublicationType> = new Map<string, PublicationType>([
  ['research-article', 'article'],
  ['case-report', 'article'],
  ['brief-report', 'article'],
  ['rapid-communication', 'article'],
  ['review-article', 'review'],
  ['systematic-review', 'review'],
  ['editorial', 'editorial'],
  ['letter', 'letter'],
  ['reply', 'letter'],
  ['correspondence', 'letter'],
  ['meeting-report', 'report'],
  ['report', 'report'],
  ['abstract', 'poster'],
  ['meeting-abstract', 'poster'],
  ['proceedings', 'conference-paper'],
  ['dissertation', 'thesis'],
  ['preprint', 'preprint'],
  ['data-paper', 'article'],
  ['protocol', 'protocol'],
]);
