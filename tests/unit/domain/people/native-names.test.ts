import { expect, test } from 'vitest';
import { otherNames } from '../../../../src/domain/people/native-names.ts';

test('a name that is equal in two languages is returned once', () => {
  expect(otherNames({ fa: 'رضا نمونه', ar: 'رضا نمونه' }, 'Reza Nemuneh')).toEqual([['fa', 'رضا نمونه']]);
});

test('variants of a letter do not make a second name', () => {
  expect(otherNames({ ar: 'علي خيالي', fa: 'علی خیالی' }, 'Ali Khiyali')).toEqual([['ar', 'علي خيالي']]);
});

test('different names are both returned', () => {
  expect(otherNames({ fa: 'سارا خیالی', ar: 'سارة خيالي' }, 'Sara Khiyali').map(([lang]) => lang)).toEqual([
    'fa',
    'ar',
  ]);
});

test('the shown name is not returned', () => {
  expect(otherNames({ und: 'Ali Khiyali', fa: 'علی خیالی', ar: 'علي خيالي' }, 'علي خيالي')).toEqual([
    ['und', 'Ali Khiyali'],
  ]);
  expect(otherNames(undefined, 'Ali Khiyali')).toEqual([]);
});
