import { plugins, type CSL } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslNode } from '../domain/publication/reference-styles.ts';
import type { CslItem, CslName } from '../formats/csl/csl-item.ts';
import type { ReferenceRenderer } from './reference-renderer.ts';
import { trimStyle } from './trim-style.ts';

/** Renders with citeproc-js; each style is prepared once for a language. */
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
 * citeproc-js keeps names in plain objects, in which `toString` and the like are there before anybody of that name: it fails
 * on them. A word joiner, which nobody sees, makes such a name another.
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
