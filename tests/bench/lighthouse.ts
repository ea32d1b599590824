import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../support/launch-browser.ts';

/** Lighthouse's results for a page on a phone with a slow network. */
export interface LighthouseRun {
  /** Scores of 0 to 100 by category. */
  readonly scores: Readonly<Record<string, number>>;
  /** Audits with a weight and an imperfect score, with the measured value. */
  readonly faults: readonly string[];
}

/** Runs Lighthouse, which npx downloads when needed because of its size. Throws when it cannot run. */
export async function runLighthouse(url: string): Promise<LighthouseRun> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  try {
    const output = join(folder, 'report.json');
    const flags = ['--headless', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    const args = ['--yes', 'lighthouse@12', url, '--quiet', '--output=json', `--output-path=${output}`];
    const code = await run('npx', [...args, `--chrome-flags=${flags.join(' ')}`], { CHROME_PATH: await findBrowser() });
    if (code !== 0) throw new Error(`npx lighthouse@12 ended with ${code}`);
    const { categories, audits } = JSON.parse(readFileSync(output, 'utf8')) as Report;
    return {
      scores: Object.fromEntries(
        Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]),
      ),
      faults: Object.values(categories)
        .flatMap(({ auditRefs }) => auditRefs)
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parts of Lighthouse's report that are used. */
interface Report {
  readonly categories: Readonly<
    Record<string, { score: number; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, { score: number | null; displayValue?: string }>>;
}

const run = (file: string, args: readonly string[], environment: Readonly<Record<string, string>>) =>
  new Promise<number | null>((resolve, reject) => {
    const child = spawn(file, args, { env: { ...process.env, ...environment }, stdio: 'ignore' });
    child.once('error', reject);
    child.once('close', resolve);
  });
