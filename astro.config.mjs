import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import colophon, { renderModule } from './src/astro/integration.ts';
import { readSettings } from './src/project/settings.ts';

// What Astro and Vite keep between runs is not written into the program, which may be read-only.
const cacheDir = readSettings(process.env).cacheDir;

export default defineConfig({
  // Astro compiles the templates; Colophon calls them for every address and writes the files (src/rendering).
  output: 'server',
  trailingSlash: 'always',
  compressHTML: true,
  cacheDir: `${cacheDir}/astro`,
  devToolbar: { enabled: false },
  // Colours of code would be styles inside the page, which its Content-Security-Policy forbids.
  markdown: { syntaxHighlight: false },
  adapter: renderModule(),
  integrations: [mdx(), colophon()],
  // The compiled templates run from a cache folder, where no packages are installed.
  vite: {
    cacheDir: `${cacheDir}/vite`,
    // No script is written into the page itself: a strict Content-Security-Policy forbids it.
    build: { assetsInlineLimit: 0 },
    // Short names: each page names its scripts, styles and fonts.
    environments: {
      client: {
        build: {
          rollupOptions: {
            output: {
              entryFileNames: '_astro/[hash].js',
              chunkFileNames: '_astro/[hash].js',
              assetFileNames: '_astro/[hash][extname]',
            },
          },
        },
      },
    },
    ssr: { noExternal: process.argv[1]?.endsWith('run-astro.ts') ? true : [] },
  },
});
