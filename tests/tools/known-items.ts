/*
 * Asks the search of a built site for known items, through its page, and prints for each kind of query how many were found
 * among the first ten and how many came first:
 *
 *   node tests/tools/known-items.ts SITE ITEMS.json
 *
 * ITEMS.json is a list of `{ kind, query, expected, found?, bm25? }`: the slug that is expected, and its ranks with an earlier
 * search and with plain BM25 (0: not found).
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launchBrowser } from '../support/launch-browser.ts';
import { serveSite } from '../support/serve-site.ts';

interface Item {
  readonly kind: string;
  readonly query: string;
  readonly expected: string;
  readonly found?: number;
  readonly bm25?: number;
}

interface Tally {
  count: number;
  found: number;
  first: number;
  before: number;
  bm25: number;
  worse: string[];
}

const [folder, file] = process.argv.slice(2);
if (folder === undefined || file === undefined) throw new Error('usage: known-items.ts SITE ITEMS.json');
const items = JSON.parse(readFileSync(file, 'utf8')) as Item[];
const server = await serveSite(resolve(folder));
const browser = await launchBrowser();
try {
  const page = await (await browser.newContext()).newPage();
  const tallies = new Map<string, Tally>();
  for (const item of items) {
    await page.goto(`${server.url}/search/?q=${encodeURIComponent(item.query)}`);
    const counted = page.locator('[data-count]').filter({ hasText: /\d/ });
    await Promise.race([counted.waitFor(), page.waitForURL(/\/publications\/[^/]+\/$/)]);
    const slugs = /\/publications\/([^/]+)\/$/.test(page.url())
      ? [/\/publications\/([^/]+)\/$/.exec(page.url())![1]!]
      : await page
          .locator('[data-results] h2 a, [data-related-results] h2 a')
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split('/').at(-2) ?? ''));
    const rank = slugs.indexOf(item.expected) + 1;
    const tally = tallies.get(item.kind) ?? { count: 0, found: 0, first: 0, before: 0, bm25: 0, worse: [] };
    tally.count += 1;
    if (rank > 0 && rank <= 10) tally.found += 1;
    if (rank === 1) tally.first += 1;
    if ((item.found ?? 0) > 0 && item.found! <= 10) tally.before += 1;
    if ((item.bm25 ?? 0) > 0 && item.bm25! <= 10) tally.bm25 += 1;
    const wanted = Math.max(item.found ?? 0, item.bm25 ?? 0);
    if (rank === 0 ? wanted > 0 : rank > 10 && wanted > 0 && wanted <= 10)
      tally.worse.push(`${item.query} (${rank}; before ${item.found ?? 0}, BM25 ${item.bm25 ?? 0})`);
    tallies.set(item.kind, tally);
  }
  console.log('kind | queries | among ten before | BM25 | now | first now');
  for (const [kind, { count, before, bm25, found, first, worse }] of tallies) {
    console.log(`${kind} | ${count} | ${before} | ${bm25} | ${found} | ${first}`);
    for (const one of worse) console.log(`    worse: ${one}`);
  }
} finally {
  await browser.close();
  await server.close();
}
