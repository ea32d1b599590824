import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { slowUnless, testEach } from '../support/slow.ts';
import { article, addresses, manyAuthors, visits, type Locale } from './addresses.ts';
import { openGallery } from './gallery.ts';

const gallery = openGallery();
const locales = ['en', 'fa'] as const;
/** Pages that ask for something after they are there. */
const asksForMore: readonly string[] = [
  addresses.home[0],
  article,
  manyAuthors,
  addresses.search[0],
  addresses['reading-list'][0],
];

interface Watched {
  readonly page: Page;
  readonly faults: string[];
}

/** Opens an address in a window of its own that tells of everything its policy forbids, and of every error of a script. */
async function openWatched(address: string, locale: Locale = 'en'): Promise<Watched> {
  const watched = await watch(await gallery.newContext({ permissions: ['clipboard-read', 'clipboard-write'] }));
  await visit(watched.page, address, locale);
  return watched;
}

async function watch(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  const faults: string[] = [];
  await page.exposeFunction('tellFault', (fault: string) => faults.push(fault));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) =>
      (globalThis as unknown as { tellFault(fault: string): void }).tellFault(
        `${effectiveDirective} forbids ${blockedURI} ${sample} in ${sourceFile}`,
      ),
    );
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
  });
  return { page, faults };
}

async function visit(page: Page, address: string, locale: Locale): Promise<void> {
  await page.goto(gallery.path(address, locale));
  // What a page asks for after it is there: Pagefind, and pages of publications.
  if (/search|reading-list/.test(address)) await page.waitForLoadState('networkidle');
}

describe.each(locales)('in %s, nothing is forbidden by the policy', (locale) => {
  describe('while it is read:', () => {
    /** One window for all pages: a whole browser needs a second for each. */
    let watched: Watched;
    beforeAll(async () => {
      watched = await watch(await gallery.newContextForAll());
    });
    afterAll(() => watched.page.context().close());

    // Every page is read in `every-page.test.ts` too, where the console would tell what is forbidden.
    testEach(
      visits.filter((visit) => visit.locale === locale),
      ({ address, isQuick }) => isQuick && asksForMore.includes(address),
    )('$address', async ({ address }) => {
      const { page, faults } = watched;
      faults.length = 0;
      await visit(page, address, locale);
      // Pictures and videos that load when they are seen, and everything that is closed.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const image of document.querySelectorAll('img')) image.loading = 'eager';
      });
      // A page that is embedded has the scheme of the page around it.
      if (!address.endsWith('/embed/')) await page.locator('[data-theme-toggle]').click();
      await page.evaluate(() =>
        Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))),
      );
      expect(faults).toEqual([]);
    });
  });

  test('while a reader cites, copies and shares', slowUnless(locale === 'fa'), async () => {
    const { page, faults } = await openWatched(article, locale);
    await page.locator('[data-cite]').first().click();
    await page.locator('dialog label', { hasText: 'RIS' }).locator('input').check();
    await page.locator('#cited-file', { hasText: 'TY  -' }).waitFor();
    for (const button of await page.locator('dialog [data-copy]').all())
      if (await button.isVisible()) await button.click();
    await page.keyboard.press('Escape');
    await page.locator('.menu summary').click();
    await page.locator('.menu .qr svg').waitFor();
    for (const button of await page.locator('.menu [data-copy]').all())
      if (await button.isVisible()) await button.click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    expect(faults).toEqual([]);
  });

  test('while the field of the home page suggests', slowUnless(locale === 'en'), async () => {
    const { page, faults } = await openWatched(addresses.home[0], locale);
    await page.locator('#q').pressSequentially('cloud');
    await page.locator('[role=option]').first().waitFor();
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(['/pagefind/pagefind-worker.js']);
    expect(faults).toEqual([]);
  });

  test(
    'while a reader saves a publication, and takes the reading list along',
    slowUnless(locale === 'fa'),
    async () => {
      const { page, faults } = await openWatched(article, locale);
      await page.locator('[data-save]').click();
      await page.goto(gallery.path('/reading-list/', locale));
      const taken = page.waitForEvent('download');
      await page.locator('[data-take]').click();
      await page.locator('dialog label', { hasText: 'RIS' }).locator('input').check();
      await page.locator('dialog a[download]', { hasText: 'Zotero' }).click();
      await taken;
      expect(faults).toEqual([]);
    },
  );

  test('while a reader searches, filters, and takes citations along', slowUnless(locale === 'en'), async () => {
    const { page, faults } = await openWatched('/search/?q=cloud', locale);
    await page.locator('[data-results] > li').first().waitFor();
    expect(page.workers()).toHaveLength(1);
    await page.locator('#q').fill('n > 9');
    await page.locator('#q').press('Enter');
    await page.locator('[data-results] math').first().waitFor();
    await page.locator('[data-facet] input').first().click();
    await page.locator('[data-select-all]').click();
    const download = page.waitForEvent('download');
    await page.locator('[data-selection] button').first().click();
    await page.locator('dialog .programs .btn', { hasText: 'Zotero' }).click();
    await download;
    expect(faults).toEqual([]);
  });
});

