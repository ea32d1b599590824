import { compareText } from './problem.ts';

/**
 * The candidate that a misspelt word most likely means; undefined if none is similar. Case, hyphens and underscores are
 * ignored. Of equally similar candidates the first in code unit order is returned.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const folded = fold(word);
  const limit = folded.length <= 4 ? 1 : 2;
  if (folded === '' || folded.length > maxLength) return undefined;
  return candidates
    .map((candidate) => ({ candidate, distance: distance(folded, fold(candidate), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))[0]?.candidate;
}

/** Longer words get no suggestion, which limits the time. */
const maxLength = 120;

const fold = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '');

/** Damerau–Levenshtein distance (insert, delete, replace, swap neighbours). Above `limit` the result is not exact. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
