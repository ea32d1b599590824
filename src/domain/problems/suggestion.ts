import { editDistance } from '../text/edit-distance.ts';
import { compareText } from './problem.ts';

/**
 * The candidate that a misspelt word most likely means; undefined if none is similar. Case, hyphens and underscores are
 * ignored. Of equally similar candidates the first in code unit order is returned.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const folded = foldFieldName(word);
  const limit = folded.length <= 4 ? 1 : 2;
  if (folded === '' || folded.length > maxLength) return undefined;
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(folded, foldFieldName(candidate), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))[0]?.candidate;
}

/** Longer words get no suggestion, which limits the time. */
const maxLength = 120;

/** A name without capitals and hyphens, which are easily forgotten. */
export const foldFieldName = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '');
