import { expect, test } from 'vitest';
import { otherNames } from '../../../../src/domain/people/native-names.ts';

test('a name that two languages write alike is given once', () => {
  expect(otherNames({ fa: 'رضا نمونه', ar: 'رضا نمونه' }, 'Reza Nemuneh')).toEqual([['fa', 'رضا نمونه']]);
});

test('letters that look alike make no second name', () => {
  expect(otherNames({ ar: 'علي خيالي', fa: 'علی خیالی' }, 'Ali Khiyali')).toEqual([['ar', 'علي خيالي']]);
});

test('names that readers can tell apart stay two', () => {
  expect(otherNames({ fa: 'سارا خیالی', ar: 'سارة خيالي' }, 'Sara Khiyali').map(([lang]) => lang)).toEqual([
    'fa',
    'ar',
  ]);
});

test('what is shown already is not given again', () => {
  expect(otherNames({ und: 'Ali Khiyali', fa: 'علی خیالی', ar: 'علي خيالي' }, 'علي خيالي')).toEqual([
    ['und', 'Ali Khiyali'],
  ]);
  expect(otherNames(undefined, 'Ali Khiyali')).toEqual([]);
});
