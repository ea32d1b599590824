import { expect, test } from 'vitest';
import { abstractLabel } from '../../../../src/components/publication/abstract-label.ts';
import { createTranslator } from '../../../../src/i18n/translate.ts';

test.each([
  ['OBJECTIVE', 'Objective'],
  ['MATERIALS AND METHODS', 'Materials and methods'],
  ['ÉTUDE', 'Étude'],
  ['DNA', 'DNA'],
  ['Study of HIV', 'Study of HIV'],
  ['هدف', 'هدف'],
])('the label %s is shown as %s', (printed, shown) => {
  expect(abstractLabel(printed, 'en', createTranslator('en'), 'en').text).toBe(shown);
});

test.each([
  ['OBJECTIVE', 'اهداف', 'fa'],
  ['Methods & Results', 'روش بررسی و یافته‌ها', 'fa'],
  ['BACKGROUND/AIMS', 'زمینه و هدف', 'fa'],
  ['METHODS AND THE REST', 'Methods and the rest', 'en'],
])('the label %s is shown in Persian as %s', (printed, text, lang) => {
  expect(abstractLabel(printed, 'en', createTranslator('fa'), 'fa')).toEqual({ text, lang });
});
