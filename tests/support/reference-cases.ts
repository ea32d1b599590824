import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readStyles } from '../../src/build/read-styles.ts';
import { shortStyleNames, type CslNode, type LoadedStyle } from '../../src/domain/publication/reference-styles.ts';
import type { CitedPublication } from '../../src/formats/record/cited-publication.ts';
import { buildReferences } from '../../src/references/build-references.ts';
import { createReferenceRenderer } from '../../src/references/citeproc.ts';
import { CatalogStore } from '../../src/store/catalog-store.ts';
import { makePublication, type WrittenPublication } from './make.ts';

/** A publication as its file has it, and its reference in each style, with the published rule that it follows. */
export interface ReferenceCase {
  readonly name: string;
  readonly record: WrittenPublication;
  /** By style; `apa fa` is the Persian form. Links and isolates are left out. */
  readonly references: Readonly<Record<string, { readonly text: string; readonly rule: string }>>;
}

export const referenceCasesFolder = join(import.meta.dirname, '../cases/references');

export const referenceCases: readonly ReferenceCase[] = readdirSync(referenceCasesFolder).flatMap(
  (file) => parse(readFileSync(join(referenceCasesFolder, file), 'utf8')) as readonly ReferenceCase[],
);

const store = new CatalogStore(join(mkdtempSync(join(tmpdir(), 'catalog-')), 'catalog.db'), 'write');
readStyles(Object.keys(shortStyleNames), referenceCasesFolder, store);
/** The styles that have a short name, as a site loads them. */
export const shortStyles = JSON.parse(store.setting('styles') ?? '[]') as readonly LoadedStyle[];
const render = createReferenceRenderer(JSON.parse(store.setting('style locales') ?? '{}') as Record<string, CslNode>);
store.close();

export const caseJournal = {
  id: 'sleep',
  title: 'Journal of Sleep & Marbles',
  abbreviation: 'J Sleep Marbles',
  issn: '1234-5679',
  publisher: 'Sleep House',
};

export function citedCase({ name, record }: ReferenceCase): CitedPublication {
  const slug = name.replace(/[^a-z]+/gi, '-').toLowerCase();
  const publication = makePublication({ slug, ...record });
  return {
    publication,
    context: {
      url: `https://institute.example.org/publications/${slug}/`,
      people: {},
      units: [],
      topics: [],
      related: [],
      ...(publication.journal === caseJournal.id ? { journal: caseJournal } : {}),
    },
  };
}

/** The references of a case by style, without links and isolates. */
export function referencesOf(one: ReferenceCase, styles = shortStyles): Readonly<Record<string, string>> {
  const kept = { styles, reference: () => ({ digest: 'none' }) };
  return Object.fromEntries(
    buildReferences(citedCase(one), kept, render).flatMap(({ style, forms }) =>
      forms.map(({ locale, html }) => [style.name + (locale === 'fa-IR' ? ' fa' : ''), plain(html)] as const),
    ),
  );
}

const plain = (html: string): string => html.replace(/<a [^>]*>|<\/?(?:a|bdi|span)>/g, '').replace(/&amp;|&#38;/g, '&');
