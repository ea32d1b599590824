import { expect, it } from 'vitest';
import { importSettingsSchema } from '../../../src/schemas/import-settings.ts';
import { readSource } from '../../../src/import/read/read-source.ts';

it('columns of import.yaml are names, or several of which the first that a table has counts', () => {
  const { columns } = importSettingsSchema.parse({
    columns: { title: 'Name', authors: ['By', 'Names'], published: 'Year' },
  });
  const read = readSource('list.csv', new TextEncoder().encode('Name,Names,Year\nOne,"Karimi, S.",2020\n'), columns);
  expect(
    'records' in read && read.records.map(({ title, authors }) => [title, authors.map(({ name }) => name)]),
  ).toEqual([['One', ['Karimi, S.']]]);
});

it('columns of import.yaml can hold nothing that a record has no place for', () => {
  expect(importSettingsSchema.safeParse({ columns: { colour: 'Colour' } }).success).toBe(false);
});
