import { build } from 'astro';
import { projectDir } from '../settings.ts';

// Runs as a process of its own: node run-astro.ts OUT_DIR BASE
const [outDir = '', base = ''] = process.argv.slice(2);

await build({
  root: projectDir,
  outDir,
  base: base === '' ? '/' : base,
  logLevel: 'warn',
  mode: 'production',
});
