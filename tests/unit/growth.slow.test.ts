import { expect, test } from 'vitest';
import { growthOf, mostGrowth } from '../support/growth.ts';

/** Takes so many steps. */
function spend(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step++) sum = (sum * 31 + step) % 1_000_003;
  return sum;
}

test('work that grows with the square of its input is told from work that grows with its length', async () => {
  expect(await growthOf((length) => spend(length * 4_000), 16_000)).toBeLessThan(mostGrowth);
  expect(await growthOf((length) => spend(length * length), 8_000)).toBeGreaterThan(mostGrowth);
});
