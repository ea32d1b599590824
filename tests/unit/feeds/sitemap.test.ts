import { expect, test } from 'vitest';
import { sitemapLimit, splitSitemaps } from '../../../src/site-plan/sitemap-rows.ts';
import { writeSitemap, writeSitemapIndex } from '../../../src/feeds/sitemap.ts';
import { createUrls } from '../../../src/urls.ts';
import { xmlFaults } from '../../support/validate-xml.ts';

const urls = createUrls({ siteUrl: 'https://example.org', base: '/pubs', locales: ['en', 'fa'] });

test('a page stands in each of its languages, and names all of them', async () => {
  const text = writeSitemap(
    [
      { address: '/people/x/', locales: ['en', 'fa'], lastmod: '2024-12-03' },
      { address: '/about/', locales: ['fa'] },
    ],
    urls,
    'en',
  );
  expect(await xmlFaults(text, 'sitemap.xsd')).toEqual([]);
  expect([...text.matchAll(/<loc>([^<]*)/g)].map(([, url]) => url)).toEqual([
    'https://example.org/pubs/people/x/',
    'https://example.org/pubs/fa/people/x/',
    'https://example.org/pubs/fa/about/',
  ]);
  expect(text.match(/hreflang="x-default" href="https:\/\/example.org\/pubs\/people\/x\/"/g)).toHaveLength(2);
  expect(text.match(/<lastmod>2024-12-03<\/lastmod>/g)).toHaveLength(2);
});

test('an index names the sitemaps', async () => {
  const text = writeSitemapIndex(
    [{ address: '/sitemap-1.xml', lastmod: '2024-12-03' }, { address: '/sitemap-2.xml' }],
    urls,
  );
  expect(await xmlFaults(text, 'sitemap.xsd')).toEqual([]);
  expect(text).toContain('<loc>https://example.org/pubs/sitemap-2.xml</loc>');
});

test('a sitemap holds at most 45,000 addresses, and the languages of a page stay together', () => {
  expect(sitemapLimit).toBe(45_000);
  const pages = Array.from({ length: 50_000 }, (_, index) => ({
    address: `/p/${index}/`,
    locales: ['en', 'fa', 'ar'],
  }));
  const sitemaps = [...splitSitemaps(pages)];
  expect(sitemaps.map((own) => own.length)).toEqual([15_000, 15_000, 15_000, 5_000]);
  expect(sitemaps.flat()).toEqual(pages);
  expect([...splitSitemaps([], 10)]).toEqual([[]]);
});
