import type { Urls } from '../urls.ts';

/**
 * `/robots.txt` (RFC 9309): robots may read everything but search results, whose number has no limit. It names
 * the sitemap index (https://www.sitemaps.org/protocol.html#submit_robots).
 */
export function writeRobots(urls: Urls, locales: readonly string[]): string {
  const searches = locales.map((locale) => `Disallow: ${urls.search({}, locale)}?`);
  const sitemap = urls.absolute(urls.file('/sitemap-index.xml'));
  return ['User-agent: *', ...searches, '', `Sitemap: ${sitemap}`, ''].join('\n');
}
