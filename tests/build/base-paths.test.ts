import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildFolder, listFiles, siteFolder } from '../support/build-site.ts';
import { textOf } from '../support/read-html.ts';
import { deadLinks, readPages } from './site-pages.ts';

const origin = 'https://gallery.example.org';

/** Paths that are also the beginning of addresses of the site, and one of several parts. */
describe.each(['/publications', '/fa', '/a/b-c/people/d.e'])('the gallery under %s', (base) => {
  test('has its own page at each address, and no link, file or fragment that leads nowhere', async () => {
    const site = await buildFolder(siteFolder('gallery'), { BASE_PATH: base });
    expect(site.problems).toEqual([]);
    const pages = readPages(site);
    const [missing] = pages.filter(({ path }) => path === '404.html').map(({ html }) => textOf(html.all('h1')[0]!));
    expect(missing).toBe('This page does not exist');
    expect(
      pages.filter(({ path, html }) => path !== '404.html' && html.all('h1').map(textOf).includes(missing!)),
    ).toEqual([]);
    // The files of a site under a path are in the folder that the host serves there.
    expect(deadLinks(pages, site, origin, base)).toEqual([]);
    const styles = listFiles(site.settings.outDir).filter((path) => path.endsWith('.css'));
    const addresses = styles.flatMap((path) =>
      [...readFileSync(join(site.settings.outDir, path), 'utf8').matchAll(/url\((\/[^)]+)\)/g)].map(([, url]) => url!),
    );
    expect(addresses.length).toBeGreaterThan(0);
    const files = new Set(site.files());
    expect(addresses.filter((url) => !url.startsWith(`${base}/`) || !files.has(url.slice(base.length + 1)))).toEqual(
      [],
    );
  });
});
