import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { collectGarbage } from '../../../src/project/collect-garbage.ts';

const megabytes = (): number => getHeapStatistics().total_heap_size / 1e6;

test('a large heap is given back', () => {
  let kept: object[] = [];
  for (let index = 0; index < 3_000_000; index += 1) kept.push({ index });
  const full = megabytes();
  expect(kept).toHaveLength(3_000_000);
  kept = [];
  collectGarbage();
  expect(full - megabytes()).toBeGreaterThan(100);
});
