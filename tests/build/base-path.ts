import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { buildFolder, listFiles, siteFolder, type BuiltSite } from '../support/build-site.ts';
import { textOf } from '../support/read-html.ts';
import { deadLinks, readPages } from './site-pages.ts';

/** Builds a site under a path: each address has its own page, and no link, file or fragment leads nowhere. */
export async function expectWholeUnder(base: string, name: 'gallery' | 'small' = 'gallery'): Promise<void> {
  const site = await buildFolder(siteFolder(name), { BASE_PATH: base });
  expect(site.problems).toEqual([]);
  const pages = readPages(site);
  const [missing] = pages.filter(({ path }) => path === '404.html').map(({ html }) => textOf(html.all('h1')[0]!));
  expect(missing).toBe('This page does not exist');
  expect(
    pages.filter(({ path, html }) => path !== '404.html' && html.all('h1').map(textOf).includes(missing!)),
  ).toEqual([]);
  // The files of a site under a path are in the folder that the host serves there.
  expect(deadLinks(pages, site, `https://${name}.example.org`, base)).toEqual([]);
  const files = new Set(site.files());
  const addresses = addressesInStyles(site);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((url) => !url.startsWith(`${base}/`) || !files.has(url.slice(base.length + 1)))).toEqual([]);
}

const addressesInStyles = ({ settings }: BuiltSite): string[] =>
  listFiles(settings.outDir)
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) =>
      [...readFileSync(join(settings.outDir, path), 'utf8').matchAll(/url\((\/[^)]+)\)/g)].map(([, url]) => url!),
    );
