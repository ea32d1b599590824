import type { PageKind, PageOf } from '../domain/pages/page-data.ts';
import { mainAbstract } from '../formats/record/cited-publication.ts';
import { dublinCoreTags } from './dublin-core.ts';
import { link, meta, type AttributeTag, type HeadTag } from './head-tag.ts';
import { highwireTags } from './highwire.ts';
import { pageGraph } from './json-ld.ts';
import { openGraphTags } from './open-graph.ts';
import type { PageSubject } from './page-subject.ts';
import type { PageView } from './page-view.ts';
import { findPdfUrl } from './pdf-url.ts';
import { signpostingTags } from './signposting.ts';

export interface HeadOptions {
  readonly title: string;
  readonly description?: string | undefined;
  /** Absolute canonical address; default: the address of the page. */
  readonly canonical?: string | undefined;
  /** True to exclude the page from search engines and omit all other tags. */
  readonly unlisted?: boolean;
}

/** The tags in the head of a page for machines, in their order in the HTML. */
export function pageHead(page: PageOf<PageKind>, options: HeadOptions, view: PageView): readonly HeadTag[] {
  const { title, description, canonical, unlisted = false } = options;
  const { urls, locale, site } = view;
  const url = urls.absolute(urls.page(page.address, locale));
  const described = description === undefined ? {} : { description };
  // Zotero reads the description of a page without `citation_abstract` as the abstract (Embedded Metadata.js). Such a
  // page has `twitter:description` alone.
  const withoutAbstract = page.kind === 'publication' && mainAbstract(page) === undefined;
  const descriptionTags =
    description === undefined || (withoutAbstract && !unlisted) ? [] : [meta('description', description)];
  if (unlisted)
    return [
      ...descriptionTags,
      meta('robots', 'noindex'),
      ...(canonical === undefined ? [] : [link('canonical', canonical)]),
    ];
  const pdfUrl = page.kind === 'publication' ? findPdfUrl(page) : undefined;
  const subject: PageSubject = {
    title,
    ...described,
    url,
    ...(page.kind === 'publication' && page.context.card
      ? { image: urls.absolute(urls.card(page.publication.slug)) }
      : {}),
    ...(pdfUrl === undefined ? {} : { pdfUrl }),
  };
  return mergeEqual([
    ...descriptionTags,
    link('canonical', canonical ?? url),
    ...languageLinks(page, view),
    ...(page.kind === 'publication'
      ? [
          ...highwireTags(page, pdfUrl),
          ...dublinCoreTags(page),
          ...signpostingTags(page, urls, {
            formats: site.formats,
            ...(pdfUrl === undefined ? {} : { pdfUrl }),
            linkset: site.features.linkset,
          }),
        ]
      : []),
    ...openGraphTags(page, subject, view),
    ...feedLinks(page, title, view),
    ...(site.features.search && (page.kind === 'home' || page.kind === 'search')
      ? [
          link('search', urls.file('/opensearch.xml'), {
            type: 'application/opensearchdescription+xml',
            title: view.t('nav.search'),
          }),
        ]
      : []),
    { tag: 'data', type: 'application/ld+json', value: pageGraph(page, subject, view) },
  ]);
}

/** Joins a `name` and a `property` with the same content into one tag: readers of one ignore the other (RDFa in HTML). */
function mergeEqual(tags: readonly HeadTag[]): readonly HeadTag[] {
  const merged: HeadTag[] = [];
  const named = new Map<string, number>();
  for (const tag of tags) {
    const { name, property, content, ...more } = tag.tag === 'meta' ? tag.attributes : {};
    const at = property === undefined ? undefined : named.get(content ?? '');
    if (at !== undefined) {
      const { attributes } = merged[at] as AttributeTag;
      merged[at] = { tag: 'meta', attributes: { name: attributes['name'], property, content } };
      named.delete(content ?? '');
      continue;
    }
    if (name !== undefined && content !== undefined && Object.keys(more).length === 0)
      named.set(content, merged.length);
    merged.push(tag);
  }
  return merged;
}

/** Links between the languages of the page, and the default one as `x-default`. */
function languageLinks(page: PageOf<PageKind>, { urls, site }: PageView): readonly HeadTag[] {
  const address = (code: string): string => urls.absolute(urls.page(page.address, code));
  const [defaultLocale] = site.locales;
  if (page.locales.length < 2 || defaultLocale === undefined) return [];
  return [
    ...page.locales.map((code) => link('alternate', address(code), { hreflang: code })),
    link('alternate', address(defaultLocale), { hreflang: 'x-default' }),
  ];
}

/** Links to the feeds of the page's list, or of the site on the pages of all publications. */
function feedLinks(page: PageOf<PageKind>, title: string, { urls, locale, site }: PageView): readonly HeadTag[] {
  const own = 'list' in page ? page.list.feeds : undefined;
  const ofSite = (page.kind === 'home' || page.kind === 'publications') && page.total > 0;
  if (own === undefined && !ofSite) return [];
  const root = own !== undefined && 'list' in page ? page.list.root : '/';
  const code = own === 'first' ? (site.locales[0] ?? locale) : locale;
  return [
    link('alternate', urls.feed(root, 'xml', code), { type: 'application/atom+xml', title: `${title} (Atom)` }),
    link('alternate', urls.feed(root, 'json', code), { type: 'application/feed+json', title: `${title} (JSON)` }),
  ];
}
