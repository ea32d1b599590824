import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DeskFiles } from '../../../src/editor/bundle/bundle-desk.ts';
import type { DeskEntry } from '../../../src/editor/model/record.ts';
import { launchBrowser } from '../../support/launch-browser.ts';
import { serveHost, type HostKind, type ServedHost } from '../../support/repository-hosts/serve-host.ts';
import { bundlePublished, servePublished, type PublishedSite } from './serve-published.ts';

export interface PublishedDeskOnTest {
  readonly bundle: () => DeskFiles;
  readonly site: () => PublishedSite;
  /** What browsers said in their consoles, and requests to others than the site and the host of the repository. */
  readonly strange: string[];
  /** A page at the sign-in of the desk, in a window of its own, and the host of its repository. */
  readonly open: (
    kind: HostKind,
    language?: 'en' | 'fa',
    isTouch?: boolean,
  ) => Promise<{ readonly page: Page; readonly server: ServedHost }>;
}

/** Serves the desk of a published site while the tests of a file run. `files`: of the repository of each test. */
export function openPublished(
  records: readonly DeskEntry[],
  files: Readonly<Record<string, string>>,
): PublishedDeskOnTest {
  let bundle: DeskFiles;
  let site: PublishedSite;
  let browser: Browser;
  let host: ServedHost | undefined;
  const contexts: BrowserContext[] = [];
  const strange: string[] = [];
  beforeAll(async () => {
    bundle = await bundlePublished();
    site = await servePublished(bundle, records);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await host?.close();
    host = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  return {
    bundle: () => bundle,
    site: () => site,
    strange,
    open: async (kind, language = 'en', isTouch = false) => {
      strange.length = 0;
      const server = await serveHost(kind, files);
      host = server;
      site.settings = {
        base: '',
        locales: ['en', 'fa'],
        institute: 'Institute of Invented Sciences',
        holdsCode: true,
        repository: {
          host: kind,
          api: server.api,
          web: server.origin,
          repository: server.name,
          branch: 'main',
          folder: 'content',
        },
      };
      const context = await browser.newContext({
        viewport: { width: isTouch ? 390 : 1100, height: 900 },
        reducedMotion: 'reduce',
        ...(isTouch ? { hasTouch: true, isMobile: true } : {}),
      });
      contexts.push(context);
      context.setDefaultTimeout(60_000);
      await context.addInitScript((chosen) => {
        localStorage.setItem('colophon-desk-language', chosen);
      }, language);
      const page = await context.newPage();
      page.on('request', (request) => {
        const { origin } = new URL(request.url());
        if (![site.origin, server.origin, 'null'].includes(origin)) strange.push(request.url());
      });
      page.on('pageerror', (error) => strange.push(String(error)));
      page.on('console', (message) => {
        if (/content.security.policy|trusted/i.test(message.text())) strange.push(message.text());
      });
      await page.goto(`${site.origin}/edit/`);
      await page.locator('#token').waitFor();
      return { page, server };
    },
  };
}
