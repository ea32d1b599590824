import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, readRecord } from '../../../../src/editor/model/edit.ts';
import type { DeskKind, Edit, Path, WrittenValue } from '../../../../src/editor/model/record.ts';
import { fileSchemas } from '../../../../src/schemas/file-schemas.ts';
import type { ReadValue } from '../../../../src/import/write/edit.ts';
import { parseYaml } from '../../../../src/import/write/yaml-file.ts';

const sites = join(import.meta.dirname, '../../../sites');
const kinds = Object.keys(fileSchemas) as readonly DeskKind[];

interface ContentFile {
  readonly name: string;
  readonly kind: DeskKind;
  readonly text: string;
}

const contentFiles: readonly ContentFile[] = ['gallery', 'hostile', 'small', 'citations'].flatMap((site) =>
  readdirSync(join(sites, site), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .sort()
    .flatMap((file): ContentFile[] => {
      const kind = file === 'site.yaml' ? 'site' : kinds.find((one) => file.startsWith(`${one}/`));
      if (!kind) return [];
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(sites, site, file)));
      return [{ name: `${site}/${file}`, kind, text }];
    }),
);
const editable = contentFiles.filter(({ kind, text }) => readRecord(text, kind) !== undefined);

/** The text after edits. */
function edited(text: string, kind: DeskKind, ...edits: Edit[]): string {
  const result = applyEdits(text, kind, edits);
  if ('problem' in result) throw new Error(result.problem.message);
  return result.text;
}

describe('a file that is opened and saved', () => {
  test('is read as it is written, whatever its tags say', () => {
    expect(readRecord('names: !!binary QQ==\nunit: !!timestamp 2024-01-01\n', 'people')?.fields).toEqual({
      names: 'QQ==',
      unit: '2024-01-01',
    });
  });

  test('is found often enough', () => {
    expect(editable.length).toBeGreaterThan(60);
  });

  test('keeps every byte where each field is set to what it is', () => {
    for (const { name, kind, text } of editable) {
      const { fields, body } = readRecord(text, kind)!;
      const edits = Object.entries(fields).map(([key, value]): Edit => ({ type: 'set', path: [key], value }));
      const all: Edit[] = kind === 'publications' ? [...edits, { type: 'body', text: body }] : edits;
      expect(edited(text, kind, ...all), name).toBe(text);
    }
  });
});

