import type { TextPage } from '../domain/institute/institute.ts';
import type { BodyCode } from '../domain/pages/body-code.ts';
import type { Site } from '../domain/institute/site.ts';
import type { Publication } from '../domain/publication/publication.ts';
import type { CatalogStore } from '../store/catalog-store.ts';

/** Ids that the templates give to parts of the pages of publications. Not every page has all of them. */
export const publicationParts: readonly string[] = [
  ...['main', 'top', 'abstract', 'affiliations', 'cite', 'highlights', 'image', 'keywords', 'permalink', 'plain'],
  ...['related'],
];

/** Parts of every page. */
const pageParts: readonly string[] = ['main', 'top'];

/**
 * Ids of the parts of a page, which links may point to, from its record. Undefined for pages without a text of their own, and for
 * bodies whose ids are known only after rendering.
 */
export function fragmentsOf(address: string, { locales }: Site, store: CatalogStore): ReadonlySet<string> | undefined {
  const [, first = ''] = address.split('/', 2);
  const locale = locales.slice(1).includes(first) ? first : undefined;
  const [, folder, id = ''] =
    /^\/(?:(publications)\/)?([^/]+)\/$/.exec(locale ? address.slice(first.length + 1) : address) ?? [];
  if (folder === undefined) {
    const page = textPage(`pages/${locale ?? locales[0] ?? ''}/${id}.mdx`, store);
    const ids = page && idsOfBody(page.code, () => idsIn(page.html));
    return ids && new Set([...pageParts, ...ids]);
  }
  const json = store.sources.findRecord('publications', id);
  const record = json === undefined ? undefined : (JSON.parse(json) as Publication);
  const ids = record && idsOfBody(record.code, () => record.sections.flatMap(({ id, html }) => [id, ...idsIn(html)]));
  if (!record || !ids) return undefined;
  const html = [
    ...record.abstracts.flatMap(({ sections }) => sections.map((section) => section.html)),
    ...Object.values(record.summary ?? {}),
  ];
  return new Set([...publicationParts, ...ids, ...html.flatMap(idsIn)]);
}

/** The ids in a body. With components, they are listed with its code, or not known; `written` finds those of other bodies. */
const idsOfBody = (code: BodyCode | undefined, written: () => readonly string[]): readonly string[] | undefined =>
  code ? code.ids : written();

function textPage(file: string, store: CatalogStore): TextPage | undefined {
  const json = store.sources.findRecordOf(file);
  return json === undefined ? undefined : (JSON.parse(json) as TextPage);
}

const idsIn = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
