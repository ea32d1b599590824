import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readContentFolder } from '../build/read-content-folder.ts';
import { readSettings } from '../project/settings.ts';
import { reportFailure } from './explain-failure.ts';
import { findFixes, writeFixes } from './fix-content.ts';
import { ask, print, printError } from './print.ts';
import { readFlags } from './read-flags.ts';
import { countProblems, damagedCache } from './report-problems.ts';
import { showDifference } from './show-difference.ts';
import { compareVersions } from './upgrade/compare-versions.ts';
import { contentVersion, packageDir, programVersion, saveContentVersion } from './upgrade/content-version.ts';
import { readChangelog } from './upgrade/read-changelog.ts';

// npm run upgrade: says what the installed version changes, and repairs the content for it when a person agrees.
const flags = readFlags(process.argv.slice(2), {
  command: 'upgrade',
  description: 'says what a newer Colophon changes, and repairs the content for it',
  flags: { yes: 'writes the repairs without asking' },
  variables: ['CONTENT_DIR', 'CACHE_DIR'],
});
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
const yes = flags.given.has('yes');
process.exitCode = await reportFailure('Not upgraded', 'Each file is either repaired or unchanged.', upgrade);

async function upgrade(): Promise<number> {
  const settings = readSettings(process.env);
  const folder = relative(process.cwd(), settings.contentDir) || '.';
  const installed = programVersion();
  const written = contentVersion() ?? installed;
  if (compareVersions(written, installed) > 0) {
    printError(
      `The content was upgraded to Colophon ${written}, and ${installed} is installed.\n→ npm install --save-exact colophon@${written}`,
    );
    return 1;
  }
  print(
    written === installed
      ? `The content is written for Colophon ${installed}, which is installed.\n→ npm install --save-exact colophon@latest brings the newest version; then run this again.`
      : `The content is written for Colophon ${written}, and ${installed} is installed. What changes:\n\n${readChangelog(readFileSync(join(packageDir, 'CHANGELOG.md'), 'utf8'), written, installed).join('\n\n')}`,
  );
  const files = findFixes(settings.contentDir);
  for (const { file, before, after } of files) print(`\n${showDifference(`${folder}/${file}`, before, after)}`);
  if (files.length > 0 && !(yes || (await agrees(files.length)))) {
    print('Nothing was changed. → npm run upgrade -- --yes writes these changes.');
    return 0;
  }
  writeFixes(settings.contentDir, files);
  if (written !== installed) saveContentVersion(installed);
  const { problems, store } = await readContentFolder(settings, {
    drafts: true,
    damaged: () => printError(damagedCache),
  });
  store?.close();
  const repaired = `${files.length} ${files.length === 1 ? 'file' : 'files'} repaired`;
  print(
    `\n${repaired}; the content has ${countProblems(problems)}${problems.length > 0 ? ': npm run check lists them' : ''}.`,
  );
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Whether a person at a terminal wants these changes. */
async function agrees(files: number): Promise<boolean> {
  return /^y(es)?$/i.test(await ask(`Write these changes into ${files} ${files === 1 ? 'file' : 'files'}? [y/N] `));
}
