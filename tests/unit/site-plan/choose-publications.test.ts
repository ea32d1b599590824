import { describe, expect, test } from 'vitest';
import { chooseFeatured, chooseStart, findNewestMonth } from '../../../src/site-plan/choose-publications.ts';
import { makeConnected, type WrittenPublication } from '../../support/make.ts';

const summary = (slug: string, written: Omit<WrittenPublication, 'slug'> = {}) =>
  makeConnected({ slug, published: '2020', ...written });
const takenBack = { status: 'retracted', notices: [{ type: 'retraction', date: '2021' }] };
const slugs = (publications: readonly { readonly slug: string }[]) => publications.map(({ slug }) => slug);
const many = Array.from({ length: 12 }, (_, index) => summary(`plain-${index + 1}`));

describe('the publications to begin with', () => {
  test('are those with the most reasons first, then the newest, and five at most', () => {
    const start = chooseStart([
      ...many,
      summary('review', { type: 'review' }),
      summary('explained', { summary: 'In short.' }),
      summary('best', { type: 'review', featured: true, keyMessages: ['One.'] }),
    ]);
    expect(slugs(start)).toEqual(['best', 'review', 'explained', 'plain-1', 'plain-2']);
  });

  test('hold nothing that was taken back, no data and no letters', () => {
    const start = chooseStart([
      ...many,
      summary('retracted', { type: 'review', ...takenBack }),
      summary('data', { type: 'dataset', featured: true }),
      summary('review', { type: 'review' }),
    ]);
    expect(slugs(start)).toEqual(['review', 'plain-1', 'plain-2', 'plain-3', 'plain-4']);
  });

  test('are left out where the list is short, and where they would be its own beginning', () => {
    expect(chooseStart([summary('review', { type: 'review' }), ...many.slice(0, 9)])).toEqual([]);
    expect(chooseStart(many)).toEqual([]);
  });
});

describe('the featured study', () => {
  test('is the featured one with the most to show, and of equal ones the newest', () => {
    const found = chooseFeatured([
      ...many,
      summary('newer', { featured: true }),
      summary('told', { featured: true, summaryTitle: 'No rain', summary: 'In short.' }),
      summary('older', { featured: true, summaryTitle: 'Rain', summary: 'In short.' }),
    ]);
    expect(found?.slug).toBe('told');
  });

  test('is never one that was taken back, and there may be none', () => {
    expect(chooseFeatured([...many, summary('gone', { featured: true, ...takenBack })])).toBeUndefined();
    expect(chooseFeatured([])).toBeUndefined();
  });
});

describe('the newest month', () => {
  const older = Array.from({ length: 6 }, (_, index) => summary(`older-${index}`, { published: '2023-05' }));

  test('is that in which records were added, else published, the latest day first', () => {
    const found = findNewestMonth([
      summary('published', { published: '2024-02-03' }),
      summary('added', { published: '2019', added: '2024-02-20' }),
      ...older,
    ]);
    expect(found?.month).toEqual({ year: 2024, month: 2 });
    expect(slugs(found!.publications)).toEqual(['added', 'published']);
  });

  test('is not that of an import of everything', () => {
    const imported = older.map((each) => ({ ...each, added: { year: 2026, month: 11, day: 1 } }));
    const found = findNewestMonth([summary('one', { published: '2024-03', added: '2026-11-01' }), ...imported]);
    expect(found?.month).toEqual({ year: 2024, month: 3 });
  });

  test('is unknown where a later year has no month, and where there is nothing', () => {
    expect(findNewestMonth([summary('later', { published: '2025' }), ...older])).toBeUndefined();
    expect(findNewestMonth([])).toBeUndefined();
  });
});
