import { runBuild } from './run-build.ts';
import { readSettings } from '../project/settings.ts';
import { readFlags } from './read-flags.ts';

// npm run build: content → OUT_DIR.
const flags = readFlags(process.argv.slice(2), {
  command: 'build',
  description: 'builds the site from the content',
  flags: {
    'keep-going':
      'publishes the rest where files have errors; of such a file the site keeps its last good page, or has none',
  },
  variables: ['CONTENT_DIR', 'OUT_DIR', 'CACHE_DIR', 'SITE_URL', 'BASE_PATH'],
});
if ('text' in flags) {
  (flags.code === 0 ? console.log : console.error)(flags.text);
  process.exit(flags.code);
}
process.exitCode = await runBuild(readSettings(process.env), { keepGoing: flags.given.has('keep-going') });
