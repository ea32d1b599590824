import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSite } from '../support/serve-site.ts';
import { findBrowser } from '../support/launch-browser.ts';

/*
 * node tests/tools/lighthouse.ts dist /publications/x/ /fa/ …
 *
 * Measures pages of a built site with Lighthouse, as a telephone on a slow network would load them, and says which audits
 * are not perfect. Lighthouse comes from npm when it is needed (npx), for it is larger than all else together.
 */
interface Report {
  readonly categories: Readonly<
    Record<string, { score: number; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, { score: number | null; displayValue?: string }>>;
}

const [folder = 'dist', ...addresses] = process.argv.slice(2);
const site = await serveSite(folder);
const output = join(mkdtempSync(join(tmpdir(), 'lighthouse-')), 'report.json');
const flags = ['--headless', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
for (const address of addresses.length > 0 ? addresses : ['/']) {
  const child = spawn(
    'npx',
    [
      '--yes',
      'lighthouse@12',
      site.url + address,
      '--quiet',
      '--output=json',
      `--output-path=${output}`,
      `--chrome-flags=${flags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: await findBrowser() }, stdio: 'inherit' },
  );
  await new Promise((resolve) => child.once('close', resolve));
  const { categories, audits } = JSON.parse(readFileSync(output, 'utf8')) as Report;
  const scores = Object.entries(categories).map(([name, { score }]) => `${name} ${Math.round(score * 100)}`);
  const faults = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim());
  process.stdout.write(`${address}\n  ${scores.join(', ')}\n  ${faults.join(', ')}\n`);
}
await site.close();
