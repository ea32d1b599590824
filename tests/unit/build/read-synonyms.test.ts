import { expect, test } from 'vitest';
import { readSynonyms } from '../../../src/build/content/read-synonyms.ts';
import { contentFolder } from '../../support/build-site.ts';

test('synonyms are lists of words and phrases', () => {
  const folder = contentFolder({ 'synonyms.yaml': 'synonyms:\n  - [tea, چای]\n  - [heart attack, "MI"]\n' });
  expect(readSynonyms(folder)).toEqual({
    synonyms: [
      ['tea', 'چای'],
      ['heart attack', 'MI'],
    ],
    problems: [],
  });
});

test('a site needs none', () => {
  expect(readSynonyms(contentFolder({}))).toEqual({ synonyms: [], problems: [] });
});

test.each(['synonyms:\n  - [alone]\n', 'synonym:\n  - [tea, chai]\n', '- [tea, chai]\n', 'synonyms: [\n'])(
  '%j is reported, and gives none',
  (text) => {
    const { synonyms, problems } = readSynonyms(contentFolder({ 'synonyms.yaml': text }));
    expect(synonyms).toEqual([]);
    expect(problems[0]).toMatchObject({ file: 'synonyms.yaml', severity: 'error' });
  },
);
