import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { collectGarbage } from '../../../src/project/collect-garbage.ts';

const megabytes = (): number => getHeapStatistics().total_heap_size / 1e6;

/** Fills the heap with lists of 80 MB, which nothing needs any more when it returns. Returns the megabytes of the full heap. */
function fill(lists: number): number {
  const kept = Array.from({ length: lists }, () => new Array<number>(10_000_000).fill(0));
  expect(kept).toHaveLength(lists);
  return megabytes();
}

test('a heap that has grown much is given back', () => {
  const full = fill(3);
  collectGarbage();
  expect(full - megabytes()).toBeGreaterThan(150);
});

test('a heap that has grown little is left alone', () => {
  collectGarbage();
  const full = fill(1);
  collectGarbage();
  expect(full - megabytes()).toBeLessThan(60);
});
