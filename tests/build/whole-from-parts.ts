import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { partSite } from '../../src/rendering/shards/part.ts';
import { differingFiles, digestsOf, listFiles, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { newOutDir, runCommand, type CommandResult } from '../support/run-command.ts';
import { sharedSite } from '../support/shared-site.ts';

/** Makes the parts of a site as machines of their own would: in processes that share nothing but the templates. */
const buildParts = (contentDir: string, of: number, folder: string): Promise<CommandResult[]> =>
  Promise.all(
    Array.from({ length: of }, (_, index) =>
      runCommand('build', { CONTENT_DIR: contentDir, OUT_DIR: join(folder, `${index + 1}-of-${of}`) }, [
        '--shard',
        `${index + 1}/${of}`,
      ]),
    ),
  );

/** Makes a site in parts: each does its share, and put together they are the site that one build makes, byte for byte. */
export async function expectWholeFromParts(name: string, of: number): Promise<void> {
  const whole = await sharedSite(siteFolder(name));
  const folder = temporaryFolder();
  for (const { code, stderr, stdout } of await buildParts(siteFolder(name), of, folder)) {
    expect(stderr).not.toContain('Not built');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Part \\d of ${of}, in `));
  }
  const parts = readdirSync(folder).map((part) => join(folder, part));
  const counts = parts.map((part) => listFiles(partSite(part)).length);
  expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(2);
  const outDir = newOutDir();
  const { code, stdout } = await runCommand('merge', { OUT_DIR: outDir }, parts);
  expect(code).toBe(0);
  expect(stdout).toContain(`Merged ${of} parts: `);
  expect(differingFiles(digestsOf(whole.settings.outDir), digestsOf(outDir))).toEqual([]);
}
