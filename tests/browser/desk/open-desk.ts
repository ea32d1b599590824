import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { bundleDesk, type DeskFiles } from '../../../src/editor/bundle/bundle-desk.ts';
import type { DeskProblem } from '../../../src/editor/model/record.ts';
import type { ImportPreview } from '../../../src/editor/stores/store.ts';
import { launchBrowser } from '../../support/launch-browser.ts';
import { once } from '../../support/run-command.ts';
import { reusedPage, type ReusedPage } from '../reused-page.ts';

export interface DeskOptions extends BrowserContextOptions {
  readonly language?: 'en' | 'fa';
  readonly files: Readonly<Record<string, string>>;
  readonly problems?: readonly DeskProblem[];
  readonly found?: ImportPreview;
}

export interface Desk {
  /** A page of the desk without stored values: the tab of the file, or a window of its own. `address`: its fragment. */
  open(address: string, options: DeskOptions): Promise<Page>;
}

/** The bundle of the desk with a store in the memory of the page. */
export const deskBundle = once(() => bundleDesk(join(import.meta.dirname, 'in-memory.ts')));

/** Serves the desk with a store in the memory of the page, while the tests of a file run. */
export function openDesk(): Desk {
  let browser: Browser;
  let server: Server;
  let tab: ReusedPage;
  /** What the page begins with. */
  let begin = '';
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    server = serve(await deskBundle(), () => begin);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
    tab = reusedPage(await newContext());
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await tab.release();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(60_000);
    return context;
  };
  const newPage = async (options: BrowserContextOptions): Promise<Page> => {
    if (!tab.isTaken && Object.keys(options).length === 0) return tab.take();
    const context = await newContext(options);
    contexts.push(context);
    return context.newPage();
  };
  return {
    open: async (address, { language = 'en', files, problems = [], found, viewport = ordinary, ...options }) => {
      const page = await newPage(options);
      if (viewport !== null) await page.setViewportSize(viewport);
      const desk = JSON.stringify({ files, problems, ...(found ? { found } : {}) }).replaceAll('<', String.raw`\u003c`);
      begin = `globalThis.desk = ${desk}; localStorage.setItem('colophon-desk-language', '${language}');`;
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${address}`);
      await page.locator('main h1').waitFor();
      return page;
    },
  };
}

const ordinary = { width: 1100, height: 900 };

const document = (begin: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Edit</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/desk.css"></head><body><div id="desk-root"></div><script>${begin}</script><script type="module" src="/desk.js"></script></body></html>`;

const mediaTypes: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' };

const serve = (files: DeskFiles, begin: () => string): Server =>
  createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const found = name === '' ? document(begin()) : files.get(name);
    if (found === undefined) response.writeHead(404).end();
    else
      response.writeHead(200, { 'content-type': mediaTypes[name.split('.').at(-1) ?? ''] ?? 'text/html' }).end(found);
  });
