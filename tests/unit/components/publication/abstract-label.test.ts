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

test('a common label is translated', () => {
  expect(abstractLabel('OBJECTIVE', 'en', createTranslator('fa'), 'fa')).toMatchObject({ lang: 'fa' });
});
