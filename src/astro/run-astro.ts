import { build } from 'astro';
import { programDir } from '../project/settings.ts';

// Runs in its own process: node run-astro.ts OUT_DIR BASE
const [outDir = '', base = ''] = process.argv.slice(2);

await build({
  root: programDir,
  outDir,
  base: base === '' ? '/' : base,
  // The compiled templates keep this level: an error in a page is reported as a problem, without a stack trace.
  logLevel: 'silent',
  mode: 'production',
});
