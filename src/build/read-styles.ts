import type { Problem } from '../domain/problems/problem.ts';
import {
  shortStyleNames,
  styleLocales,
  type CslNode,
  type LoadedStyle,
} from '../domain/publication/reference-styles.ts';
import { closest } from '../domain/problems/suggestion.ts';
import { digestOfRunningCode } from '../project/code-digest.ts';
import { adjustStyle } from '../references/adjustments/adjust-style.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import { digestText } from './digest-text.ts';
import { readOwnStyle } from './styles/read-own-style.ts';
import { collectionVersion, readStyleCollection } from './styles/style-collection.ts';
import { tryStyle } from './styles/try-style.ts';

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
  const written = names.map((name) => readOwnStyle(folder, name));
  const problems = written.flatMap((one) => one?.problems ?? []);
  const own = new Map(
    names.flatMap((name, index) => {
      const style = written[index]?.style;
      return style ? [[name, toLoaded(name, style)] as const] : [];
    }),
  );
  const digest = digestText(
    JSON.stringify([
      keptForm,
      names,
      shortStyleNames,
      collectionVersion(),
      rendererDigest(),
      [...own.values()].map(({ digest }) => digest),
    ]),
  );
  const kept = store.setting('styles digest') === digest ? store.setting('styles') : undefined;
  if (kept !== undefined) return { digest, problems };
  if (names.length === 0) {
    store.setSetting('styles', '[]');
    store.setSetting('styles digest', digest);
    return { digest, problems: [] };
  }
  const wanted = names.filter((_, index) => !written[index]).map((name) => shortStyleNames[name]?.id ?? name);
  const collection = readStyleCollection(wanted, styleLocales);
  const styles = names.flatMap((name, index): LoadedStyle[] => {
    const loaded = own.get(name);
    if (loaded) {
      const failure = tryStyle(loaded, collection.locales);
      if (failure === undefined) return [loaded];
      problems.push(failingStyle(name, failure));
    }
    if (written[index]) return [];
    const id = shortStyleNames[name]?.id ?? name;
    const official = collection.styles.get(id);
    if (official === undefined) {
      problems.push(unknownStyle(name, index, [...Object.keys(shortStyleNames), ...collection.ids]));
      return [];
    }
    const source = adjustStyle(official, id);
    return [
      {
        name,
        label: shortStyleNames[name]?.label ?? collection.titles.get(id) ?? name,
        id,
        english: englishOf(official.attrs['default-locale']),
        numbered: isNumbered(source),
        digest: digestText(JSON.stringify(source) + rendererDigest()),
        source,
      },
    ];
  });
  store.transaction(() => {
    store.setSetting('styles', JSON.stringify(styles));
    store.setSetting('style locales', JSON.stringify(Object.fromEntries(collection.locales)));
    store.setSetting('styles digest', problems.some(({ severity }) => severity === 'error') ? '' : digest);
  });
  return { digest, problems };
}

/** Fields of a style in the store. Styles that an earlier version has stored without one of these are read again. */
const keptForm: readonly (keyof LoadedStyle)[] = ['name', 'label', 'id', 'english', 'numbered', 'digest', 'source'];

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

const failingStyle = (name: string, failure: string): Problem => ({
  severity: 'error',
  name: 'style-fails',
  file: `styles/${name}.csl`,
  message: `no reference can be made with this style: ${failure}`,
  hint: 'correct it with the editor of citationstyles.org, or download it again',
});

/** A style of the institute's own. */
const toLoaded = (name: string, source: CslNode): LoadedStyle => ({
  name,
  label: titleOf(source) ?? name,
  id: name,
  english: englishOf(source.attrs['default-locale']),
  numbered: isNumbered(source),
  digest: digestText(JSON.stringify(source) + rendererDigest()),
  source,
});

const titleOf = (style: CslNode): string | undefined =>
  childrenOf(style, 'info')
    .flatMap((info) => info.children)
    .flatMap((node) =>
      typeof node !== 'string' && /^title(?:-short)?$/.test(node.name)
        ? [
            node.children
              .filter((part) => typeof part === 'string')
              .join('')
              .trim(),
          ]
        : [],
    )
    .find((title) => title !== '');

const englishOf = (locale: string | undefined): 'en-US' | 'en-GB' => (locale === 'en-GB' ? 'en-GB' : 'en-US');

/** Digest of the code that makes references: a reference is rendered again when it changes. */
const rendererDigest = (): string =>
  digestOfRunningCode(['src/references/build-references.ts', 'src/references/citeproc.ts']);

/** Whether a style numbers its references, by its category `citation-format`. */
const isNumbered = (style: CslNode): boolean =>
  childrenOf(style, 'info').some((info) =>
    childrenOf(info, 'category').some(({ attrs }) => attrs['citation-format'] === 'numeric'),
  );

const childrenOf = (node: CslNode, name: string): readonly CslNode[] =>
  node.children.flatMap((child) => (typeof child !== 'string' && child.name === name ? [child] : []));
