import { describe, expect, test } from 'vitest';
import { findStrings, knownLocales, requireLocale } from '../../../src/i18n/locales.ts';
import { findMissingStrings } from '../../../src/i18n/missing-strings.ts';
import { createTranslator } from '../../../src/i18n/translate.ts';

describe('strings', () => {
  test('every language has every string, in every plural form that it needs', () => {
    expect(
      knownLocales.flatMap((locale) => findMissingStrings(locale).map((missing) => ({ locale, ...missing }))),
    ).toEqual([]);
  });

  test('no language has a string that English lacks', () => {
    const english = new Set(Object.keys(findStrings('en') ?? {}));
    for (const locale of knownLocales)
      expect(Object.keys(findStrings(locale) ?? {}).filter((key) => !english.has(key))).toEqual([]);
  });

  test('a translation names no parameter that English does not have', () => {
    const parametersOf = (message: unknown): Set<string> => new Set(JSON.stringify(message).match(/\{\w+\}/g));
    const english = findStrings('en') ?? {};
    for (const locale of knownLocales) {
      for (const [key, message] of Object.entries(findStrings(locale) ?? {})) {
        const unknown = [...parametersOf(message)].filter((name) => !parametersOf(english[key]).has(name));
        expect({ locale, key, unknown }).toEqual({ locale, key, unknown: [] });
      }
    }
  });

  test('strings hold no markup, because they are shown as text', () => {
    for (const locale of knownLocales) expect(JSON.stringify(findStrings(locale))).not.toMatch(/[<>]|&\w+;/);
  });

  test.each(knownLocales)('%s says what it is called and how it is written', (code) => {
    const { label, direction, intl } = requireLocale(code);
    expect(label).not.toBe(code);
    expect(direction).toBe(['fa', 'ar'].includes(code) ? 'rtl' : 'ltr');
    expect(Intl.getCanonicalLocales(intl)).toEqual([intl]);
  });
});

describe('translating', () => {
  test.each([
    ['en', 1, '1 publication'],
    ['en', 6973, '6,973 publications'],
    ['fa', 1, '۱ اثر'],
    ['fa', 6973, '۶٬۹۷۳ اثر'],
    ['ar', 1, 'منشور واحد'],
    ['ar', 3, '٣ منشورات'],
    ['ar', 11, '١١ منشورًا'],
  ])('in %s, %d publications have their own form and digits', (locale, count, expected) => {
    expect(createTranslator(locale)('count.publications', { count })).toBe(expected);
  });

  test('a parameter that is text stays as it is', () => {
    expect(createTranslator('fa')('publication.orcid', { name: 'Jamshidi A' })).toContain('Jamshidi A');
  });

  test('a parameter that looks like a replacement pattern stays as it is', () => {
    expect(createTranslator('en')('correction.subject', { title: '$& and $1' })).toBe('Correction: $& and $1');
  });

  test('a language without strings speaks English', () => {
    expect(createTranslator('de')('action.cite')).toBe('Cite');
    expect(createTranslator('de')('count.publications', { count: 1 })).toBe('1 publication');
  });
});
