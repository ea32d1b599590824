import { build } from 'astro';
import { programDir } from '../project/settings.ts';

// Runs in its own process: node run-astro.ts OUT_DIR BASE
const [outDir = '', base = ''] = process.argv.slice(2);

/**
 * Astro passes these options to its builder, which has this one more: without it, each build would write types for editors
 * into `.astro` of the program, which may be read-only, and which builds side by side would share.
 */
const options: Parameters<typeof build>[1] & { readonly sync: boolean } = { sync: false };

await build(
  {
    root: programDir,
    outDir,
    base: base === '' ? '/' : base,
    // The compiled templates keep this level: an error in a page is reported as a problem, without a stack trace.
    logLevel: 'silent',
    mode: 'production',
  },
  options,
);
