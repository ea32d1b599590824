import { describe, expect, test } from 'vitest';
import type { PartialDate } from '../../../src/domain/dates/partial-date.ts';
import { parsePrintedDate } from '../../../src/domain/dates/parse-printed-date.ts';
import { createFormatter } from '../../../src/i18n/format.ts';

const [en, fa, ar] = [createFormatter('en'), createFormatter('fa'), createFormatter('ar')];

describe('dates', () => {
  test.each([
    [en.date({ year: 2024 }), '2024'],
    [en.date({ year: 2024, month: 12 }), 'December 2024'],
    [en.date({ year: 2024, month: 12, day: 3 }), '3 December 2024'],
    [fa.date({ year: 2024 }), '۲۰۲۴'],
    [fa.date({ year: 2024, month: 12 }), 'دسامبر ۲۰۲۴'],
    [fa.date({ year: 2024, month: 12, day: 3 }), '۳ دسامبر ۲۰۲۴'],
    [ar.date({ year: 2024, month: 12, day: 3 }), '٣ ديسمبر ٢٠٢٤'],
  ])('%s is as precise as the date is known', (shown, expected) => {
    expect(shown).toBe(expected);
  });

  test('a volume with its pages has the digits of the language', () => {
    expect(fa.digits('12(3): 101–110')).toBe('۱۲(۳): ۱۰۱–۱۱۰');
    expect(en.digits('12(3): 101–110')).toBe('12(3): 101–110');
  });

  test('a date of another calendar is shown in it and with the Gregorian year', () => {
    const persian = (text: string): PartialDate => {
      const parsed = parsePrintedDate('persian', text);
      if (!parsed.ok) throw new Error(parsed.fault.message);
      return parsed.value;
    };
    expect(['1402', '1402-07', '1402-05-12'].map((text) => fa.date(persian(text)))).toEqual([
      '۱۴۰۲ (۲۰۲۳ م)',
      'مهر ۱۴۰۲ (۲۰۲۳ م)',
      '۱۲ مرداد ۱۴۰۲ (۲۰۲۳ م)',
    ]);
    expect(['1402', '1402-07', '1402-05-12'].map((text) => en.date(persian(text)))).toEqual([
      '1402 AP [2023]',
      'Mehr 1402 AP [2023]',
      '3 August 2023',
    ]);
    expect([fa.yearOf(persian('1402')), en.yearOf(persian('1402'))]).toEqual(['۱۴۰۲ (۲۰۲۳ م)', '2023']);
  });

  test('every day of a year is shown as that day, whatever the time zone of the machine', () => {
    for (let month = 1; month <= 12; month++) {
      for (const day of [1, 28]) expect(en.date({ year: 2023, month, day })).toBe(`${day} ${en.month(month)} 2023`);
    }
  });

  test('years have no thousands separator', () => {
    expect(fa.years(2010, 2024)).toBe('۲۰۱۰–۲۰۲۴');
    expect(en.years(2024, 2024)).toBe('2024');
  });
});

describe('other values', () => {
  test.each([
    [en.number(6973), '6,973'],
    [fa.number(6973), '۶٬۹۷۳'],
    [en.percent(0.634), '63%'],
    [fa.percent(0.634), '۶۳٪'],
    [en.bytes(0), '0 byte'],
    [en.bytes(12_345), '12 kB'],
    [en.bytes(1_234_567), '1.2 MB'],
    [fa.bytes(12_345), '۱۲ کیلوبایت'],
    [en.country('IR'), 'Iran'],
    [fa.country('IR'), 'ایران'],
    [en.language('fa'), 'Persian'],
    [en.language('not a tag'), 'not a tag'],
    [en.either(['a', 'b', 'c']), 'a, b or c'],
    [fa.either(['سال', 'مجله', 'نویسنده']), 'سال،\u200f مجله یا نویسنده'],
    [fa.all(['موضوع', 'مرکز', 'پژوهشگر']), 'موضوع،\u200f مرکز و پژوهشگر'],
    [en.either([]), ''],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});
