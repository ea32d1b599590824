import { expect, test } from 'vitest';
import { readLatex } from '../../../src/importers/read-latex.ts';

test.each(['{a}', '\\&', '{\\it b}', '$x$'])('a field of very many %s is read', (part) => {
  const { text, unknown } = readLatex(`{${part.repeat(150_000)}}`);
  expect(text.length).toBeGreaterThan(0);
  expect(unknown).toEqual([]);
});
