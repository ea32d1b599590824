import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { styledSite, type BuiltSite } from '../support/build-site.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { publicationText, type WrittenPublication } from '../support/make.ts';
import { serveSite, type ServedSite } from '../support/serve-site.ts';
import { sharedSiteOf } from '../support/shared-site.ts';
import { reusedPage, type ReusedPage } from './reused-page.ts';

const manyAuthors = [
  'Exempli, Bea',
  'Ficta, Cora',
  'Falsa, Dora',
  'Vana, Eva',
  'Nulla, Fia',
  'Ultima, Gia',
  'Nomen NA',
];

/** What some papers of the series say as well. */
const oddWords: Readonly<Record<number, string>> = {
  27: ' Healthcare was not given.',
  28: ' Programs in C++ came from AT&T and R&D, for health care of CD4+ cells and breast cancer, without NF-κB.',
};

/** Publications of an invented institute that differ in how their words are written. */
const publications: readonly WrittenPublication[] = [
  {
    slug: 'mueller-2020-tnf',
    title: 'TNF-α in children with thalassaemia',
    authors: ['Müller, Jürgen', 'Łukasik, Łukasz'],
    published: '2020',
    doi: '10.5555/Search.1',
    pmid: '99100001',
    pmcid: 'PMC99100001',
    keywords: ['haemoglobin'],
    topics: ['blood'],
    openAccess: 'gold',
    journal: 'Letters on Nothing',
    trials: ['NCT99100001'],
    titles: { fa: 'تی‌ان‌اف آلفا در کودکان تالاسمی' },
    links: [{ rel: 'data', url: 'https://data.example.org/sets/7?part=2' }],
    body: 'We measured IL-6 and TNF-α in H<sub>2</sub>O, and found that the lantern of Zanzibar was never lit. Bone marrow transplantation (BMT) was not done.',
  },
  {
    slug: 'khiyali-2021-books',
    lang: 'fa',
    title: 'بررسی کتاب‌های علمی در کتابخانهٔ آزمایشی',
    authors: ['خیالی، سارا'],
    published: '2021',
    topics: ['books'],
    journal: 'مجلهٔ خیال',
    body: 'چکیدهٔ این کتاب‌ها دربارهٔ روش‌های نگهداری است.',
  },
  {
    slug: 'khiyali-2022-retracted',
    title: 'Water, H₂O and 10⁻³ other names of it',
    authors: ['Khiyali, Sara'],
    published: '2022',
    type: 'review',
    topics: ['blood', 'books'],
    mesh: ['D990001'],
    status: 'retracted',
    notices: [{ type: 'retraction', date: '2023-01-01', reason: 'Invented.' }],
    trials: ['NCT99100002'],
    body: 'Nothing but water, and no BMT.',
  },
  {
    slug: 'khiyali-2022-second',
    title: 'Water again, without names',
    authors: ['Khiyali, Sara'],
    published: '2022',
    trials: ['NCT99100002'],
    topics: ['fluids'],
    body: 'Names of water other than water.',
  },
  // More than one page of results, and more topics than stand in a list.
  ...Array.from({ length: 30 }, (_, index): WrittenPublication => ({
    slug: `series-2023-${String(index + 1).padStart(2, '0')}`,
    title: `Part ${index + 1} of a long series about umbrellas`,
    authors: ['Fictus, Ada', ...(index === 29 ? manyAuthors : [])],
    published: String(2010 + (index % 10)),
    topics: [`subject-${index % 15}`],
    body: `Umbrellas of kind ${index + 1} were counted.${oddWords[index] ?? ''}`,
  })),
];

export interface SearchSite {
  readonly site: BuiltSite;
  readonly origin: string;
  /** Opens an address in the tab of the file, without stored values, and waits until the search has answered. */
  open(path: string, options?: { readonly width?: number }): Promise<Page>;
  /** The same in a window of its own, for all tests of a group: it stays open after each of them. */
  openForAll(path: string): Promise<Page>;
}

