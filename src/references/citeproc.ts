import { plugins, type CSL } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CslNode, ReferenceLocale } from '../domain/publication/reference-styles.ts';
import type { CslItem, CslName } from '../formats/csl/csl-item.ts';
import { completePersianLocale, toPersianStyle } from './persian-style.ts';
import type { ReferenceRenderer } from './reference-renderer.ts';
import { trimStyle } from './trim-style.ts';

/** A renderer that uses citeproc-js. Each style is prepared once. */
export function createReferenceRenderer(
  locales: Readonly<Record<string, CslNode>>,
  prepare: (style: CslNode) => CslNode = trimStyle,
): ReferenceRenderer {
  const { styles, locales: known } = plugins.config.get('@csl') as CslConfig;
  for (const [tag, locale] of Object.entries(locales))
    known.add(tag, tag === 'fa-IR' ? completePersianLocale(locale) : locale);
  return (item, style, locale) => {
    const lang = locale === 'en-US' ? style.english : locale;
    // The processor changes a style by the language that it is first used in.
    const template = `${style.name} ${style.digest} ${lang}`;
    if (!styles.has(template)) styles.add(template, inLanguage(prepare(style.source), locale));
    const options = {
      template,
      lang,
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

const inLanguage = (style: CslNode, locale: ReferenceLocale): CslNode =>
  locale === 'fa-IR' ? toPersianStyle(structuredClone(style)) : structuredClone(style);

/**
 * citeproc-js fails on names such as `toString`, because it stores names as keys of plain objects. Adds an invisible
 * word joiner to such names.
 */
function withSafeNames(item: CslItem): CslItem {
  const safe = (name: string): string => (name.replace(/\./g, '').trim() in {} ? `${name}\u2060` : name);
  const safeName = (name: CslName): CslName =>
    'literal' in name
      ? name
      : {
          ...name,
          family: safe(name.family),
          ...(name.given === undefined ? {} : { given: safe(name.given) }),
        };
  const roles = ['author', 'editor', 'translator', 'collection-editor'].flatMap((role) => {
    const names = item[role] as readonly CslName[] | undefined;
    return names ? [[role, names.map(safeName)]] : [];
  });
  return { ...item, ...(Object.fromEntries(roles) as Partial<CslItem>) };
}

interface CslConfig {
  readonly styles: Register;
  readonly locales: Register;
}

interface Register {
  has(name: string): boolean;
  add(name: string, value: unknown): void;
}
