import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { partSite } from '../../src/rendering/shards/part.ts';
import { differingFiles, digestsOf, listFiles, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { newOutDir, runCommand } from '../support/run-command.ts';
import { sharedSite } from '../support/shared-site.ts';

/** Makes one of so many parts of a site in a folder. */
export type MakePart = (contentDir: string, folder: string, number: number, of: number) => Promise<void>;

/** Makes a part as a machine of its own would: in a process that shares nothing with others but the templates. */
export const partByCommand: MakePart = async (contentDir, folder, number, of) => {
  const environment = { CONTENT_DIR: contentDir, OUT_DIR: folder };
  const { code, stderr, stdout } = await runCommand('build', environment, ['--shard', `${number}/${of}`]);
  expect(stderr).not.toContain('Not built');
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Part ${number} of ${of}, in `));
};

/** Makes a site in parts: each does its share, and put together they are the site that one build makes, byte for byte. */
export async function expectWholeFromParts(name: string, of: number, makePart: MakePart): Promise<void> {
  const whole = await sharedSite(siteFolder(name));
  const folder = temporaryFolder();
  const numbers = Array.from({ length: of }, (_, index) => index + 1);
  await Promise.all(
    numbers.map((number) => makePart(siteFolder(name), join(folder, `${number}-of-${of}`), number, of)),
  );
  const parts = readdirSync(folder).map((part) => join(folder, part));
  const counts = parts.map((part) => listFiles(partSite(part)).length);
  expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(2);
  const outDir = newOutDir();
  const { code, stdout } = await runCommand('merge', { OUT_DIR: outDir }, parts);
  expect(code).toBe(0);
  expect(stdout).toContain(`Merged ${of} parts: `);
  expect(differingFiles(digestsOf(whole.settings.outDir), digestsOf(outDir))).toEqual([]);
}
