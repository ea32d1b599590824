import type { Urls } from '../urls.ts';

/** `/robots.txt` (RFC 9309): every robot may read everything but results of searches, which are without number. */
export function writeRobots(urls: Urls, locales: readonly string[]): string {
  const searches = locales.map((locale) => `Disallow: ${urls.search({}, locale)}?`);
  return ['User-agent: *', ...searches, ''].join('\n');
}
