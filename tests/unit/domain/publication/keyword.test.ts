import { expect, test } from 'vitest';
import { normalizeKeywords } from '../../../../src/domain/publication/keyword.ts';

test.each<[written: readonly string[], read: readonly string[]]>([
  [
    ['*c', '**d'],
    ['c', 'd'],
  ],
  [
    ['*-algebra', 'C*-algebra'],
    ['*-algebra', 'C*-algebra'],
  ],
  [
    ['a , b', 'x ;y'],
    ['a, b', 'x;y'],
  ],
  [
    ['T-cell', 'T‑cell', 'T–cell'],
    ['T-cell', 'T–cell'],
  ],
  [
    ['Sleep', 'sleep', 'Sleep'],
    ['Sleep', 'sleep'],
  ],
])('%j is read as %j', (written, read) => {
  expect(normalizeKeywords(written)).toEqual(read);
  expect(normalizeKeywords(normalizeKeywords(written))).toEqual(read);
});
