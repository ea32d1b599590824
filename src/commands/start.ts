import { runBuild } from './run-build.ts';
import { runPreview } from './preview/run-preview.ts';
import { readPort, readSettings } from '../project/settings.ts';
import { print, printError } from './print.ts';
import { readFlags } from './read-flags.ts';

// npm start: builds the site, then serves it.
const flags = readFlags(process.argv.slice(2), {
  command: 'start',
  description: 'builds the site from the content, and serves it',
  variables: ['CONTENT_DIR', 'OUT_DIR', 'OUT_UMASK', 'CACHE_DIR', 'SITE_URL', 'BASE_PATH', 'PORT'],
});
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
const settings = readSettings(process.env);
process.exitCode = (await runBuild(settings)) || (await runPreview(settings, readPort(process.env)));
