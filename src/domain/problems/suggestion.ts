import { editDistance } from '../text/edit-distance.ts';
import { compareText } from './problem.ts';

/**
 * The candidate that a misspelt word most likely means; undefined when none is near. Capitals, hyphens and underscores
 * make no difference; of equally near ones the first in code unit order wins.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const folded = fold(word);
  const limit = folded.length <= 4 ? 1 : 2;
  if (folded === '' || folded.length > longest) return undefined;
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(folded, fold(candidate), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))[0]?.candidate;
}

/** Words worth a suggestion are short; keeps the work small, whatever was written. */
const longest = 120;

const fold = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '');
