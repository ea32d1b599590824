import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzTargets } from '../fuzz/targets.ts';

/** Some 2,000 cases of `npm run fuzz`, the same in every run. */
const cases = 2000;
const shares = fuzzTargets.reduce((sum, { share }) => sum + share, 0);

test.each(fuzzTargets)('$name: no text makes it throw', ({ share, check }) => {
  const details = check({ runs: Math.ceil((cases * share) / shares), seed: 2024 });
  expect(
    details.failed,
    details.failed ? `${fc.stringify(details.counterexample)}\n${String(details.errorInstance)}` : '',
  ).toBe(false);
});
