import { expect, test } from 'vitest';
import { writeRobots } from '../../../src/feeds/robots.ts';
import { createUrls } from '../../../src/urls.ts';

const urls = createUrls({ siteUrl: 'https://publications.example.org', base: '/pubs', locales: ['en', 'fa'] });

test('robots.txt keeps robots out of results of searches in every locale, of nothing else, and names the sitemaps', () => {
  expect(writeRobots(urls, ['en', 'fa'])).toBe(
    'User-agent: *\nDisallow: /pubs/search/?\nDisallow: /pubs/fa/search/?\n\nSitemap: https://publications.example.org/pubs/sitemap-index.xml\n',
  );
});
