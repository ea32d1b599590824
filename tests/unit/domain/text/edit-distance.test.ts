import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../../../src/domain/text/edit-distance.ts';

test.each([
  ['', '', 0],
  ['', 'ab', 2],
  ['kitten', 'sitting', 3],
  ['dio', 'doi', 1],
  ['abcd', 'badc', 2],
  // The swapped letters are not touched again, so that a letter between them costs more than two.
  ['ca', 'abc', 3],
  ['درمان', 'درامن', 1],
])('from %j to %j it is %i', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance);
  expect(editDistance(b, a, 9)).toBe(distance);
});

test('within the limit it is exact, and beyond it is above the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 7 }), (a, b, limit) => {
      const exact = distanceByDefinition(a, b);
      const found = editDistance(a, b, limit);
      if (exact <= limit) expect(found).toBe(exact);
      else expect(found).toBeGreaterThan(limit);
    }),
    { numRuns: 500 },
  );
});

function distanceByDefinition(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return distanceByDefinition(restA, restB);
  const swapped = a[0] === b[1] && a[1] === b[0] ? [distanceByDefinition(a.slice(2), b.slice(2))] : [];
  return (
    1 +
    Math.min(
      distanceByDefinition(restA, b),
      distanceByDefinition(a, restB),
      distanceByDefinition(restA, restB),
      ...swapped,
    )
  );
}
