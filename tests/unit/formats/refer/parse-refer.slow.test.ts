import { expect, test } from 'vitest';
import { parseRefer } from '../../../../src/formats/refer/parse-refer.ts';
import { growthOf, mostGrowth } from '../../../support/growth.ts';

test('a value of very many lines is read in the time of its length', async () => {
  const read = (lines: number) => parseRefer(`%0 Book\n%T One\n%X a\n${'words of a line\n'.repeat(lines)}`);
  expect(read(1000).records).toHaveLength(1);
  expect(await growthOf(read, 80_000)).toBeLessThan(mostGrowth);
});
