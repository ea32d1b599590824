import { build } from 'astro';
import { projectDir } from '../project/settings.ts';

// Runs as a process of its own: node run-astro.ts OUT_DIR BASE
const [outDir = '', base = ''] = process.argv.slice(2);

await build({
  root: projectDir,
  outDir,
  base: base === '' ? '/' : base,
  // The compiled templates keep the level: what fails in a page is told as a problem, and not as a trace beside it.
  logLevel: 'silent',
  mode: 'production',
});