describe('one edit', () => {
  /** Every value of a file with its path. */
  const pathsOf = (value: ReadValue, path: Path = []): Path[] => {
    if (typeof value === 'string') return [path];
    const inner = Array.isArray(value)
      ? (value as readonly ReadValue[]).flatMap((item, at) => pathsOf(item, [...path, at]))
      : Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
    return path.length === 0 ? inner : [path, ...inner];
  };
  const texts = fc.oneof(
    fc.constantFrom(
      '2024',
      'true',
      'no',
      '007',
      'a: b',
      '# x',
      '- x',
      '"q"',
      "it's",
      '',
      ' x ',
      'one\ntwo',
      '{ a',
      '*a',
      '&a',
      '؟ سلام',
      '1e3',
      'x #y',
      '\\',
      '|',
      '>',
      'a, b',
      '[x]',
      '\u2028',
      'a\tb',
      'a\n\n b\n',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => text.isWellFormed()),
  );
  const values: fc.Arbitrary<WrittenValue> = fc.oneof(
    { weight: 4, arbitrary: texts },
    fc.array(texts, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('en', 'fa', 'name', 'no'), texts, { maxKeys: 3 }),
  );
  const cases = fc.constantFrom(...editable).chain((file) =>
    fc.record({
      file: fc.constant(file),
      path: fc.constantFrom(...pathsOf(readRecord(file.text, file.kind)!.fields)),
      value: values,
    }),
  );

  test('changes its value alone when it is read, and is taken back by its inverse', () => {
    let refused = 0;
    let all = 0;
    fc.assert(
      fc.property(cases, ({ file: { kind, text }, path, value }) => {
        all += 1;
        const before = readRecord(text, kind)!;
        const result = applyEdits(text, kind, [{ type: 'set', path, value }]);
        if ('problem' in result) {
          refused += 1;
          return;
        }
        const after = readRecord(result.text, kind)!;
        expect(after.body).toBe(before.body);
        const [name] = path;
        for (const key of Object.keys(before.fields))
          if (key !== name) expect(after.fields[key]).toEqual(before.fields[key]);
        // Everything but the lines of the field stays, byte for byte.
        expect(outsideOf(result.text, String(name))).toBe(outsideOf(text, String(name)));
        const own = valueOf(before.fields, path);
        const back = applyEdits(result.text, kind, [{ type: 'set', path, value: own }]);
        if (!('problem' in back)) expect(readRecord(back.text, kind)!.fields).toEqual(before.fields);
      }),
      { numRuns: 250 },
    );
    expect(refused / all).toBeLessThan(0.02);
  });

  test('of a list: what is inserted and removed, and what is moved there and back, leaves the same bytes', () => {
    const lists = editable.flatMap((file) => {
      const { fields } = readRecord(file.text, file.kind)!;
      const found = pathsOf(fields).flatMap((path) => {
        const value = valueOf(fields, path);
        return Array.isArray(value) && value.length > 1 ? [{ file, path, size: value.length }] : [];
      });
      return found.slice(0, 2);
    });
    expect(lists.length).toBeGreaterThan(30);
    for (const {
      file: { name, kind, text },
      path,
      size,
    } of lists) {
      const inserted = edited(text, kind, { type: 'insert', path, index: 1, value: 'Inserted' });
      expect(inserted).not.toBe(text);
      expect(edited(inserted, kind, { type: 'remove', path: [...path, 1] }), `${name} ${path.join('.')}`).toBe(text);
      const moved = edited(text, kind, { type: 'move', path, from: 0, to: size - 1 });
      expect(edited(moved, kind, { type: 'move', path, from: size - 1, to: 0 }), `${name} ${path.join('.')}`).toBe(
        text,
      );
    }
  });

  const valueOf = (value: ReadValue, path: Path): ReadValue =>
    path.reduce<ReadValue>((inner, part) => (inner as Readonly<Record<string | number, ReadValue>>)[part]!, value);

  /** The text without the lines of one field, from its key to the next key. */
  function outsideOf(text: string, name: string): string {
    const lines = text.split(/(?<=\n)/);
    const start = lines.findIndex((line) => line.replace(/^\ufeff/, '').startsWith(`${name}:`));
    if (start < 0) return '';
    const length = lines.slice(start + 1).findIndex((line) => /^[^\s#-][^\n]*:|^---|^#/.test(line));
    const end = length < 0 ? lines.length : start + 1 + length;
    return [...lines.slice(0, start), ...lines.slice(end)].join('');
  }
});

describe('the way in which a value is written', () => {
  const file = (yaml: string): string => `---\n${yaml}---\n\nBody.\n`;
  const change = (yaml: string, ...edits: Edit[]): string =>
    edited(file(yaml), 'publications', ...edits).slice(4, -'---\n\nBody.\n'.length);
  const set = (path: Path, value: WrittenValue): Edit => ({ type: 'set', path, value });

  const flow = 'keywords: [a, # why a\n  b, # why b\n  c # why c\n  ]\n';
  // prettier-ignore
  const cases: readonly (readonly [name: string, before: string, edit: Edit, after: string])[] = [
    ['keeps double quotes', 'title: "Old"\n', set(['title'], 'New'), 'title: "New"\n'],
    ['keeps single quotes', "title: 'Old'\n", set(['title'], "It's new"), "title: 'It''s new'\n"],
    ['keeps a bare text bare where it can be', 'title: Old (one)\n', set(['title'], 'New (two), again'), 'title: New (two), again\n'],
    ['puts a bare text in quotes where it must', 'title: Old\n', set(['title'], 'New: a trial'), 'title: "New: a trial"\n'],
    ['keeps a comment after a value', 'volume: 12 # checked\n', set(['volume'], '13'), 'volume: 13 # checked\n'],
    ['keeps a comment after the key of a list', 'authors: # as printed\n  - A B\n', set(['authors'], 'C D'), 'authors: C D # as printed\n'],
    ['keeps a block of lines', 'summary: |-\n    one\n    two\nvolume: 1\n', set(['summary'], 'three\nfour'), 'summary: |-\n    three\n    four\nvolume: 1\n'],
    ['keeps folded lines', 'summary: >-\n  one\n  two\nvolume: 1\n', set(['summary'], 'three\nfour'), 'summary: >-\n  three\n\n  four\nvolume: 1\n'],
    ['fills a key without a value', 'title: T\nvolume: # none yet\nissue: 3\n', set(['volume'], '12'), 'title: T\nvolume: 12 # none yet\nissue: 3\n'],
    ['writes a new field where the schema has it', 'title: T\npublished: 2024\n', set(['volume'], '12'), 'title: T\nvolume: 12\npublished: 2024\n'],
    ['writes a date and a flag without quotes', 'title: T\npublished: 2024\n', set(['draft'], true), 'title: T\npublished: 2024\ndraft: true\n'],
    ['makes a group of an author that is a text', 'authors:\n  - Jamshidi A # first\n', set(['authors', 0, 'orcid'], '0000-0002-1825-0097'), 'authors:\n  - { name: Jamshidi A, orcid: 0000-0002-1825-0097 } # first\n'],
    ['sets the name of an author that is a text', 'authors: [Jamshidi A, Karimi S]\n', set(['authors', 1, 'name'], 'Karimi, Sara'), 'authors: [Jamshidi A, "Karimi, Sara"]\n'],
    ['writes a new author as a text where others are texts', 'authors:\n  - Jamshidi A # first\n  - { name: Karimi S, orcid: 0000-0002-1825-0097 }\n  - ""\n', set(['authors', 2, 'name'], 'Rossi M'), 'authors:\n  - Jamshidi A # first\n  - { name: Karimi S, orcid: 0000-0002-1825-0097 }\n  - Rossi M\n'],
    ['writes a new author in the quotes of the others', "authors:\n  - 'Karimi, S'\n  - \"\"\n", set(['authors', 1, 'name'], 'Rossi, M'), "authors:\n  - 'Karimi, S'\n  - 'Rossi, M'\n"],
    ['writes the first keyword without quotes', 'keywords: [""]\n', set(['keywords', 0], 'sleep'), 'keywords: [sleep]\n'],
    ['writes a new author as a group where all others are groups', 'authors:\n  - { name: Karimi S, affiliations: [1] }\n  - ""\n', set(['authors', 1, 'name'], 'Rossi M'), 'authors:\n  - { name: Karimi S, affiliations: [1] }\n  - { name: Rossi M }\n'],
    ['gives another field to a new author among texts', 'authors:\n  - Jamshidi A\n  - ""\n', set(['authors', 1, 'group'], 'Example Consortium'), 'authors:\n  - Jamshidi A\n  - { group: Example Consortium }\n'],
    ['keeps a value with a tag of YAML', 'title: !!binary QQ==\nadded: !!timestamp 2024-01-01\nvolume: 1\n', set(['volume'], '2'), 'title: !!binary QQ==\nadded: !!timestamp 2024-01-01\nvolume: 2\n'],
    ['adds a key to a group in lines', 'authors:\n  - name: A\n    person: a\nvolume: 1\n', set(['authors', 0, 'orcid'], '0000-0002-1825-0097'), 'authors:\n  - name: A\n    orcid: 0000-0002-1825-0097\n    person: a\nvolume: 1\n'],
    ['adds a key to a group in braces', 'image: { src: ./a.png }\n', set(['image', 'alt'], 'A'), 'image: { src: ./a.png, alt: A }\n'],
    ['adds a language', 'titles: { en: A }\n', set(['titles', 'fa'], 'عنوان'), 'titles: { en: A, fa: عنوان }\n'],
    ['removes a field with its lines', 'title: T\nauthors:\n  - A\n  - B\nvolume: 1\n', { type: 'remove', path: ['authors'] }, 'title: T\nvolume: 1\n'],
    ['removes the first key of an item', 'authors:\n  - name: A\n    group: B\n', { type: 'remove', path: ['authors', 0, 'name'] }, 'authors:\n  - group: B\n'],
    ['removes an item in brackets', 'keywords: [a, b, c]\n', { type: 'remove', path: ['keywords', 1] }, 'keywords: [a, c]\n'],
    ['leaves an empty list', 'keywords:\n  - a\nvolume: 1\n', { type: 'remove', path: ['keywords', 0] }, 'keywords:\n  []\nvolume: 1\n'],
    ['inserts an item in the form of the others', 'authors:\n  - name: A\n    person: a\n', { type: 'insert', path: ['authors'], index: 1, value: { name: 'B', person: 'b' } }, 'authors:\n  - name: A\n    person: a\n  - name: B\n    person: b\n'],
    ['makes a list of a text alone', 'keywords: a\n', { type: 'insert', path: ['keywords'], index: 1, value: 'b' }, 'keywords: [a, b]\n'],
    ['moves an item with the comment above it', 'authors:\n  - A\n  # the second\n  - B # b\n  - C\n', { type: 'move', path: ['authors'], from: 1, to: 0 }, 'authors:\n  # the second\n  - B # b\n  - A\n  - C\n'],
    ['moves an item in brackets', 'keywords: [a, "b, c",  d]\n', { type: 'move', path: ['keywords'], from: 2, to: 0 }, 'keywords: [d, a,  "b, c"]\n'],
    ['makes lines of a list of authors, and keeps the comment after a text', 'authors: A B # as printed\n', set(['authors'], ['A B', 'C D']), 'authors: # as printed\n  - A B\n  - C D\n'],
    ['keeps the comments of the other items when one in brackets is changed', flow, set(['keywords', 1], 'B'), flow.replace('  b,', '  B,')],
    ['keeps them when an item is removed', flow, { type: 'remove', path: ['keywords', 1] }, 'keywords: [a, # why a\n  c # why c\n  ]\n'],
    ['keeps them when the last item is removed', flow, { type: 'remove', path: ['keywords', 2] }, 'keywords: [a, # why a\n  b # why b\n  ]\n'],
    ['keeps them with their items when one is inserted', flow, { type: 'insert', path: ['keywords'], index: 1, value: 'x' }, 'keywords: [a, # why a\n  x,\n  b, # why b\n  c # why c\n  ]\n'],
    ['keeps them when an item is added', flow, { type: 'insert', path: ['keywords'], index: 3, value: 'x' }, 'keywords: [a, # why a\n  b, # why b\n  c, # why c\n  x\n  ]\n'],
    ['moves an item in brackets with its comment', flow, { type: 'move', path: ['keywords'], from: 2, to: 0 }, 'keywords: [c, # why c\n  a, # why a\n  b # why b\n  ]\n'],
    ['moves an item in brackets with the comment above it', 'keywords: [\n  # about a\n  a,\n  # about b\n  b,\n]\n', { type: 'move', path: ['keywords'], from: 1, to: 0 }, 'keywords: [\n  # about b\n  b,\n  # about a\n  a,\n]\n'],
    ['reads a comment of many signs once', `keywords: [a, b ${'#'.repeat(60)}\n  ]\n`, { type: 'insert', path: ['keywords'], index: 1, value: 'x' }, `keywords: [a, x, b ${'#'.repeat(60)}\n  ]\n`],
    ['keeps comments in braces', 'image: { src: ./a.png, # the figure\n  credit: C }\n', set(['image', 'alt'], 'A'), 'image: { src: ./a.png, # the figure\n  alt: A,\n  credit: C }\n'],
    ['gives a key another name in its place', '# a remark\nTitle: "T" # as printed\nvolume: 1\n', { type: 'rename', path: ['Title'], name: 'title' }, '# a remark\ntitle: "T" # as printed\nvolume: 1\n'],
    ['arranges, omits and adds items', 'authors:\n  - A # a\n  # above b\n  - B\n  - C\n', { type: 'arrange', path: ['authors'], order: [2, { value: { name: 'N' } }, 1] }, 'authors:\n  - C\n  - { name: "N" }\n  # above b\n  - B\n'],
    ['writes lines for a text of several lines', 'title: T\n', set(['summary', 'en'], 'one\n\ntwo'), 'title: T\nsummary:\n  en: |-\n    one\n\n    two\n'],
    ['keeps the name of a value, and changes what refers to it by itself', 'title: &t Same\noriginalTitle: *t\n', set(['originalTitle'], 'Other'), 'title: &t Same\noriginalTitle: Other\n'],
  ];
  test.each(cases)('%s', (_, before, edit, after) => {
    expect(change(before, edit)).toBe(after);
  });

  test('keeps the comments of all other items, whatever a list in brackets looks like', () => {
    const item = fc.record({
      above: fc.boolean(),
      after: fc.constantFrom('none', 'remark', 'before the comma'),
      space: fc.constantFrom(' ', '', '\n  ', '\n      '),
    });
    const edits = fc.constantFrom<Edit['type'][]>('insert', 'remove', 'move', 'set');
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 2, maxLength: 5 }),
        edits,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (items, type, one, other, ends) => {
          const inner = items
            .map(({ above, after, space }, at) => {
              const comma = at < items.length - 1 || ends ? ',' : '';
              const remark =
                after === 'none' ? comma : after === 'remark' ? `${comma} # r${at}\n  ` : ` # r${at}\n  ${comma}`;
              return `${above ? `\n  # a${at}\n ` : space}i${at}${remark}`;
            })
            .join('');
          const yaml = `keywords: [${inner}\n  ]\nvolume: 1\n`;
          const index = one % items.length;
          const path = ['keywords'];
          const edit: Edit =
            type === 'insert'
              ? { type, path, index: one % (items.length + 1), value: 'new' }
              : type === 'move'
                ? { type, path, from: index, to: other % items.length }
                : type === 'remove'
                  ? { type, path: [...path, index] }
                  : { type: 'set', path: [...path, index], value: 'new' };
          const next = change(yaml, edit);
          const kept = items.flatMap(({ above, after }, at) =>
            type === 'remove' && at === index
              ? []
              : [...(above ? [`# a${at}\n`] : []), ...(after === 'none' ? [] : [`# r${at}\n`])],
          );
          expect(kept.filter((comment) => next.split(comment).length !== 2)).toEqual([]);
          // What is after an item is still about it.
          for (const [at, { after }] of items.entries())
            if (after !== 'none' && at !== index) expect(next).toMatch(new RegExp(`i${at},?\\s*# r${at}\\n`));
        },
      ),
    );
  });

  test('keeps the line breaks of the other lines of a text that has both kinds', () => {
    const text = '---\r\ntitle: T\r\n---\r\n\r\nOne.\n\nTwo.\r\nThree.\n\r\nFour.\n';
    const body = readRecord(text, 'publications')!.body;
    expect(edited(text, 'publications', { type: 'body', text: body.replace('Two', 'Two and\na half') })).toBe(
      text.replace('Two', 'Two and\r\na half'),
    );
  });

  test('uses the line breaks of the file, and keeps its byte order mark', () => {
    const text = '\ufeff---\r\ntitle: T\r\nauthors:\r\n  - A\r\n---\r\n\r\nBody.\r\n';
    const next = edited(
      text,
      'publications',
      set(['volume'], '1'),
      { type: 'insert', path: ['authors'], index: 1, value: 'B' },
      { type: 'body', text: 'One.\n\nTwo.' },
    );
    expect(next).toBe(
      '\ufeff---\r\ntitle: T\r\nauthors:\r\n  - A\r\n  - B\r\nvolume: 1\r\n---\r\n\r\nOne.\r\n\r\nTwo.\r\n',
    );
  });

  test('of a body keeps the blank lines around it', () => {
    expect(edited('---\ntitle: T\n---\n\n\nOld.\n\n', 'publications', { type: 'body', text: 'New.' })).toBe(
      '---\ntitle: T\n---\n\n\nNew.\n\n',
    );
    expect(edited('---\ntitle: T\n---\n', 'publications', { type: 'body', text: 'New.' })).toBe(
      '---\ntitle: T\n---\n\nNew.\n',
    );
    expect(edited('---\ntitle: T\n---\n\nOld.\n', 'publications', { type: 'body', text: '' })).toBe(
      '---\ntitle: T\n---\n',
    );
  });

  test.each(['', '\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '  ', '  \n', '\n \n'])(
    'gives a file without a body that ends with %j back, where a body is added and removed',
    (end) => {
      const text = `---\ntitle: T\n---${end}`;
      const added = edited(text, 'publications', { type: 'body', text: 'One.\n\nTwo.' });
      expect(readRecord(added, 'publications')!.body).toBe('One.\n\nTwo.');
      expect(added).toMatch(/---\r?\n\r?\nOne\.\r?\n\r?\nTwo\./);
      expect(edited(added, 'publications', { type: 'body', text: '' })).toBe(text);
    },
  );
});

