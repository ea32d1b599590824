import { describe, expect, test } from 'vitest';
import { readStyleCollection } from '../../../src/build/styles/style-collection.ts';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import type { LoadedStyle } from '../../../src/domain/publication/reference-styles.ts';
import { adjustStyle, styleAdjustments } from '../../../src/references/adjustments/adjust-style.ts';
import {
  caseJournal,
  referenceCases as cases,
  referencesOf,
  shortStyles as styles,
} from '../../support/reference-cases.ts';

const found = new Map(cases.map((one) => [one, referencesOf(one)]));

describe('a reference follows the published rules of its style', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const expected = Object.entries(one.references).map(([style, { text }]) => [style, text] as const);
    expect(found.get(one)).toEqual(Object.fromEntries(expected));
    for (const [style, { rule }] of Object.entries(one.references)) expect(rule, style).not.toBe('');
  });

  test('there is a case of every type', () => {
    const types = new Set(cases.map(({ record }) => record['type'] ?? 'article'));
    expect(publicationTypes.filter((type) => !types.has(type))).toEqual([]);
  });

  test('a Persian reference has no Latin comma after Persian, and no English words but those of the record', () => {
    const types = new Set<string>();
    for (const [one, references] of found) {
      const own = JSON.stringify([one.record, caseJournal]);
      for (const [style, text] of Object.entries(references)) {
        if (!style.endsWith(' fa')) continue;
        types.add(typeof one.record['type'] === 'string' ? one.record['type'] : 'article');
        expect(text, `${one.name}, ${style}`).not.toMatch(/[\p{Script=Arabic}»][,;]|[,;] ?\d{4} \[|\d{4}\][,;]/u);
        const words = text.replace(/https?:\S+/g, '').match(/[A-Za-z]{2,}/g) ?? [];
        expect(words.filter((word) => word !== 'doi' && !own.includes(word))).toEqual([]);
      }
    }
    expect(publicationTypes.filter((type) => !types.has(type))).toEqual([]);
  });
});

describe('an adjustment of a style', () => {
  const official = readStyleCollection(
    styles.map(({ id }) => id),
    [],
  ).styles;

  test.each(styleAdjustments.map((one) => [one.name, one] as const))('%s is needed for a case', (_, one) => {
    expect(one.reason).not.toBe('');
    const without = styles
      .filter(({ id }) => one.styles?.includes(id) ?? true)
      .map((style): LoadedStyle => {
        const others = styleAdjustments.filter((other) => other !== one && (other.styles?.includes(style.id) ?? true));
        const source = others.reduce((tree, { change }) => change(tree), official.get(style.id)!);
        return { ...style, digest: `without ${one.name}`, source };
      });
    expect(without.length).toBeGreaterThanOrEqual(one.styles?.length ?? 1);
    const differs = cases.some((sample) =>
      Object.entries(referencesOf(sample, without)).some(([style, text]) => sample.references[style]?.text !== text),
    );
    expect(differs).toBe(true);
  });

  test('throws where the style has changed so that it does not apply', () => {
    expect(() => adjustStyle({ name: 'style', attrs: {}, children: [] }, 'vancouver')).toThrow('macro');
  });
});
