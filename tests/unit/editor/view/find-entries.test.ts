import { expect, test } from 'vitest';
import type { DeskEntry } from '../../../../src/editor/model/record.ts';
import { findEntries } from '../../../../src/editor/view/list/find-entries.ts';

const entry = (id: string, title: string, detail = ''): DeskEntry => ({
  file: `publications/${id}.mdx`,
  kind: 'publications',
  id,
  title,
  detail,
  errors: 0,
  warnings: 0,
});
const entries = [
  entry('karimi-2024', 'Sleep and memory', 'Karimi S · 2024'),
  entry('rezaei-2023', 'یادگیری در کودکان', 'رضایی'),
  entry('muller-2020', 'Über das Gedächtnis', 'Müller J'),
];
const found = (query: string): readonly string[] => findEntries(entries, query).map(({ id }) => id);

test.each([
  ['', ['karimi-2024', 'rezaei-2023', 'muller-2020']],
  ['mem', ['karimi-2024']],
  ['sleep karimi', ['karimi-2024']],
  ['sleep muller', []],
  ['gedachtnis', ['muller-2020']],
  ['۲۰۲۴', ['karimi-2024']],
  // The Arabic forms of two letters, as some keyboards write them.
  ['يادگيري', ['rezaei-2023']],
  ['كودكان', ['rezaei-2023']],
  ['2023', ['rezaei-2023']],
])('"%s" finds %j', (query, ids) => {
  expect(found(query)).toEqual(ids);
});
