import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { singleFormats } from '../../src/domain/publication/offered-format.ts';
import { recogniseFormat } from '../../src/formats/table.ts';
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { buildFolder, siteFolder, type BuiltSite } from '../support/build-site.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { findCode } from '../support/find-code.ts';
import { readHtml } from '../support/read-html.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { wellFormedFaults } from '../support/validate-xml.ts';
import { readCsv } from '../support/read-csv.ts';

let site: BuiltSite;
let server: ServedSite;
let browser: Browser;
let files: string[];

beforeAll(async () => {
  site = await buildFolder(siteFolder('hostile'));
  expect(site.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  files = site.files();
  server = await serveSite(site.settings.outDir);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const ending = (...ends: string[]): string[] => {
  const found = files.filter((path) => ends.some((end) => path.endsWith(end)));
  expect(found.length, ends.join(' ')).toBeGreaterThan(0);
  return found;
};

describe('every file of a site full of attacks', () => {
  test('that is a page parses without an error, and holds no more code and no other addresses than a good one', () => {
    for (const path of ending('.html')) {
      const html = readHtml(site.read(path));
      expect(html.errors, path).toEqual([]);
      expect(html.all('*').flatMap(findCode), path).toEqual([]);
    }
  });

  test('that is JSON or JSON-LD parses', () => {
    for (const path of ending('.json')) expect(() => JSON.parse(site.read(path)) as unknown, path).not.toThrow();
    for (const path of ending('.html'))
      for (const [, text = ''] of site.read(path).matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g))
        expect(() => JSON.parse(text) as unknown, path).not.toThrow();
  });

  test('that is XML is well-formed', async () => {
    const documents = Object.fromEntries(ending('.xml', '.svg').map((path) => [path, site.read(path)]));
    expect(await wellFormedFaults(documents)).toEqual([]);
    expect(await wellFormedFaults({ ...documents, 'fa/broken.xml': '<feed><entry></feed>' })).toContainEqual(
      expect.stringMatching(/^fa\/broken\.xml:1: parser error/),
    );
  });

  test.each(singleFormats(offeredFormats()))(
    'that is $label holds as many records as there are publications in it',
    ({ id, label, extension }) => {
      // A citation that does not come back as it was written has no record. Few may be so, and each is told.
      const withheld = site.problems.filter(
        ({ name, message }) => name === 'citation-withheld' && message.startsWith(`${label} `),
      );
      expect(withheld.length).toBeLessThan(5);
      const whole = site.read(`publications${extension}`);
      const all = recogniseFormat(whole)?.read(whole);
      expect(all?.records).toHaveLength(98 - withheld.length);
      for (const path of files.filter(
        (file) =>
          file.startsWith('publications/') &&
          /^[^/.]+$/.test(file.slice(13, -extension.length)) &&
          file.endsWith(extension),
      )) {
        const format = recogniseFormat(site.read(path));
        expect(format?.id, path).toBe(id);
        expect(format?.read(site.read(path)), path).toMatchObject({ records: [expect.anything()], problems: [] });
      }
    },
  );

  test('that is CSV has rows of one length, and no field that a spreadsheet would calculate', () => {
    for (const path of ending('.csv')) {
      const rows = readCsv(site.read(path).slice(1));
      expect(new Set(rows.map((row) => row.length)).size, path).toBe(1);
      for (const field of rows.flat()) expect(field, path).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u);
      if (path === 'publications.csv') expect(rows).toHaveLength(99);
    }
  });

  test('that is a picture is one', async () => {
    for (const path of ending('.png'))
      expect((await sharp(`${site.settings.outDir}/${path}`).metadata()).format).toBe('png');
  });
});

describe('in a browser', () => {
  test.each(['en', 'fa'])('nothing runs, asks, or is forbidden on any kind of page in %s', async (locale) => {
    const watched = await openWatched();
    const prefix = locale === 'en' ? '' : `${locale}/`;
    const pages = files
      .filter((path) => path.endsWith('index.html') && path.startsWith('fa/') === (locale === 'fa'))
      .map((path) => `/${path.replace(/index\.html$/, '')}`);
    expect(pages.length).toBeGreaterThan(200);
    // Every publication in one language; of the other pages of one kind, and in the other language, one in four.
    const alike =
      locale === 'en' ? /\/(?:people|units|journals|topics)\/./ : /\/(?:publications|people|units|journals|topics)\/./;
    const chosen = pages.filter((path, index) => !alike.test(path) || index % 4 === 0);
    for (const path of [...chosen, ...(prefix === '' ? ['/404.html'] : [])]) {
      await watched.page.goto(path);
      // What is closed at first, and what waits for a reader.
      await watched.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const image of document.querySelectorAll('img')) image.loading = 'eager';
        for (const element of document.querySelectorAll('main *'))
          for (const type of ['mouseover', 'focus', 'click', 'pointerenter', 'toggle', 'animationstart'])
            if (!(
              element instanceof HTMLAnchorElement ||
              element instanceof HTMLButtonElement ||
              element.closest('a, button, form')
            ))
              element.dispatchEvent(new Event(type, { bubbles: true }));
      });
      expect(await watched.hit(), path).toBe(false);
    }
    expect(watched.faults).toEqual([]);
    await watched.context.close();
  });

  test.each(['', '/fa'])('the search shows attacks as text, and takes them as queries: %s', async (prefix) => {
    const watched = await openWatched();
    const { page } = watched;
    await page.goto(`${prefix}/search/`);
    await page.locator('[data-results] > li').first().waitFor();
    for (const query of [
      'script window',
      '<script>window.__hit=1</script>',
      '"><img src=x onerror=window.__hit=1>',
      'javascript:window.__hit=1',
      '{{constructor}}',
      '__proto__',
      '\u202e\u0000%00',
    ]) {
      await page.goto(`${prefix}/search/?q=${encodeURIComponent(query)}`);
      await page
        .locator('[data-count]')
        .filter({ hasText: /[0-9۰-۹]/ })
        .waitFor();
    }
    const html = await page.locator('main').innerHTML();
    expect(readHtml(`<!doctype html><title>x</title>${html}`).all('*').flatMap(findCode)).toEqual([]);
    await page.goto(
      `${prefix}/search/?topic=%22%3E%3Csvg%20onload%3Dwindow.__hit%3D1%3E&year=__proto__&sort=constructor&person=toString`,
    );
    await page
      .locator('[data-count]')
      .filter({ hasText: /[0-9۰-۹]/ })
      .waitFor();
    await page.goto(`${prefix}/`);
    await page.locator('#q').pressSequentially('script');
    await page.locator('[role=option]').first().waitFor();
    expect(await watched.hit()).toBe(false);
    expect(watched.faults).toEqual([]);
    await watched.context.close();
  });
});

interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: string[];
  /** Whether an attack ran. */
  hit(): Promise<boolean>;
}

/** A page that tells of dialogs, requests elsewhere, errors of scripts, and everything that its policy forbids. */
async function openWatched(): Promise<Watched> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.url && protocol !== 'blob:') faults.push(`request to ${request.url()} from ${page.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`error ${error.message} on ${page.url()}`));
  page.on('popup', () => faults.push(`window opened by ${page.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} from ${response.url()} on ${page.url()}`);
  });
  await page.exposeFunction('tellFault', (fault: string) => faults.push(fault));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, documentURI }) =>
      (globalThis as unknown as { tellFault(fault: string): void }).tellFault(
        `${effectiveDirective} forbids ${blockedURI} ${sample} on ${documentURI}`,
      ),
    );
  });
  return {
    context,
    page,
    faults,
    hit: () => page.evaluate(() => '__hit' in globalThis || document.querySelector('[data-hit]') !== null),
  };
}
