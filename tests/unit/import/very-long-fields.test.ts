import { expect, test } from 'vitest';
import { parseBibtex } from '../../../src/formats/bibtex/parse-bibtex.ts';
import { readLatex } from '../../../src/formats/latex/read-latex.ts';

test.each(['{a}', '\\&', '{\\it b}', '$x$'])('a field of very many %s is read', (part) => {
  const { text, unknown } = readLatex(`{${part.repeat(150_000)}}`);
  expect(text.length).toBeGreaterThan(0);
  expect(unknown).toEqual([]);
});

test.each(['author', 'editor'])('very many names in the field %s are read', (field) => {
  const names = Array.from({ length: 200_000 }, () => 'A B').join(' and ');
  const { records } = parseBibtex(`@book{a, title = {T}, ${field} = {${names}}, year = 2020}`);
  expect(records).toHaveLength(1);
});
