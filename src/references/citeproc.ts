import { plugins, type CSL } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslNode } from '../domain/publication/reference-styles.ts';
import type { CslItem, CslName } from '../formats/csl/csl-item.ts';
import type { ReferenceRenderer } from './reference-renderer.ts';
import { trimStyle } from './trim-style.ts';

/** A renderer that uses citeproc-js. Each style is prepared once. */
export function createReferenceRenderer(
  locales: Readonly<Record<string, CslNode>>,
  prepare: (style: CslNode | string) => CslNode | string = trimStyle,
): ReferenceRenderer {
  const { styles, locales: known } = plugins.config.get('@csl') as CslConfig;
  for (const [tag, locale] of Object.entries(locales)) known.add(tag, locale);
  return (item, style, locale) => {
    const template = `${style.name} ${style.digest}`;
    if (!styles.has(template)) styles.add(template, prepare(style.source));
    const options = {
      template,
      lang: locale,
      format: 'html',
      asEntryArray: true as const,
      hyperlinks: true,
      nosort: true,
    };
    const [entry] = plugins.output.format('bibliography', [withSafeNames(item) as CSL], options) as readonly (readonly [
      string,
      string,
    ])[];
    return entry?.[1] ?? '';
  };
}

/**
 * citeproc-js fails on names such as `toString`, because it stores names as keys of plain objects. Adds an invisible
 * word joiner to such names.
 */
function withSafeNames(item: CslItem): CslItem {
  const { author } = item;
  if (!author) return item;
  const safe = (name: string): string => (name.replace(/\./g, '').trim() in {} ? `${name}\u2060` : name);
  const safeName = (name: CslName): CslName =>
    'literal' in name
      ? name
      : {
          ...name,
          family: safe(name.family),
          ...(name.given === undefined ? {} : { given: safe(name.given) }),
        };
  return { ...item, author: author.map(safeName) };
}

interface CslConfig {
  readonly styles: Register;
  readonly locales: Register;
}

interface Register {
  has(name: string): boolean;
  add(name: string, value: unknown): void;
}
