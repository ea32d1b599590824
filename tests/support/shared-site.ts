import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { BuildResult } from '../../src/build/build-site.ts';
import type { Settings } from '../../src/project/settings.ts';
import { buildInto, minimalSite, readerOf, writeFiles, type BuiltSite, type ContentFiles } from './build-site.ts';

/** A site that several test files of a run read: the first call builds it, the others wait. Tests must not change it. */
export async function sharedSite(contentDir: string): Promise<BuiltSite> {
  const folder = join(inject('runFolder'), createHash('sha256').update(contentDir).digest('hex').slice(0, 16));
  const report = join(folder, 'report.json');
  if (isFirst(folder)) await buildAndReport(contentDir, folder, report);
  while (!existsSync(report)) await wait(50);
  const { failure, ...built } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  if (failure !== undefined) throw new Error(`The site could not be built: ${failure}`);
  return { ...built, ...readerOf(built.settings) };
}

/** The same for content that tests make; content of the same files is built once. */
export async function sharedSiteOf(files: ContentFiles): Promise<BuiltSite> {
  const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const folder = join(inject('runFolder'), `content-${digest}`);
  if (isFirst(`${folder}.begun`)) {
    writeFiles(`${folder}.new`, { 'site.yaml': minimalSite, ...files });
    renameSync(`${folder}.new`, folder);
  }
  while (!existsSync(folder)) await wait(50);
  return sharedSite(folder);
}

/** Result of the build, for the test files that wait for it. */
type Report = BuildResult & { readonly settings: Settings; readonly failure?: string };

/** True for the first process that calls it: only one can create the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

async function buildAndReport(contentDir: string, folder: string, report: string): Promise<void> {
  const built = await buildInto(folder, contentDir).catch((error: unknown) => ({ failure: String(error) }));
  // Write and rename, so that no process reads a partial file.
  writeFileSync(`${report}.new`, JSON.stringify(built));
  renameSync(`${report}.new`, report);
}
