import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { siteFolder, type BuiltSite } from '../support/build-site.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { sharedSite } from '../support/shared-site.ts';
import type { Locale } from './addresses.ts';
import { reusedPage, type ReusedPage } from './reused-page.ts';

export interface Gallery {
  readonly site: BuiltSite;
  /** Origin of the served site. */
  readonly origin: string;
  path(address: string, locale?: Locale): string;
  /** A window of its own, without stored values; closed after the test. Motion is reduced unless the options say otherwise. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** The same for all tests of a group, which closes it. */
  newContextForAll(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page without stored values: the tab of the file, or one in a window of its own where that is taken or cannot have the options. */
  open(address: string, locale?: Locale, options?: BrowserContextOptions): Promise<Page>;
}

/** Serves the gallery before the tests of a file, and opens it in one browser. */
export function openGallery(): Gallery {
  let site: BuiltSite | undefined;
  let server: ServedSite | undefined;
  let browser: Browser | undefined;
  let tab: ReusedPage | undefined;
  const contexts: BrowserContext[] = [];
  const required = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('The gallery is open only while tests run.');
    return value;
  };
  const path = (address: string, locale: Locale = 'en'): string => (locale === 'en' ? address : `/${locale}${address}`);
  const newContextForAll = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await required(browser).newContext({
      baseURL: required(server).url,
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    // Only what never comes fails: a busy machine takes ten times as long.
    context.setDefaultTimeout(60_000);
    return context;
  };
  const newContext = async (options?: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await newContextForAll(options);
    contexts.push(context);
    return context;
  };

  beforeAll(async () => {
    site = await sharedSite(siteFolder('gallery'));
    expect(site.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    server = await serveSite(site.settings.outDir);
    browser = await launchBrowser();
    tab = reusedPage(await newContextForAll());
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await tab?.release();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    get site() {
      return required(site);
    },
    get origin() {
      return required(server).url;
    },
    path,
    newContext,
    newContextForAll,
    open: async (address, locale, { viewport = { width: 1280, height: 900 }, ...options } = {}) => {
      const isOwn = required(tab).isTaken || Object.keys(options).length > 0 || viewport === null;
      const page = isOwn ? await (await newContext({ viewport, ...options })).newPage() : await required(tab).take();
      if (viewport !== null) await page.setViewportSize(viewport);
      await page.goto(path(address, locale));
      return page;
    },
  };
}