/** Builds and serves the site before the tests of a file. Requests elsewhere and errors of scripts fail the test. */
export function openSearchSite(): SearchSite {
  let site: BuiltSite | undefined;
  let server: ServedSite | undefined;
  let browser: Browser | undefined;
  let tab: ReusedPage | undefined;
  const faults: string[] = [];
  beforeAll(async () => {
    const topics = ['blood', 'books', ...Array.from({ length: 15 }, (_, index) => `subject-${index}`)];
    site = await sharedSiteOf({
      'site.yaml': `${styledSite}features: { cards: none }\n`,
      ...Object.fromEntries(
        publications.map((written) => [`publications/${written.slug}.mdx`, publicationText(written)]),
      ),
      ...Object.fromEntries(
        topics.map((id) => [`topics/${id}.yaml`, `label: { en: "Topic ${id}", fa: "موضوع ${id}" }\n`]),
      ),
      'topics/fluids.yaml': 'label: { en: "Fluids", fa: "شاره‌ها" }\nmesh: D990001\nterms: ["Aqueous matter"]\n',
      'synonyms.yaml': 'synonyms:\n  - ["lantern of Zanzibar", "luminaire", "فانوس"]\n',
      'people/khiyali-sara.yaml':
        'names: ["Khiyali, Sara", "خیالی، سارا"]\nnative: { fa: "سارا خیالی" }\norcid: "0000-0000-1825-0025"\n',
    });
    expect(site.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    server = await serveSite(site.settings.outDir);
    browser = await launchBrowser();
    tab = reusedPage(await newContext(), watch);
  });
  afterEach(async () => {
    await tab?.release();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get site() {
      return site!;
    },
    get origin() {
      return server!.url;
    },
    async open(path, { width = 1280 } = {}) {
      const page = await tab!.take();
      await page.setViewportSize({ width, height: 900 });
      return visit(page, path);
    },
    async openForAll(path) {
      const page = await (await newContext()).newPage();
      watch(page);
      return visit(page, path);
    },
  };

  async function newContext(): Promise<BrowserContext> {
    const context = await browser!.newContext({
      baseURL: server!.url,
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    // Only what never comes fails: a busy machine takes ten times as long.
    context.setDefaultTimeout(60_000);
    return context;
  }

  function watch(page: Page): void {
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== server!.url && protocol !== 'blob:' && protocol !== 'data:')
        faults.push(`request to ${request.url()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} from ${response.url()}`);
    });
  }

  async function visit(page: Page, path: string): Promise<Page> {
    await page.goto(path);
    if (new URL(page.url()).pathname.endsWith('/search/')) await answered(page);
    return page;
  }
}

/** Waits until the count is there, in the digits of either language. */
export const answered = async (page: Page): Promise<void> => {
  await page
    .locator('[data-count]')
    .filter({ hasText: /[0-9۰-۹]/ })
    .waitFor();
};

/** Types a query into the field and sends it. */
export async function ask(page: Page, query: string): Promise<void> {
  const field = page.locator('#q');
  await field.fill(query);
  await page.locator('[data-count]').evaluate((count) => (count.textContent = ''));
  await field.press('Enter');
  await answered(page);
}

export const results = (page: Page): Locator => page.locator('[data-results] > li');

/** Slugs of the results that are shown, in their order. */
export const shownSlugs = (page: Page): Promise<string[]> =>
  page
    .locator('[data-results] h2 a')
    .evaluateAll((links) =>
      links.map((link) => /publications\/([^/]+)\/$/.exec((link as HTMLAnchorElement).href)?.[1] ?? ''),
    );

export type SearchLocale = 'en' | 'fa';

/** Address of the search in a language. */
export const searchPath = (locale: SearchLocale, rest = ''): string => `${locale === 'en' ? '' : '/fa'}/search/${rest}`;

/** The number in a text, in the digits of either language. */
export const digits = (text: string): number =>
  Number(text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/\D/g, ''));

/** A text with the digits of the language. */
export const inDigits = (locale: SearchLocale, text: string): string =>
  locale === 'en' ? text : text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!);

/** The number of results that the page tells. */
export const countOf = async (page: Page): Promise<number> => digits(await page.locator('[data-count]').innerText());