describe('an edit that cannot be written', () => {
  // prettier-ignore
  const cases: readonly (readonly [name: string, text: string, kind: DeskKind, edit: Edit, problem: string])[] = [
    ['in malformed fields', '---\ntitle: "T\n---\n', 'publications', { type: 'set', path: ['title'], value: 'U' }, 'fields-unreadable'],
    ['without lines of hyphens', 'title: T\n', 'publications', { type: 'set', path: ['title'], value: 'U' }, 'fields-unreadable'],
    ['of a body of a kind without one', 'names: [A]\n', 'people', { type: 'body', text: 'x' }, 'no-body'],
    ['past the end of a list', '---\nkeywords: [a]\n---\n', 'publications', { type: 'set', path: ['keywords', 5], value: 'b' }, 'no-such-place'],
    ['of a value that stands elsewhere too', '---\ntitle: &t A\noriginalTitle: *t\n---\n', 'publications', { type: 'set', path: ['title'], value: 'B' }, 'form-not-editable'],
  ];
  test.each(cases)('%s is a problem', (_, text, kind, edit, problem) => {
    const result = applyEdits(text, kind, [edit]);
    expect('problem' in result ? result.problem.name : result.text).toBe(problem);
  });
});

describe('3,000 authors', () => {
  const authors = Array.from({ length: 3000 }, (_, at) => `  - name: "Family${at}, Given"\n    affiliations: [1, 2]\n`);
  const text = `---\ntitle: T\nauthors:\n${authors.join('')}affiliations: [A, B]\npublished: 2024\n---\n`;

  test('are edited one at a time, and moved', () => {
    const next = edited(text, 'publications', { type: 'set', path: ['authors', 1500, 'name'], value: 'Other, Name' });
    expect(next).toBe(text.replace('Family1500, Given', 'Other, Name'));
    const moved = edited(text, 'publications', { type: 'move', path: ['authors'], from: 2999, to: 0 });
    expect(moved.length).toBe(text.length);
  });

  test('are read once for an edit, the form that shows it and the next edit', () => {
    const yaml = text.slice(4, text.lastIndexOf('---'));
    const cpu = (run: () => void): number => {
      const before = process.cpuUsage();
      run();
      const { user } = process.cpuUsage(before);
      return user;
    };
    const once = Math.min(...[1, 2, 3].map(() => cpu(() => void parseYaml(yaml))));
    let now = text;
    const edits = [1, 2, 3].map((count) =>
      cpu(() => {
        now = edited(now, 'publications', { type: 'set', path: ['title'], value: `T${count}` });
        expect(readRecord(now, 'publications')?.fields['title']).toBe(`T${count}`);
      }),
    );
    expect(Math.min(...edits) / once).toBeLessThan(2.2);
  });

  test('get two fields each in one reading of the file for each', () => {
    const edits = Array.from({ length: 1000 }, (_, third) => 3 * third + 2).flatMap((at): Edit[] => [
      { type: 'set', path: ['authors', at, 'orcid'], value: `o${at}` },
      { type: 'set', path: ['authors', at, 'equal'], value: true },
    ]);
    const next = edited(text, 'publications', ...edits);
    expect(next).toContain(
      '  - name: "Family2999, Given"\n    affiliations: [1, 2]\n    orcid: o2999\n    equal: true\n',
    );
  });
});
