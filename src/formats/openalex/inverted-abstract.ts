import { isMap } from '../../domain/values/unknown-map.ts';
import { list } from '../record/json-values.ts';

/**
 * The text of an abstract that is written as word → positions, `{ "To": [0], "see": [1] }`; undefined if there is none.
 * Only the order of the positions counts, so that a very large one needs no memory.
 */
export function readInvertedAbstract(index: unknown): string | undefined {
  if (!isMap(index)) return undefined;
  const words = Object.entries(index).flatMap(([word, positions]) =>
    list(positions).map((position) => ({ word, position: typeof position === 'number' ? position : Infinity })),
  );
  const sorted = words.sort((a, b) => (a.position === b.position ? 0 : a.position - b.position));
  const text = sorted.map(({ word }) => word).join(' ');
  return text.trim() === '' ? undefined : text.replace(/\s+/g, ' ').trim();
}
