import { runPreview } from './preview/run-preview.ts';
import { readPort, readSettings } from '../project/settings.ts';
import { print, printError } from './print.ts';
import { readFlags } from './read-flags.ts';

// npm run preview: serves the built site. PORT chooses the port.
const flags = readFlags(process.argv.slice(2), {
  command: 'preview',
  description: 'serves the built site',
  variables: ['CONTENT_DIR', 'OUT_DIR', 'SITE_URL', 'BASE_PATH', 'PORT'],
});
if ('text' in flags) {
  (flags.code === 0 ? print : printError)(flags.text);
  process.exit(flags.code);
}
process.exitCode = await runPreview(readSettings(process.env), readPort(process.env));
