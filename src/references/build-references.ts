import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { cleanReference } from './reference-html.ts';
import { referenceForms } from './reference-item.ts';
import { itemForStyle } from './style-item.ts';
import type { ReferenceRenderer } from './reference-renderer.ts';
import type { LoadedStyle, ReferenceLocale } from '../domain/publication/reference-styles.ts';

/** The publication as a reference in one style. */
export interface Reference {
  readonly slug: string;
  readonly style: Pick<LoadedStyle, 'name' | 'label'>;
  /** The Latin form, and the Persian form if the publication has one. */
  readonly forms: readonly ReferenceText[];
}

export interface ReferenceText {
  readonly locale: ReferenceLocale;
  readonly html: string;
  /** Style and locale, such as `apa en-US`: with the slug, the key under which the reference is stored. */
  readonly form: string;
  /** Digest of the style and the item. */
  readonly digest: string;
  /** True if an earlier build has rendered it. */
  readonly kept: boolean;
}

/** The styles of the site, and the references that earlier builds have rendered. */
export interface KeptReferences {
  readonly styles: readonly LoadedStyle[];
  /** The digest of `source`, and the HTML if it was already rendered from exactly this source. */
  reference(slug: string, form: string, source: string): { readonly digest: string; readonly html?: string };
}

/**
 * Builds the references of a publication in every style of the site. `render` is called only for a reference that no
 * earlier build has rendered from the same record and style.
 */
export function buildReferences(
  cited: CitedPublication,
  kept: KeptReferences,
  render: ReferenceRenderer,
): readonly Reference[] {
  if (kept.styles.length === 0) return [];
  const forms = referenceForms(cited);
  return kept.styles.map((style) => ({
    slug: cited.publication.slug,
    style: { name: style.name, label: style.label },
    forms: forms.map(({ locale, item: facts }) => {
      const item = itemForStyle(facts, style.id, cited);
      const form = `${style.name} ${locale}`;
      const known = kept.reference(cited.publication.slug, form, `${style.digest}\n${JSON.stringify(item)}`);
      const html = known.html ?? adaptToScript(cleanReference(render(item, style, locale)), locale);
      return { locale, html, form, digest: known.digest, kept: known.html !== undefined };
    }),
  }));
}

/**
 * Replaces Latin commas and semicolons by Persian ones in a Persian reference, because styles contain only Latin ones.
 * Isolates words of the other direction in `<bdi>`, because they would move the punctuation and numbers next to them. Such
 * words end before a year of both calendars, `1403 [2024]`.
 */
const adaptToScript = (html: string, locale: ReferenceLocale): string =>
  locale === 'fa-IR'
    ? html.replace(latinRuns, (run) => persianMarks[run] ?? (/^[<&]/.test(run) ? run : isolate(run)))
    : html.replace(
        /<[^<>]*>|[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}\u200c\s]*/gu,
        (run) => (run.startsWith('<') ? run : isolate(run)),
      );

const latinRuns = new RegExp(
  [
    '<[^<>]*>',
    String.raw`&#?\w+;`,
    // From one Latin letter to the last letter or digit before Persian, markup or the year.
    String.raw`\p{Script=Latin}(?:(?:YEAR(?:&#?\w+;|[^<&\p{Script=Arabic}]))*YEAR(?:&#?\w+;|[\p{Script=Latin}\p{N}/]))?`,
    String.raw`(?<!\d),`,
    String.raw`,(?!\d)`,
    ';',
  ]
    .join('|')
    .replaceAll('YEAR', String.raw`(?!\d{4}(?:/\d{4})? \[\d{4}\])`),
  'gu',
);

const persianMarks: Readonly<Record<string, string>> = { ',': '،', ';': '؛' };

function isolate(run: string): string {
  const words = run.trimEnd();
  return `<bdi>${words}</bdi>${run.slice(words.length)}`;
}
