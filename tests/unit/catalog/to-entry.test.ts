import { expect, test } from 'vitest';
import { toEntry } from '../../../src/catalog/to-entry.ts';
import type { Person } from '../../../src/domain/institute/institute.ts';
import { compileText, makeOwnEntry } from '../../support/make.ts';

const person = (id: string, fields: object): Person =>
  JSON.parse(compileText(`people/${id}.yaml`, JSON.stringify(fields)).record!) as Person;
const people = [
  person('jamshidi-a', { names: ['Jamshidi, Ahmadreza'], native: { fa: 'احمدرضا جمشیدی' } }),
  person('vosough-m', { names: ['Vosough, M'], page: 'false', native: { fa: 'مسعود وثوق' } }),
];

test('an entry names the first authors, and of the others those with a page, with their names in other scripts', () => {
  const printed = [
    ...Array.from({ length: 8 }, (_, index) => `Author ${'ABCDEFGH'[index]}`),
    'Jamshidi A',
    'Vosough M',
  ];
  const own = makeOwnEntry({ authors: printed });
  const entry = toEntry(own, { personAt: (position) => people[position - 8], journal: undefined });
  expect(entry.authors).toHaveLength(6);
  expect(entry.authorCount).toBe(10);
  expect(entry.laterPeople).toEqual([
    { name: own.authors[8]!.name, person: 'jamshidi-a', native: { fa: 'احمدرضا جمشیدی' } },
  ]);
});

test('an entry has the title of the journal, else of the book, else of the congress', () => {
  const journal = {
    id: 'gut',
    title: 'Gut: A Journal',
    file: 'journals/gut.yaml',
    eissn: '1468-3288',
    abbreviation: 'Gut',
  };
  const containerOf = (written: Record<string, unknown>, found?: typeof journal) =>
    toEntry(makeOwnEntry(written), { personAt: () => undefined, journal: found }).container;
  expect(containerOf({ journal: 'gut' }, journal)).toBe('Gut: A Journal');
  expect(containerOf({ journal: 'The Lancet' })).toBe('The Lancet');
  const event = { name: 'Congress', place: 'Tehran', start: '2024-05-02' };
  expect(containerOf({ type: 'conference-paper', container: 'Proceedings', event })).toBe('Proceedings');
  expect(containerOf({ type: 'conference-paper', event })).toBe('Congress');
  const { cited } = toEntry(makeOwnEntry({ journal: 'gut' }), { personAt: () => undefined, journal });
  expect(cited).toMatchObject({ journal: true, abbreviation: 'Gut', issn: '1468-3288' });
});
