import { describe, expect, test } from 'vitest';
import { fixFile } from '../../../src/import/write/fix-file.ts';
import { importFormats } from '../../../src/formats/table.ts';

/** Property names of every JavaScript object. Fields of a record can have them too. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const written: Readonly<Record<string, (name: string) => string>> = {
  bibtex: (name) => `@article{${name}, title = {Stones}, author = {Baran, N}, year = 2024, ${name} = {kept}}`,
  'csl-json': (name) => `[{"type": "article-journal", "title": "Stones", "${name}": "kept"}]`,
  'crossref-json': (name) => `{"message": {"title": ["Stones"], "DOI": "10.5555/1", "${name}": "kept"}}`,
};

describe.each(Object.keys(written))('a record of %s', (id) => {
  test.each(names)('may have a field %s, which is unplaced', (name) => {
    const { records, problems } = importFormats.find((format) => format.id === id)!.read(written[id]!(name));
    expect(problems).toEqual([]);
    expect(records).toHaveLength(1);
    expect(JSON.stringify(records[0])).toContain('kept');
  });
});

test.each(['csl-json', 'crossref-json'])('%s that is nested too deep is rejected with a problem', (id) => {
  const deep = `[{"title": ${'['.repeat(50_000)}${']'.repeat(50_000)}}]`;
  const { records, problems } = importFormats.find((format) => format.id === id)!.read(deep);
  expect(records).toEqual([]);
  expect(problems).toMatchObject([
    { name: 'json-malformed', message: expect.stringContaining('200 levels') as string },
  ]);
});

test('a repair does not change such a field', () => {
  const text = `---\ntitle: Stones\nconstructor: a\n__proto__: b\nlinks: [{ toString: c }]\n---\n`;
  expect(fixFile(text)).toMatchObject({ text, fixes: [] });
});
