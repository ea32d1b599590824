import { beforeAll, describe, expect, test } from 'vitest';
import type { PageKind } from '../../src/domain/pages/page-data.ts';
import { pagePolicy } from '../../src/metadata/content-security-policy.ts';
import { siteFolder, type BuiltSite } from '../support/build-site.ts';
import { attribute, readHtml } from '../support/read-html.ts';
import { sharedSite } from '../support/shared-site.ts';
import { addresses } from '../browser/addresses.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await sharedSite(siteFolder('gallery'));
});

describe('the policy', () => {
  test.each(Object.entries(addresses) as [PageKind, readonly string[]][])(
    'of a %s stands before all it governs',
    (kind, [address = '']) => {
      const path = kind === 'not-found' ? '404.html' : `${address.slice(1)}index.html`;
      const html = readHtml(site.read(path));
      const metas = html.all('meta');
      expect(metas[1] && attribute(metas[1], 'http-equiv')).toBe('Content-Security-Policy');
      expect(attribute(metas[1]!, 'content')).toBe(pagePolicy(kind, true));
    },
  );

  test('lets WebAssembly run where there is a search, and nowhere else', () => {
    for (const path of site.files().filter((file) => file.endsWith('.html'))) {
      const html = site.read(path);
      expect(/'wasm-unsafe-eval'/.test(html), path).toBe(/<form[^>]* data-(?:suggest|search)=/.test(html));
    }
  });

  test('holds on every page: no style, script or handler is in a page itself', () => {
    const pages = site.files().filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(100);
    for (const path of pages) {
      const html = readHtml(site.read(path));
      const inline = html.all('*', ({ tagName, attrs }) => {
        const names = attrs.map(({ name }) => name);
        const data = attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json');
        return (
          tagName === 'style' ||
          (tagName === 'script' && !names.includes('src') && !data) ||
          names.some((name) => name === 'style' || name.startsWith('on') || name === 'srcdoc')
        );
      });
      expect(
        inline.map(({ tagName }) => tagName),
        path,
      ).toEqual([]);
    }
  });
});
