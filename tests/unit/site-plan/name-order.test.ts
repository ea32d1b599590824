import { describe, expect, test } from 'vitest';
import { nameOrder } from '../../../src/site-plan/name-order.ts';

const sorted = (locale: string, names: readonly string[]): string[] => {
  const rows = names.map((name) => ({ id: name, sort: [name] }));
  return rows.sort(nameOrder(locale).compare).map(({ id }) => id);
};

describe('each language has its own order', () => {
  test('Persian letters are in the order of Persian dictionaries, before other scripts', () => {
    const names = ['یزدی', 'Adams', 'گیلانی', 'پارسا', 'ژاله', 'چمران', 'بهار', 'کاظمی', 'زارع', 'آدینه'];
    expect(sorted('fa', names)).toEqual([
      'آدینه',
      'بهار',
      'پارسا',
      'چمران',
      'زارع',
      'ژاله',
      'کاظمی',
      'گیلانی',
      'یزدی',
      'Adams',
    ]);
  });

  test('letters with accents are sorted with their base letters', () => {
    expect(sorted('en', ['Zeta', 'Écart', 'Eaton', 'Östman', 'Otto'])).toEqual([
      'Eaton',
      'Écart',
      'Östman',
      'Otto',
      'Zeta',
    ]);
  });

  test('an article or an apostrophe before a name is ignored', () => {
    expect(sorted('en', ['Gut', 'The Lancet', 'ʻAdam', 'Addis', 'A & A'])).toEqual([
      'A & A',
      'ʻAdam',
      'Addis',
      'Gut',
      'The Lancet',
    ]);
  });

  test('numbers are sorted by value, and equal names by their ids', () => {
    expect(sorted('en', ['Part 10', 'Part 9'])).toEqual(['Part 9', 'Part 10']);
    const { compare } = nameOrder('en');
    expect(compare({ id: 'a', sort: ['X'] }, { id: 'b', sort: ['X'] })).toBeLessThan(0);
  });
});

test.each([
  ['en', 'Écart', 'E'],
  ['en', 'ʻAdam', 'A'],
  ['en', '4OR', '#'],
  ['en', 'The Lancet', 'L'],
  ['en', '', '#'],
  ['fa', 'آدینه', 'ا'],
  ['fa', 'يزدی', 'ی'],
  ['fa', 'كاظمی', 'ک'],
  ['ar', 'أحمد', 'ا'],
  ['ar', 'کاظم', 'ك'],
])('in %s, %s is listed under %s', (locale, name, letter) => {
  expect(nameOrder(locale).initial(name)).toBe(letter);
});
