import type { Site } from '../domain/institute/site.ts';
import type { PageRow } from '../domain/pages/page-row.ts';
import { isFileAddress } from '../domain/pages/site-file.ts';
import { singleFormats } from '../domain/publication/offered-format.ts';
import type { Catalog } from '../catalog/build-catalog.ts';
import { buildPages } from './page-rows.ts';

/** Addresses of all pages and files that the site plan has, without base path, such as `/fa/people/x/` and `/people/x.bib`. */
export function siteAddresses(catalog: Catalog): ReadonlySet<string> {
  // Only addresses are needed: keys and related publications, which take most of the time, are not computed.
  const addresses = new Set<string>();
  buildPages(
    { ...catalog, related: () => new Map() },
    {
      digest: () => '',
      digestOf: () => '',
      entryOf: () => undefined,
      imagesOf: () => undefined,
      withheldOf: () => [],
      citationKeyOf: () => '',
      pageKeyOf: () => '',
      // The parts of divided citations count as addresses, even where they are not divided: a build checks links again.
      citationBytesOf: () => Infinity,
      frameBytesOf: () => 0,
      fileAt: () => undefined,
    },
    {
      saveEntry: () => {},
      saveRow(row) {
        for (const address of addressesOf(row, catalog.site)) addresses.add(address);
      },
    },
  );
  for (const { slug } of catalog.publications)
    for (const { extension } of singleFormats(catalog.site.formats)) addresses.add(`/publications/${slug}${extension}`);
  return addresses;
}

function addressesOf({ address, locale, kind }: PageRow, { locales }: Site): readonly string[] {
  if (kind === 'not-found') return ['/404.html'];
  if (isFileAddress(address)) return [address];
  return (locale === '' ? locales : [locale]).map((code) => (code === locales[0] ? address : `/${code}${address}`));
}
