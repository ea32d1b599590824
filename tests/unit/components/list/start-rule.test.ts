import { expect, test } from 'vitest';
import { startRule } from '../../../../src/components/list/start-rule.ts';
import { createTranslator } from '../../../../src/i18n/translate.ts';

const paper = { type: 'article' } as const;
const review = { type: 'review' } as const;
const explained = { ...paper, summary: { en: 'In short.' } };
const withMessages = { ...paper, keyMessages: [{ en: 'One.' }] };

test.each([
  { entries: [review, explained, paper], rule: 'Reviews and plain-language summaries first' },
  { entries: [review, paper], rule: 'Reviews first' },
  { entries: [withMessages, paper], rule: 'Explained in plain language first' },
  { entries: [paper, paper], rule: undefined },
])('the rule names only what there is: $rule', ({ entries, rule }) => {
  expect(startRule(entries, createTranslator('en'))).toBe(rule);
});