describe('the policy', () => {
  test('stops a script, a style and a request that got into a page', async () => {
    const { page, faults } = await openWatched(manyAuthors);
    await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'document.title = "hit"';
        document.body.append(script);
      } catch {
        // Trusted Types take no text for a script.
      }
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(style);
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel.png';
      document.body.append(image);
    });
    for (const directive of ['style-src-elem', 'img-src', 'require-trusted-types-for'])
      await expect.poll(() => faults.join('\n')).toContain(directive);
    expect(await page.title()).not.toBe('hit');
    expect(await page.locator('body').isVisible()).toBe(true);
  });

  test('lets no text become markup, even where there is a search', async () => {
    const { page } = await openWatched('/search/?q=cloud');
    await page.locator('[data-results] > li').first().waitFor();
    const thrown = await page.evaluate(() => {
      const tries = [
        () => (document.createElement('div').innerHTML = '<b>x</b>'),
        () => new Worker('/pagefind/pagefind.js'),
        () => document.write('x'),
      ];
      return tries.map((attempt) => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(thrown).toEqual(['TypeError', 'TypeError', 'TypeError']);
  });

  test('leaves titles as they are on their pages, formulas included', async () => {
    const { page } = await openWatched('/search/');
    await page.locator('[data-results] > li').first().waitFor();
    const more = page.locator('[data-pager] button');
    while (await more.isVisible()) {
      const before = await page.locator('[data-results] > li').count();
      await more.click();
      await page.locator('[data-results] > li').nth(before).waitFor();
    }
    const titles = await page
      .locator('[data-results] h2 a')
      .evaluateAll((links) =>
        links.map((link) => [new URL((link as HTMLAnchorElement).href).pathname, link.innerHTML]),
      );
    expect(titles.filter(([, html]) => html?.includes('<math>')).length).toBeGreaterThan(1);
    const differing = await page.evaluate(async (all) => {
      const found: unknown[] = [];
      for (const [address = '', html] of all) {
        const response = await fetch(address);
        const [, own = ''] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(await response.text()) ?? [];
        // Both as a browser writes them.
        const serialized = own.replaceAll('&#39;', "'").replaceAll('&quot;', '"');
        if (serialized !== html) found.push([address, serialized, html]);
      }
      return found;
    }, titles);
    expect(differing).toEqual([]);
  });

  test('lets other sites show an embedded list in a frame, and nothing else', async () => {
    const embed = addresses.embed[0];
    const server = createServer((_, response) => {
      const frames = [embed, '/', article, '/reading-list/', '/search/']
        .map((address) => `<iframe name="${address}" src="${gallery.origin}${address}"></iframe>`)
        .join('');
      response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Another site</title>${frames}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const page = await (await gallery.newContext()).newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForLoadState('networkidle');
      const shown = await Promise.all(
        page
          .frames()
          .slice(1)
          .map(async (frame) => [frame.name(), await frame.locator('main h1').count()] as const),
      );
      expect(shown).toEqual([
        [embed, 1],
        ['/', 0],
        [article, 0],
        ['/reading-list/', 0],
        ['/search/', 0],
      ]);
      // One for each page that is kept out, and none of the list.
      await expect.poll(() => faults).toHaveLength(4);
      for (const fault of faults) expect(fault).toContain('frame-ancestors');
      const list = page.frameLocator(`[name="${embed}"]`);
      await expect
        .poll(() => list.locator('body').evaluate((body) => getComputedStyle(body).fontFamily))
        .toContain('Source');
      await list.locator('main a').first().click();
      await page.waitForURL(`${gallery.origin}/**`);
    } finally {
      server.close();
    }
  });

  test('keeps a drawing that is opened by itself from running anything', async () => {
    const context = await gallery.newContext();
    const page = await context.newPage();
    const response = await page.goto('/favicon.svg');
    expect(response?.headers()['content-security-policy']).toBe("default-src 'none'; sandbox");
  });
});
