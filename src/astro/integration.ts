import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { removeInvisible } from '../domain/text/unsafe-characters.ts';
import { importsModule } from '../compile/body/compile-code.ts';
import { readFrontmatter } from '../compile/yaml/read-frontmatter.ts';
import { CatalogStore } from '../store/catalog-store.ts';
import { catalogVariable } from '../store/open-catalog.ts';
import { programDir, readSettings } from '../project/settings.ts';
import { partsCode, partsModule, partsVariable } from './page-parts.ts';

/** Module from which templates import bodies with components. */
export const bodiesModule = 'virtual:colophon/bodies';

/**
 * The integration of Colophon: Astro compiles the templates, with all that bodies import, to one module that
 * renders any address (see src/rendering). The development server reads the same catalog, which src/commands/dev updates.
 */
export default function colophon(): AstroIntegration {
  const settings = readSettings(process.env);
  return {
    name: 'colophon',
    hooks: {
      'astro:config:setup': ({ updateConfig, addMiddleware }) => {
        addMiddleware({ entrypoint: new URL('./middleware.ts', import.meta.url), order: 'pre' });
        updateConfig({ vite: { plugins: [contentBodies(settings.contentDir)] } });
      },
    },
  };
}

/** The adapter by which Astro compiles the templates to one module with src/astro/render-entry.ts as its entry point. */
export function renderModule(): AstroIntegration {
  return {
    name: 'colophon:render-module',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'colophon:render-module',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./render-entry.ts', import.meta.url),
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'stable',
            hybridOutput: 'stable',
            sharpImageService: 'stable',
          },
        });
      },
    },
  };
}

/**
 * Resolves and loads the imports and exports of bodies, which Astro compiles (their text is data of their pages), and the parts
 * of pages that the institute replaces.
 */
function contentBodies(contentDir: string): Plugin {
  const virtual = `\0${bodiesModule}`;
  const inContent = (id: string) => resolve(id.split('?', 1)[0]!).startsWith(contentDir + sep);
  return {
    name: 'colophon:bodies',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === bodiesModule) return virtual;
      if (source === partsModule) return `\0${partsModule}`;
      // A content folder outside the project has no node_modules: resolve packages from the project.
      if (importer && inContent(importer) && /^[a-z@]/i.test(source) && !contentDir.startsWith(programDir))
        return this.resolve(source, fileURLToPath(import.meta.url), { skipSelf: true });
      return undefined;
    },
    load(id) {
      if (id === virtual) return bodiesCode(contentDir);
      if (id === `\0${partsModule}`) return partsCode(contentDir, process.env[partsVariable]);
      if (!id.endsWith('.mdx') || !inContent(id)) return undefined;
      const written = readFileSync(id, 'utf8').normalize('NFC');
      const text = removeInvisible(written)?.text ?? written;
      const { body, bodyLine } = readFrontmatter(text);
      // A blank line for each line of the frontmatter, so that line numbers in messages are those of the file.
      return `${'\n'.repeat(bodyLine)}${importsModule(body)}`;
    },
  };
}

/** Reads from the compiled catalog; undefined when neither the build nor the development server has started Astro. */
function readCatalog<T>(read: (store: CatalogStore) => T): T | undefined {
  const path = process.env[catalogVariable];
  if (path === undefined) return undefined;
  const store = new CatalogStore(path, 'read');
  try {
    return read(store);
  } finally {
    store.close();
  }
}

/** Code of the module from which templates load bodies. */
function bodiesCode(contentDir: string): string {
  const files = readCatalog((store) => store.sources.componentFiles()) ?? [];
  const lines = files.map(
    (file) => `  ${JSON.stringify(file)}: () => import(${JSON.stringify(join(contentDir, file))}),`,
  );
  return [
    `import { createContent } from ${JSON.stringify(fileURLToPath(new URL('./body-content.ts', import.meta.url)))};`,
    `const modules = {\n${lines.join('\n')}\n};`,
    'export const loadBody = async (file, code) => createContent(code, await modules[file]?.());\n',
  ].join('\n');
}
