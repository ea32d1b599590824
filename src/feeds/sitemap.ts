import type { SitemapPage } from '../domain/pages/site-file.ts';
import type { Urls } from '../urls.ts';
import { element, textElement, xmlDocument, type Xml } from '../domain/text/xml.ts';

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (https://www.sitemaps.org/protocol.html) with Google's links between the languages of a page. */
export function writeSitemap(pages: readonly SitemapPage[], urls: Urls, defaultLocale: string): string {
  return xmlDocument(
    element(
      'urlset',
      { xmlns: protocol, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      pages.flatMap((page) => pageEntries(page, urls, defaultLocale)),
    ),
  );
}

function pageEntries({ address, locales, lastmod }: SitemapPage, urls: Urls, defaultLocale: string): readonly Xml[] {
  const at = (locale: string): string => urls.absolute(urls.page(address, locale));
  const alternate = (hreflang: string, locale: string): Xml =>
    element('xhtml:link', { rel: 'alternate', hreflang, href: at(locale) });
  const alternates =
    locales.length < 2
      ? []
      : [
          ...locales.map((locale) => alternate(locale, locale)),
          ...(locales.includes(defaultLocale) ? [alternate('x-default', defaultLocale)] : []),
        ];
  return locales.map((locale) =>
    element('url', {}, [textElement('loc', at(locale)), textElement('lastmod', lastmod), ...alternates]),
  );
}

export function writeSitemapIndex(
  sitemaps: readonly { readonly address: string; readonly lastmod?: string }[],
  urls: Urls,
): string {
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: protocol },
      sitemaps.map(({ address, lastmod }) =>
        element('sitemap', {}, [
          textElement('loc', urls.absolute(urls.file(address))),
          textElement('lastmod', lastmod),
        ]),
      ),
    ),
  );
}
