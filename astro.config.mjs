import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import colophon, { renderModule } from './src/astro/integration.ts';
import { programDir, projectDir, readSettings } from './src/project/settings.ts';

// What Astro and Vite keep between runs is not written into the program, which may be read-only.
const { contentDir, publicDir, cacheDir } = readSettings(process.env);

/**
 * A module that is imported later is loaded, and nothing else. Vite's own way also adds links to the head, for styles and modules of
 * modules: almost a kilobyte of script on each page.
 *
 * @type {import('vite').Plugin}
 */
const plainImports = {
  name: 'colophon:plain-imports',
  enforce: 'pre',
  resolveId: (id, importer) => (id.endsWith('vite/preload-helper.js') ? `\0plain-import ${importer}` : undefined),
  load: (id) => (id.startsWith('\0plain-import ') ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  // Astro compiles the templates; Colophon calls them for every address and writes the files (src/rendering).
  output: 'server',
  publicDir,
  cacheDir: join(cacheDir, 'astro'),
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  // Colours of code would be styles inside the page, which its Content-Security-Policy forbids.
  markdown: { syntaxHighlight: false },
  adapter: renderModule(),
  integrations: [mdx(), colophon()],
  // The compiled templates run from a cache folder, where no packages are installed.
  vite: {
    cacheDir: join(cacheDir, 'vite'),
    server: { fs: { allow: [programDir, projectDir, contentDir] } },
    // No script is written into the page itself: a strict Content-Security-Policy forbids it.
    build: { assetsInlineLimit: 0, modulePreload: false },
    plugins: [plainImports],
    // Short names: each page names its scripts, styles and fonts.
    environments: {
      client: {
        build: {
          rollupOptions: {
            output: {
              entryFileNames: '_astro/[hash].js',
              chunkFileNames: '_astro/[hash].js',
              assetFileNames: '_astro/[hash][extname]',
              // Small modules of several pages are one file: each file is a request.
              codeSplitting: {
                groups: [
                  {
                    name: 'shared',
                    priority: 1,
                    test: /components\/(?:page\/(?:element|script-words)|reading-list\/reading-list)\.ts$/,
                  },
                  {
                    name: 'field',
                    priority: 1,
                    test: /components\/search\/(?:combobox\/(?:combobox-on-focus|suggest)|slash-key|search-words)\.ts$/,
                  },
                  // What the search page has at once, and a search field when the reader types.
                  { name: 'search', test: /src\/search\/search-client\.ts$|components\/search\/results\/marked\.ts$/ },
                ],
              },
            },
          },
        },
      },
      // Styles, fonts and pictures of templates.
      ssr: { build: { rollupOptions: { output: { assetFileNames: '_astro/[hash][extname]' } } } },
    },
    ssr: { noExternal: /run-astro\.[jt]s$/.test(process.argv[1] ?? '') ? true : [] },
  },
});
