import { describe, expect, test } from 'vitest';
import { parseLanguageTag, scriptDirection, textDirection } from '../../../../src/domain/languages/language.ts';

test.each([
  ['en', 'en'],
  ['EN-us', 'en-US'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['ckb', 'ckb'],
  ['sl-rozaj-1994', 'sl-rozaj-1994'],
  ['de-CH-x-Phonebk', 'de-CH-x-phonebk'],
  ['es-419', 'es-419'],
  ['x-foo', 'x-foo'],
])('%s is the tag %s', (text, tag) => expect(parseLanguageTag(text)).toEqual({ ok: true, value: tag }));

describe('a text that is not a tag is rejected with the tag that it means', () => {
  test.each([
    ['English', 'write en'],
    ['فارسی', 'write fa'],
    ['eng', 'write en'],
    ['fas-IR', 'write fa-IR'],
    ['en_US', 'write en-US'],
    ['jp', 'write ja'],
    ['xx', 'write a tag such as en, fa or zh-Hant'],
    ['', 'write a tag such as en, fa or zh-Hant'],
  ])('%s', (text, hint) => expect(parseLanguageTag(text)).toMatchObject({ ok: false, fault: { hint } }));
});

test.each([
  ['fa', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['he-Latn', 'ltr'],
  ['ku', 'ltr'],
  ['ku-Arab', 'rtl'],
  ['en', 'ltr'],
])('%s is written %s', (lang, direction) => expect(textDirection(lang)).toBe(direction));

test.each([
  ['۱۲ «سلام» x', 'rtl'],
  ['(a) سلام', 'ltr'],
  ['שלום', 'rtl'],
  ['中', 'ltr'],
  ['12 %', undefined],
])('%s starts %s', (text, direction) => expect(scriptDirection(text)).toBe(direction));
