import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readStyles } from '../../../src/build/read-styles.ts';
import { readStyleCollection } from '../../../src/build/styles/style-collection.ts';
import { shortStyleNames, type CslNode, type LoadedStyle } from '../../../src/domain/publication/reference-styles.ts';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import { adjustStyle, styleAdjustments } from '../../../src/references/adjustments/adjust-style.ts';
import { buildReferences } from '../../../src/references/build-references.ts';
import { createReferenceRenderer } from '../../../src/references/citeproc.ts';
import { CatalogStore } from '../../../src/store/catalog-store.ts';
import { makePublication, type WrittenPublication } from '../../support/make.ts';

/** A publication as its file has it, and its reference in each style, with the published rule that it follows. */
interface ReferenceCase {
  readonly name: string;
  readonly record: WrittenPublication;
  /** By style; `apa fa` is the Persian form. Links and isolates are left out. */
  readonly references: Readonly<Record<string, { readonly text: string; readonly rule: string }>>;
}

const folder = join(import.meta.dirname, '../../cases/references');
const cases = readdirSync(folder).flatMap(
  (file) => parse(readFileSync(join(folder, file), 'utf8')) as readonly ReferenceCase[],
);

const store = new CatalogStore(join(mkdtempSync(join(tmpdir(), 'catalog-')), 'catalog.db'), 'write');
const names = Object.keys(shortStyleNames);
readStyles(names, folder, store);
const styles = JSON.parse(store.setting('styles') ?? '[]') as LoadedStyle[];
const locales = JSON.parse(store.setting('style locales') ?? '{}') as Record<string, CslNode>;
store.close();
const render = createReferenceRenderer(locales);

const journal = {
  id: 'sleep',
  title: 'Journal of Sleep & Marbles',
  abbreviation: 'J Sleep Marbles',
  issn: '1234-5679',
  publisher: 'Sleep House',
};

function referencesOf({ name, record }: ReferenceCase, offered = styles): Readonly<Record<string, string>> {
  const slug = name.replace(/[^a-z]+/gi, '-').toLowerCase();
  const publication = makePublication({ slug, ...record });
  const cited = {
    publication,
    context: {
      url: `https://institute.example.org/publications/${slug}/`,
      people: {},
      units: [],
      topics: [],
      related: [],
      ...(publication.journal === journal.id ? { journal } : {}),
    },
  };
  const kept = { styles: offered, reference: () => ({ digest: 'none' }) };
  return Object.fromEntries(
    buildReferences(cited, kept, render).flatMap(({ style, forms }) =>
      forms.map(({ locale, html }) => [style.name + (locale === 'fa-IR' ? ' fa' : ''), plain(html)] as const),
    ),
  );
}

const plain = (html: string): string => html.replace(/<a [^>]*>|<\/?(?:a|bdi|span)>/g, '').replace(/&amp;|&#38;/g, '&');

describe('a reference follows the published rules of its style', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const expected = Object.entries(one.references).map(([style, { text }]) => [style, text] as const);
    expect(referencesOf(one)).toEqual(Object.fromEntries(expected));
    for (const [style, { rule }] of Object.entries(one.references)) expect(rule, style).not.toBe('');
  });

  test('there is a case of every type', () => {
    const types = new Set(cases.map(({ record }) => record['type'] ?? 'article'));
    expect(publicationTypes.filter((type) => !types.has(type))).toEqual([]);
  });

  test('a Persian reference has no Latin comma after Persian, and no English words but those of the record', () => {
    for (const one of cases) {
      const own = JSON.stringify([one.record, journal]);
      for (const [style, text] of Object.entries(referencesOf(one))) {
        if (!style.endsWith(' fa')) continue;
        expect(text, `${one.name}, ${style}`).not.toMatch(/[\p{Script=Arabic}»][,;]/u);
        const words = text.replace(/https?:\S+/g, '').match(/[A-Za-z]{2,}/g) ?? [];
        expect(words.filter((word) => word !== 'doi' && !own.includes(word))).toEqual([]);
      }
    }
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
