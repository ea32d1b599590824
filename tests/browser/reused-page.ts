import type { BrowserContext, Page } from 'playwright-core';

/** One tab for test after test, because each new one costs a process of the browser. */
export interface ReusedPage {
  /** True while a test has it. */
  readonly isTaken: boolean;
  /** The tab, empty and without stored values, or as the same test has it. */
  take(): Promise<Page>;
  /** Empties it after a test. */
  release(): Promise<void>;
}

/** `prepare`: what is done once with the tab. */
export function reusedPage(context: BrowserContext, prepare: (page: Page) => void = () => undefined): ReusedPage {
  let page: Page | undefined;
  let isTaken = false;
  return {
    get isTaken() {
      return isTaken;
    },
    async take() {
      if (!page) {
        page = await context.newPage();
        prepare(page);
      }
      isTaken = true;
      return page;
    },
    async release() {
      if (!page || !isTaken) return;
      isTaken = false;
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      // What the test left unfinished is no fault of the next one, and a part of the same page is loaded anew. The page may
      // store values when it is left, so that these are removed by an empty one.
      const { origin } = new URL(page.url());
      if (origin !== 'null') {
        await page.route(`${origin}/empty`, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
        await page.goto(`${origin}/empty`);
        await page.evaluate(() => {
          localStorage.clear();
          sessionStorage.clear();
        });
        await page.unrouteAll();
      }
      await page.mouse.move(0, 0);
      await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: null, contrast: null });
    },
  };
}
