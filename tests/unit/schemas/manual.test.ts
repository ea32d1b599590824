import { expect, test } from 'vitest';
import { writeManual } from '../../../src/schemas/manual.ts';

test('docs/fields.md is the manual from the schemas', async () => {
  await expect(writeManual()).toMatchFileSnapshot('../../../docs/fields.md');
});

test('every field has a sentence and an example', () => {
  expect(
    writeManual()
      .split('\n')
      .filter((row) => /\| *\|/.test(row)),
  ).toEqual([]);
});
