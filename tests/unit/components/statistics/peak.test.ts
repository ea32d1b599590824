import { expect, test } from 'vitest';
import { peakCaption } from '../../../../src/components/statistics/peak.ts';
import { createFormatter } from '../../../../src/i18n/format.ts';
import { createTranslator } from '../../../../src/i18n/translate.ts';

test.each([
  { counts: [1, 177, 4], en: 'Most in 2001: 177 publications', fa: 'بیشترین تعداد در سال ۲۰۰۱: ۱۷۷ اثر' },
  {
    counts: [1, 2, 4],
    en: '4 publications in 2002, more than in any earlier year',
    fa: '۴ اثر در سال ۲۰۰۲، بیش از هر سال پیش از آن',
  },
  {
    counts: [4, 1, 4],
    en: 'Most in 2000 and 2002: 4 publications each',
    fa: 'بیشترین تعداد در سال‌های ۲۰۰۰ و ۲۰۰۲: هر سال ۴ اثر',
  },
  { counts: [1, 1, 1, 1], en: 'At most 1 publication a year', fa: 'حداکثر ۱ اثر در سال' },
])('the heading is so for $counts', ({ counts, en, fa }) => {
  const years = counts.map((count, index) => ({ year: 2000 + index, count }));
  const caption = (locale: string) => peakCaption(years, createTranslator(locale), createFormatter(locale));
  expect([caption('en'), caption('fa')]).toEqual([en, fa]);
});
