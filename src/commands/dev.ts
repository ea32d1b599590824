import { dev } from 'astro';
import { join, relative } from 'node:path';
import { moveTypes } from '../astro/move-types.ts';
import { programDir, projectDir, readPort, readSettings } from '../project/settings.ts';
import { awaitSettings } from './dev/await-settings.ts';
import { liveContent } from './dev/watch-content.ts';
import { reportFailure } from './explain-failure.ts';
import { guardOutput, print, printError } from './print.ts';
import { readFlags } from './read-flags.ts';
import { formatProblems } from './report-problems.ts';

// npm run dev: serves the site while its content is edited. PORT chooses the port.
const flags = readFlags(process.argv.slice(2), {
  command: 'dev',
  description: 'shows the site while you write',
  variables: ['CONTENT_DIR', 'CACHE_DIR', 'SITE_URL', 'BASE_PATH', 'PORT'],
});
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
guardOutput();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// A cache of its own: this catalog holds drafts, and a build at the same time must not publish them.
process.env['CACHE_DIR'] = join(process.env['CACHE_DIR'] || join(projectDir, '.cache'), 'dev');
const settings = readSettings(process.env);
moveTypes(programDir, join(settings.cacheDir, 'types'));
const failed = await reportFailure('Not started', 'No file was changed.', async () => {
  const port = readPort(process.env);
  const { base } = await awaitSettings(settings, port, (problems, taken) => {
    printError(formatProblems(problems, relative(process.cwd(), settings.contentDir)));
    printError(`The site is shown at http://localhost:${taken}/ when these are mended.`);
  });
  const { address } = await dev({
    root: programDir,
    base: base || '/',
    server: { port, open: false },
    integrations: [liveContent(settings, base)],
  });
  print(`Edit in the browser at http://localhost:${address.port}${base}/edit/  (stop with Ctrl+C)`);
  return 0;
});
// The server would keep the process alive.
if (failed !== 0) process.exit(failed);
