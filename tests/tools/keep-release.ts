import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../src/build/build-site.ts';
import { projectDir, readSettings } from '../../src/project/settings.ts';
import { readReleasedSite, releaseFolder } from '../support/release.ts';
import { silent } from '../support/silent-reporter.ts';

// node tests/tools/keep-release.ts: keeps what this version publishes of the content in tests/cases/release. Run once for a
// release, when its number is in package.json; tests/build/release.test.ts then holds later versions to it.
const folder = mkdtempSync(join(tmpdir(), 'colophon-release-'));
try {
  const outDir = join(folder, 'dist');
  await buildSite(
    readSettings({
      CONTENT_DIR: join(releaseFolder, 'content'),
      OUT_DIR: outDir,
      CACHE_DIR: join(folder, 'cache'),
    }),
    silent,
  );
  const { version } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as { version: string };
  const { addresses, citations } = readReleasedSite(outDir);
  writeFileSync(join(releaseFolder, 'addresses.txt'), [`# ${version}`, ...addresses, ''].join('\n'));
  mkdirSync(join(releaseFolder, 'citations'), { recursive: true });
  for (const [name, text] of Object.entries(citations)) writeFileSync(join(releaseFolder, 'citations', name), text);
  rmSync(join(releaseFolder, 'changed-citations.txt'), { force: true });
  console.log(`Kept ${addresses.length} addresses and ${Object.keys(citations).length} files of version ${version}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
