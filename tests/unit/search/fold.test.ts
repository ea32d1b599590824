import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAliases, foldNameForms, foldText, foldTokens } from '../../../src/search/fold.ts';

/** Spellings in one row find each other. */
const same: readonly (readonly string[])[] = [
  ['كتاب', 'کتاب', 'کتابها', 'کتاب‌ها', 'کتاب ها', 'الكتاب', 'کتاب‌های'],
  ['علي', 'علی', 'على'],
  ['مدرسة', 'مدرسه', 'المدرسة', 'والمدرسة'],
  ['أحمد', 'احمد', 'إحمد', 'اَحمَد'],
  ['محمد', 'مُحَمَّد', 'محـــمد'],
  ['آزمایش', 'ازمایش', 'آزمايش'],
  ['۱۴۰۲', '١٤٠٢', '1402'],
  ['Łukasz', 'Lukasz', 'LUKASZ'],
  ['Ørsted', 'Orsted'],
  ['Straße', 'Strasse'],
  ['Işık', 'Isik'],
  ['Nguyễn', 'Nguyen'],
  ['H₂O', 'H2O', 'h2o'],
  ['10⁻³', '10-3', '10−3'],
  ['TNF-α', 'TNFα', 'TNF alpha', 'TNF-alpha', 'TNFalpha'],
  ['β-catenin', 'beta catenin', 'beta-catenin'],
  ['thalassaemia', 'thalassemia'],
  ['haemorrhage', 'hemorrhage'],
  ['oesophageal oedema', 'esophageal edema'],
  ['paediatric', 'pediatric'],
  ['randomised', 'randomized'],
  ['behaviour of tumours', 'behavior of tumors'],
  ['centre', 'center'],
  ['modelling', 'modeling'],
  ['analyse', 'analyze'],
  ['diarrhoea', 'diarrhea'],
  ['ﬁbrosis', 'fibrosis'],
  ['Alzheimer’s', "Alzheimer's"],
];

describe('foldTokens', () => {
  test.each(same.map((row) => [row[0]!, row] as const))('%s is one word in all its spellings', (_, row) => {
    expect(new Set(row.map((text) => foldTokens(text).join(' '))).size).toBe(1);
    expect(foldTokens(row[0]!)).not.toEqual([]);
  });

  test.each([
    ['size', 'seize'],
    ['hour', 'hor'],
    ['دانش', 'دانه'],
    ['خانه', 'خان'],
  ])('%s and %s stay two words', (a, b) => {
    expect(foldTokens(a)).not.toEqual(foldTokens(b));
  });

  test.each([
    ['C++', 'C'],
    ['C#', 'C'],
    ['R&D', 'RD'],
    ['AT&T', 'at'],
  ])('%s is a word of its own, and not %s', (written, other) => {
    expect(foldTokens(written)).toHaveLength(1);
    expect(foldTokens(written)).not.toEqual(foldTokens(other));
    expect(foldTokens(`the ${written}, of`)).toEqual(foldTokens(written.toLowerCase()));
  });

  test('leaves out words without meaning of their own, unless there is no other', () => {
    expect(foldTokens('the history of the cell')).toEqual(['history', 'cell']);
    expect(foldTokens('کتاب در مدرسه')).toEqual(['کتاب', 'مدرسه']);
    expect(foldTokens('of the').length).toBe(2);
  });

  test('of what is folded already gives the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldTokens(text);
        expect(once.every((token) => foldTokens(token).length >= 1)).toBe(true);
      }),
    );
    for (const [text] of same) {
      const once = foldTokens(text!);
      expect(foldTokens(once.join(' ')).join(' ')).toBe(foldTokens(text!).join(' '));
    }
  });
});

describe('foldText', () => {
  test('knows where each word stands in the text as written', () => {
    const text = 'Łódź: TNFα und کتاب‌ها';
    const places = foldText(text).map(({ token, start, end }) => [token, text.slice(start, end)]);
    expect(places).toEqual([
      ['lodz', 'Łódź'],
      ['tnf', 'TNFα'],
      ['alpha', 'TNFα'],
      ['und', 'und'],
      ['کتاب', 'کتاب'],
    ]);
  });
});

describe('foldAliases', () => {
  test.each([
    ['IL-6', 'il6'],
    ['IL 6', 'il6'],
    ['COVID-19', 'covid19'],
    ['meta-analysis', 'metaanalysis'],
    ['O’Brien', 'obrien'],
    ['می‌شود', 'میشود'],
  ])('%s is also found as %s', (text, alias) => {
    expect(foldAliases(text)).toContain(alias);
  });

  test('IL6 is also found as two words', () => {
    expect(foldAliases('IL6')).toEqual(['il', '6']);
  });
});

describe('foldNameForms', () => {
  test.each([
    ['Müller', 'mueller'],
    ['Mueller', 'muller'],
    ['Sørensen', 'soerensen'],
    ['Åberg', 'aaberg'],
  ])('%s is also %s', (name, form) => {
    expect(foldNameForms(name)).toContain(form);
  });

  test.each(['Queue', 'Bauer', 'Nouri'])('%s has no other form', (name) => {
    expect(foldNameForms(name)).toEqual([]);
  });
});
