import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { cleanReference } from './reference-html.ts';
import { referenceForms } from './reference-item.ts';
import type { ReferenceRenderer } from './reference-renderer.ts';
import type { LoadedStyle, ReferenceLocale } from '../domain/publication/reference-styles.ts';

/** The publication as a reference in one style. */
export interface Reference {
  readonly slug: string;
  readonly style: Pick<LoadedStyle, 'name' | 'label'>;
  /** The Latin form, and the Persian one where there is one. */
  readonly forms: readonly ReferenceText[];
}

export interface ReferenceText {
  readonly locale: ReferenceLocale;
  readonly html: string;
  /** By what the catalog keeps it: the style and form, and a digest of all that it was made of. */
  readonly form: string;
  readonly digest: string;
  /** True when the catalog had it already. */
  readonly kept: boolean;
}

/** The styles of the site, and the references that an earlier build has rendered. */
export interface KeptReferences {
  readonly styles: readonly LoadedStyle[];
  /** The reference in a style and form, with its HTML where it was rendered of exactly this source. */
  reference(slug: string, form: string, source: string): { readonly digest: string; readonly html?: string };
}

/**
 * The publication in every style of the site. A reference is rendered where the catalog has none of the same record and
 * style; `render` is called for no other.
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
    forms: forms.map(({ locale, item }) => {
      const form = `${style.name} ${locale}`;
      const known = kept.reference(cited.publication.slug, form, `${style.digest}\n${JSON.stringify(item)}`);
      const html = known.html ?? adaptToScript(cleanReference(render(item, style, locale)), locale);
      return { locale, html, form, digest: known.digest, kept: known.html !== undefined };
    }),
  }));
}

/**
 * Styles write their commas themselves, and know one only. Words that run against the line would take the signs and
 * numbers beside them along.
 */
const adaptToScript = (html: string, locale: ReferenceLocale): string =>
  locale === 'fa-IR'
    ? isolateRuns(
        html.replace(/(\p{Script=Arabic}(?:<\/\w+>)?),(?=\s)/gu, '$1،'),
        /<[^<>]*>|&#?\w+;|\p{Script=Latin}(?:(?:&#?\w+;|[^<&\p{Script=Arabic}])*(?:&#?\w+;|[\p{Script=Latin}\p{N}/]))?/gu,
      )
    : isolateRuns(
        html,
        /<[^<>]*>|[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}\u200c\s]*/gu,
      );

/** `runs` also matches tags and character references, which stay as they are. */
const isolateRuns = (html: string, runs: RegExp): string =>
  html.replace(runs, (run) => (/^[<&]/.test(run) ? run : isolate(run)));

function isolate(run: string): string {
  const words = run.trimEnd();
  return `<bdi>${words}</bdi>${run.slice(words.length)}`;
}
