import type { OpenCatalog } from '../store/open-catalog.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { describeBulkFiles } from './citation-files.ts';
import type { ReferenceRenderer } from '../references/reference-renderer.ts';
import type { PageKind, PageOf } from '../domain/pages/page-data.ts';
import { createFormatter } from '../i18n/format.ts';
import { createTranslator } from '../i18n/translate.ts';
import { buildReferences } from '../references/build-references.ts';
import { createUrls, type Urls } from '../urls.ts';

export interface PageTools {
  readonly render: ReferenceRenderer;
}

/** Everything that a page needs: its data, and the translator, formatter and addresses for its locale. */
export function findPageLocals(
  catalog: OpenCatalog,
  address: string,
  locale: string,
  { render }: PageTools,
): App.Locals | undefined {
  const page = catalog.page(address, locale);
  if (!page) return undefined;
  const { site, indexes } = catalog;
  return {
    site,
    locale,
    page,
    t: createTranslator(locale, site.strings?.[locale]),
    format: createFormatter(locale),
    urls: urlsOf(catalog),
    indexes,
    textPages: catalog.textPages(locale),
    styles: catalog.styles.map(({ name, label, numbered }) => ({ name, label, numbered })),
    references: page.kind === 'publication' ? buildReferences(publicationToCite(page, catalog), catalog, render) : [],
    ...bulkOf(page, catalog),
  };
}

/** The citation files that a page offers: those of its list, of its part of a divided list, or of all publications. */
function bulkOf(page: PageOf<PageKind>, catalog: OpenCatalog): Pick<App.Locals, 'bulk'> {
  if (page.kind === 'search' || page.kind === 'statistics')
    return { bulk: describeBulkFiles(catalog, '/publications/') };
  if (!('list' in page)) return {};
  const whole = describeBulkFiles(catalog, page.list.root);
  const isDivided = whole !== undefined && whole.parts.length > 0;
  return { bulk: isDivided && page.address !== whole.root ? describeBulkFiles(catalog, page.address) : whole };
}

/** The publication to cite instead of this one, when the record names one and the site has it; else this one. */
function publicationToCite(page: CitedPublication, catalog: OpenCatalog): CitedPublication {
  const { preferred } = page.context;
  const other =
    preferred?.slug === undefined
      ? undefined
      : catalog.page(`/publications/${preferred.slug}/`, catalog.site.locales[0] ?? 'en');
  return other?.kind === 'publication' ? other : page;
}

const urlsByCatalog = new WeakMap<OpenCatalog, Urls>();

/** The same object for one version of the content. */
export function urlsOf(catalog: OpenCatalog): Urls {
  const { site } = catalog;
  const urls = urlsByCatalog.get(catalog) ?? createUrls({ siteUrl: site.url, base: site.base, locales: site.locales });
  urlsByCatalog.set(catalog, urls);
  return urls;
}
