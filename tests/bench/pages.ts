import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { projectDir } from '../../src/project/settings.ts';
import { addresses, type Locale } from '../browser/addresses.ts';
import { openDetails, violations } from '../browser/violations.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { siteFolder } from '../support/site-folder.ts';
import { command } from './build.ts';
import { runLighthouse, type LighthouseRun } from './lighthouse.ts';
import { measure } from './measure.ts';
import { slowDown } from './slow-telephone.ts';
import { headBytes, serveForBench, type BenchServer } from './search-server.ts';

/** The first load of a page on a phone, in compressed bytes. */
export interface PageLoad {
  readonly kind: string;
  readonly locale: Locale;
  readonly bytes: Readonly<Record<FileKind, number>>;
  /** First contentful paint in each run, milliseconds. */
  readonly paints: readonly number[];
}

export const fileKinds = { html: '.html', css: '.css', js: '.js', fonts: '.woff2' } as const;
export type FileKind = keyof typeof fileKinds;

export interface PagesRun {
  readonly loads: readonly PageLoad[];
  readonly lighthouse: readonly (LighthouseRun & { readonly kind: string })[];
  /** Why Lighthouse could not run. */
  readonly lighthouseFailure?: string;
  readonly combinations: number;
  readonly violations: readonly string[];
}

/** A page of each kind, except redirects. */
const kinds: readonly (readonly [kind: string, address: string])[] = Object.entries(addresses).flatMap(
  ([kind, [address]]): (readonly [string, string])[] => (kind === 'alias' ? [] : [[kind, address]]),
);
const locales: readonly Locale[] = ['en', 'fa', 'ar'];
const schemes = ['light', 'dark'] as const;
const widths = [390, 820, 1440] as const;

/** The page in the shipped content to which the limits apply. */
export const limited = 'publication of 16 authors';
const ofLimits = [[limited, '/publications/jamshidi-2024-allogeneic/']] as const;

/** Loads every kind of page of the gallery as a phone does, and runs axe and Lighthouse for each. */
export async function measurePages(work: string, runs: number, say: (what: string) => void): Promise<PagesRun> {
  say('pages, sites');
  const content = await serve(join(projectDir, 'content'), join(work, 'content'));
  const gallery = await serve(siteFolder('gallery'), join(work, 'gallery'));
  const browser = await launchBrowser();
  try {
    say('pages, as a phone loads them');
    const loads = [
      ...(await loadAll(browser, content, ofLimits, runs)),
      ...(await loadAll(browser, gallery, kinds, runs)),
    ];
    say('pages, axe');
    const checked = await checkAll(browser, gallery.origin);
    say('pages, Lighthouse');
    return { loads, ...checked, ...(await runLighthouseForAll(gallery.origin)) };
  } finally {
    await browser.close();
    await content.close();
    await gallery.close();
  }
}

async function serve(folder: string, work: string): Promise<BenchServer> {
  const outDir = join(work, 'site');
  const corpus = { folder, publications: 0, origin: folder };
  await measure(command('build', { corpus, cacheDir: join(work, 'cache'), outDir }));
  return serveForBench(outDir);
}

/** The page for missing addresses is only in the default language. */
const isIn = (kind: string, locale: Locale): boolean => locale === 'en' || kind !== 'not-found';
const pathOf = (address: string, locale: Locale): string => (locale === 'en' ? address : `/${locale}${address}`);

const phone: BrowserContextOptions = { viewport: { width: 412, height: 823 } };

async function loadAll(
  browser: Browser,
  server: BenchServer,
  pages: readonly (readonly [kind: string, address: string])[],
  runs: number,
): Promise<PageLoad[]> {
  const loads: PageLoad[] = [];
  for (const [kind, address] of pages)
    for (const locale of ['en', 'fa'] as const)
      if (isIn(kind, locale)) loads.push(await load(browser, server, { kind, address, locale, runs }));
  return loads;
}

async function load(
  browser: Browser,
  server: BenchServer,
  wanted: { readonly kind: string; readonly address: string; readonly locale: Locale; readonly runs: number },
): Promise<PageLoad> {
  const { kind, address, locale, runs } = wanted;
  const paints: number[] = [];
  let bytes = {} as Record<FileKind, number>;
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    const control = await context.newCDPSession(page);
    await slowDown(control);
    server.takeSent();
    await page.goto(server.origin + pathOf(address, locale), { waitUntil: 'load' });
    paints.push(await firstPaint(page));
    await page.waitForLoadState('networkidle');
    const sent = server.takeSent();
    const sum = (ending: string): number =>
      sent
        .filter(({ path }) => path.endsWith(ending) || (ending === '.html' && path.endsWith('/')))
        .reduce((total, file) => total + file.bytes - headBytes, 0);
    bytes = { html: sum('.html'), css: sum('.css'), js: sum('.js'), fonts: sum('.woff2') };
    await context.close();
  }
  return { kind, locale, bytes, paints };
}

/** Time from the start of the navigation, in milliseconds. */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** Checks every kind of page in each language, scheme and width, with all details open; on a publication the Cite dialog too. */
async function checkAll(browser: Browser, origin: string): Promise<Pick<PagesRun, 'combinations' | 'violations'>> {
  const lines: string[] = [];
  let combinations = 0;
  for (const locale of locales)
    for (const colorScheme of schemes)
      for (const width of widths) {
        const options = { viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' } as const;
        for (const [kind, address] of kinds.filter(([kind]) => isIn(kind, locale))) {
          const context = await browser.newContext(options);
          const page = await context.newPage();
          await page.goto(origin + pathOf(address, locale), { waitUntil: 'networkidle' });
          await openDetails(page);
          const found = await violations(page);
          if (kind === 'publication') {
            await page.locator('a[href="#cite"]').first().click();
            await page.locator('dialog').waitFor();
            found.push(...(await violations(page)));
          }
          lines.push(...found.map((line) => `${locale} ${kind}, ${colorScheme}, ${width} px: ${line}`));
          combinations += 1;
          await context.close();
        }
      }
  return { combinations, violations: lines };
}

async function runLighthouseForAll(origin: string): Promise<Pick<PagesRun, 'lighthouse' | 'lighthouseFailure'>> {
  const lighthouse: (LighthouseRun & { readonly kind: string })[] = [];
  try {
    for (const [kind, address] of kinds) {
      // Lighthouse fails for a page with status 404.
      const path = kind === 'not-found' ? '/404.html' : address;
      lighthouse.push({ kind, ...(await runLighthouse(origin + path)) });
    }
  } catch (error) {
    return { lighthouse, lighthouseFailure: error instanceof Error ? error.message : String(error) };
  }
  return { lighthouse };
}
