import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../../src/compile/yaml/read-plain-yaml.ts';

/** Pieces of which YAML is made, and of which a random text is likely to be nearly valid. */
const pieces = [
  ...['title', 'authors', 'name', 'en', 'a', '1', 'ß', 'ژرف', '😀'],
  ...[': ', ':', ' ', '  ', '\n', '\n  ', '\n    ', '\n- ', '\n  - ', '\n\n', '- ', '-'],
  ...['"', "'", "''", '\\"', '\\n', '\\u00e9', '\\x41', '\\', '[', ']', '{', '}', ', ', ','],
  ...[
    '#',
    ' #',
    '# ',
    '&a',
    '*a',
    '!t',
    '|',
    '>',
    '>-',
    '~',
    'null',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '---',
    '...',
    '\t',
    '\r',
  ],
  ...[
    'key: value',
    'key: "quoted text"',
    "key: 'it''s'",
    'list: [1, 2]',
    'map: { a: b, c: "d" }',
    'key:',
    'https://x.org/a?b=c#d',
  ],
] as const;

describe('plain YAML', () => {
  test('is read as the yaml package reads it, or left to it', () => {
    let read = 0;
    const line = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
    const field = fc.tuple(fc.constantFrom('a', 'b', 'c'), line).map(([key, text]) => `${key}: ${text}`);
    const text = fc.array(fc.oneof(field, field, line), { maxLength: 6 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (yaml) => {
        const fields = readPlainYaml(yaml);
        if (fields === undefined) return;
        read += 1;
        const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
        expect(document.errors).toEqual([]);
        expect(document.warnings).toEqual([]);
        expect(fields).toEqual(withoutEmpty(document.toJS() ?? {}));
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  test('is what nearly all fields of the gallery are', () => {
    const folder = join(import.meta.dirname, '../../../sites/gallery/publications');
    const read = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mdx'))
      .map((path) => readFileSync(join(folder, path), 'utf8').split('---\n')[1]!)
      .map((yaml) => [readPlainYaml(yaml), yaml] as const);
    for (const [fields, yaml] of read)
      if (fields) expect(fields).toEqual(withoutEmpty(parseDocument(yaml, { schema: 'failsafe' }).toJS()));
    expect(read.filter(([fields]) => fields).length / read.length).toBeGreaterThan(0.7);
  });

  // prettier-ignore
  const left: readonly (readonly [name: string, yaml: string])[] = [
    ['a text over two lines', 'title: one\n  two'],
    ['a quoted text over two lines', 'title: "one\n  two"'],
    ['a block text', 'summary: >\n  one\n  two'],
    ['a remark', 'title: one # two'],
    ['a colon that makes a key', 'title: one: two'],
    ['a key that stands twice', 'title: one\ntitle: two'],
    ['a reference', 'title: *one'],
    ['a tag', 'title: !one two'],
    ['an escape that JSON does not know', 'title: "\\x41"'],
    ['a list in a list', 'list:\n  - - one'],
    ['a tab', 'title:\tone'],
    ['a carriage return', 'title: one\r\n'],
  ];

  test.each(left)('%s is left to the library', (_, yaml) => {
    expect(readPlainYaml(yaml)).toBeUndefined();
  });
});

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== '' && item !== null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, withoutEmpty(item)] as const)
      .filter(([, item]) => item !== '' && item !== null),
  );
}
