import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserScripts, findCycles } from '../support/module-graph.ts';
import { readModules, readSources, resolvePath, type Edge, type Modules } from '../support/read-modules.ts';

/** One row of the table “Who may import what”. Paths are below `src/`; a folder ends in a slash, and a file goes before it. */
interface Layer {
  readonly name: string;
  readonly files: readonly string[];
  /** Layers and single files that it may import besides itself. */
  readonly imports: readonly string[];
  /** Where `node:` modules and the globals of Node may be used; nowhere when absent. */
  readonly node?: readonly string[];
  /** Packages and virtual modules, with the files that may import them. */
  readonly packages?: Readonly<Record<string, readonly string[]>>;
  /** The same for `import type`, which leaves nothing behind in the compiled code. */
  readonly types?: Readonly<Record<string, readonly string[]>>;
  /** Files that act when they are loaded: commands and threads, which are started and never imported. */
  readonly acts?: readonly string[];
}

const described = ['formats', 'references', 'metadata', 'feeds', 'cards', 'search', 'search index', 'import'];
const content = ['compile', 'catalog', 'site-plan', 'store'];
const plainNode = ['domain', 'schemas', 'i18n', 'urls', 'project', ...content, ...described, 'rendering'];
const indexWriters = ['search-index', 'pagefind-process', 'records/pack-record-files']
  .concat('term-files/write-term-files', 'term-files/posting-runs')
  .map((name) => `search/${name}.ts`);
const commands = ['build', 'check', 'dev', 'import', 'merge', 'new', 'preview', 'start', 'upgrade'];

/** A row stands below every row that it imports, so arrows point towards `domain`. */
const layers: readonly Layer[] = [
  { name: 'domain', files: ['domain/'], imports: [] },
  { name: 'schemas', files: ['schemas/'], imports: ['domain'], packages: { zod: ['schemas/'] } },
  { name: 'i18n', files: ['i18n/'], imports: ['domain'] },
  { name: 'urls', files: ['urls.ts'], imports: ['domain'] },
  { name: 'project', files: ['project/'], imports: ['domain'], node: ['project/'] },
  {
    name: 'formats',
    files: ['formats/'],
    imports: ['domain'],
    // It loads its package with the first entry that is read.
    node: ['formats/bibtex/read-with-citation-js.ts'],
    packages: {
      sax: ['formats/record/read-xml.ts', 'formats/record/html-entities.ts'],
      '@citation-js/*': ['formats/bibtex/read-with-citation-js.ts'],
      'csv-parse/*': ['formats/fields/read-rows.ts'],
    },
  },
  {
    name: 'references',
    files: ['references/'],
    imports: ['domain', 'formats'],
    packages: { '@citation-js/*': ['references/citeproc.ts'] },
  },
  {
    name: 'compile',
    files: ['compile/'],
    imports: ['domain', 'schemas'],
    node: ['compile/read-assets.ts', 'compile/real-name.ts'],
    packages: {
      satteri: ['compile/body/parse-body.ts'],
      yaml: ['compile/yaml/read-yaml.ts', 'compile/yaml/yaml-faults.ts'],
      temml: ['compile/body/render-math.ts'],
      sharp: ['compile/read-assets.ts'],
      sax: ['compile/drawing/find-drawing-fault.ts'],
    },
  },
  { name: 'catalog', files: ['catalog/'], imports: ['domain'] },
  { name: 'site-plan', files: ['site-plan/'], imports: ['domain', 'catalog'] },
  { name: 'store', files: ['store/'], imports: ['domain'], node: ['store/'] },
  { name: 'metadata', files: ['metadata/'], imports: ['domain', 'formats', 'urls', 'i18n'] },
  { name: 'feeds', files: ['feeds/'], imports: ['domain', 'formats', 'metadata', 'urls', 'i18n'] },
  {
    name: 'cards',
    files: ['cards/'],
    imports: ['domain', 'project', 'formats', 'metadata', 'i18n'],
    node: ['cards/card-fonts.ts', 'cards/cached-card.ts', 'cards/indexed-png.ts', 'cards/draw-card.ts'],
    packages: { sharp: ['cards/draw-card.ts'], 'woff2-encoder/*': ['cards/card-fonts.ts'] },
  },
  { name: 'search', files: ['search/'], imports: ['domain', 'i18n'] },
  {
    name: 'search index',
    files: indexWriters,
    imports: ['domain', 'i18n', 'search'],
    node: indexWriters,
    packages: { pagefind: ['search/search-index.ts', 'search/pagefind-process.ts'] },
  },
  {
    name: 'import',
    files: ['import/'],
    imports: ['domain', 'schemas', 'formats'],
    packages: { yaml: ['import/write/'] },
    node: ['import/read/read-zip.ts'],
  },
  {
    name: 'desk',
    files: ['editor/model/', 'editor/stores/'],
    imports: ['domain', 'schemas', 'import'],
  },
  {
    name: 'desk server',
    files: ['editor/server/'],
    imports: ['domain', 'schemas', 'urls', 'compile', 'import', 'desk'],
    node: ['editor/server/'],
    packages: { zod: ['editor/server/desk-api.ts'] },
  },
  {
    name: 'styles',
    files: ['styles/'],
    imports: [],
    packages: { '@fontsource-variable/*': ['styles/'], '@fontsource/*': ['styles/'] },
  },
  {
    name: 'components',
    files: ['components/', 'layouts/'],
    imports: ['domain', 'i18n', 'urls', 'metadata', 'search', 'styles'],
    packages: {
      'virtual:colophon/parts': ['components/page/PagePart.astro', 'components/page/FollowLine.astro'],
      'virtual:colophon/bodies': ['components/publication/BodySections.astro', 'components/page/TextPage.astro'],
      uqr: ['components/publication/share/qr-code.ts'],
      '@fontsource-variable/*': ['layouts/page-fonts.ts'],
      '@fontsource/*': ['layouts/page-fonts.ts'],
    },
  },
  {
    name: 'desk view',
    files: ['editor/view/'],
    imports: ['domain', 'schemas', 'desk', 'styles', 'search/fold.ts'],
    packages: {
      preact: ['editor/view/'],
      'preact/hooks': ['editor/view/'],
      diff: ['editor/view/record/difference.ts'],
      zod: ['editor/view/prepare-zod.ts'],
    },
    acts: ['editor/view/main.ts', 'editor/view/published/main.ts'],
  },
  {
    name: 'desk bundle',
    files: ['editor/bundle/'],
    imports: ['desk'],
    packages: { vite: ['editor/bundle/bundle-desk.ts'] },
  },
  { name: 'pages', files: ['pages/'], imports: ['domain', 'i18n', 'urls', 'components'] },
  {
    name: 'rendering',
    files: ['rendering/'],
    imports: [
      ...['domain', 'i18n', 'urls', 'project', 'store', 'formats', 'references', 'feeds', 'cards'],
      'compile/read-assets.ts',
    ],
    node: ['rendering/'],
    acts: ['rendering/altered/altered-worker.ts', 'rendering/render-worker.ts'],
  },
  {
    name: 'astro',
    files: ['astro/'],
    imports: ['domain', 'urls', 'project', 'compile', 'store', 'references', 'rendering'],
    node: ['astro/'],
    packages: {
      astro: ['astro/run-astro.ts'],
      'astro/app/entrypoint': ['astro/render-entry.ts'],
      'astro/fetch': ['astro/render-entry.ts'],
      'astro/jsx-runtime': ['astro/body-content.ts'],
      'astro/runtime/server/index.js': ['astro/render-entry.ts'],
    },
    types: {
      astro: ['astro/'],
      'astro/runtime/server/index.js': ['astro/body-content.ts'],
      vite: ['astro/integration.ts'],
    },
    acts: ['astro/run-astro.ts'],
  },
  {
    name: 'declarations',
    files: ['env.d.ts'],
    imports: ['domain', 'components', 'references', 'rendering'],
    types: { 'astro/*': ['env.d.ts'] },
  },
  {
    name: 'build',
    files: ['build/'],
    imports: [...plainNode, 'astro', 'desk', 'desk server', 'desk bundle'],
    node: ['build/'],
    acts: ['build/compile-worker.ts', 'build/proof/prove-worker.ts'],
    packages: { sax: ['build/styles/parse-style.ts'] },
  },
  {
    name: 'commands',
    files: ['commands/'],
    imports: [...plainNode, 'astro', 'build', 'desk', 'desk server', 'desk bundle'],
    node: ['commands/'],
    packages: {
      astro: ['commands/dev.ts'],
      diff: ['commands/show-difference.ts'],
      mrmime: ['commands/preview/media-type.ts'],
    },
    types: { astro: ['commands/dev/'], vite: ['commands/dev/'] },
    acts: [
      ...commands.map((command) => `commands/${command}.ts`),
      'commands/prepare-node.js',
      'commands/dev/read-worker.ts',
    ],
  },
];

/** What a script in the browser may import from elsewhere; its siblings it may always import. */
const browserModules = [
  ...[
    'facets',
    'fold',
    'fold-spelling',
    'highlight',
    'identifiers',
    'once',
    'stem-of',
    'parse-query',
    'expand-word',
    'query/find-identified',
    'query/join-words',
    'query/read-operators',
    'query/query-operators',
    'query/read-words',
    'records/packed-records',
    'records/plain-title',
    'search-client',
    'search-data',
    'term-files/open-term-files',
    'term-files/term-layout',
    'term-index',
    'terms',
    'vocabulary/keyboard-layouts',
    'vocabulary/widen-query',
  ].map((name) => `search/${name}.ts`),
  ...['edit-distance', 'optional-marks', 'percent-encoding', 'western-digits', 'word-pairs'].map(
    (name) => `domain/text/${name}.ts`,
  ),
  'domain/publication/first-authors.ts',
  'domain/text/plain-letters.ts',
  'domain/publication/reference-styles.ts',
  'domain/pages/dialog-words.ts',
  'components/publication/share/open-share.ts',
  ...['facet-label', 'page-parts', 'saved/draw-save-button', 'search-state', 'search-words'].map(
    (name) => `components/search/${name}.ts`,
  ),
  ...['combobox-on-focus', 'facet-combobox', 'suggest'].map((name) => `components/search/combobox/${name}.ts`),
  ...['marked', 'passages', 'result'].map((name) => `components/search/results/${name}.ts`),
  // What several parts of the site have in common in the browser.
  ...['page/element', 'page/script-words', 'page/load-words', 'reading-list/reading-list'].map(
    (name) => `components/${name}.ts`,
  ),
  ...['cite', 'cite-one', 'gather', 'load-publication', 'sheet', 'cite-many'].map(
    (name) => `components/cite/${name}.ts`,
  ),
];

/** Packages that browser scripts may import, by the file that does. */
const browserPackages: Readonly<Record<string, string>> = { uqr: 'components/publication/share/qr-code.ts' };

/** Modules that are loaded from a path computed at run time: the compiled templates, and Pagefind in the browser. */
const computedImports = ['rendering/render-worker.ts', 'search/pagefind-terms.ts'];

/** A helper lives beside its only user, and becomes a named concept when it has two. */
const namelessNames = /(?:^|\/)(?:utils?|libs?|helpers?|common|types|misc)(?:\/|\.[a-z]+$)/;

describe('the sources', () => {
  const modules = readSources(join(import.meta.dirname, '../../src'));

  test('are found', () => {
    expect(modules.size).toBeGreaterThan(100);
  });

  test('import only what the table allows', () => {
    expect(findViolations(modules)).toEqual([]);
  });

  test('stand in folders: no file loose at the root, and no folder with more than 25 files', () => {
    const files = [...modules.keys()];
    expect(files.filter((file) => !file.includes('/'))).toEqual(['env.d.ts', 'urls.ts']);
    const crowded = [...Map.groupBy(files, (file) => posix.dirname(file))].filter(([, own]) => own.length > 25);
    expect(crowded.map(([folder, own]) => `${folder}: ${own.length} files`)).toEqual([]);
  });

  test('have no cycles', () => {
    expect(findCycles(modules)).toEqual([]);
  });
});

describe('the table', () => {
  test('points towards domain: each row imports only rows above it', () => {
    const above = new Set<string>();
    for (const { name, imports } of layers) {
      expect(
        imports.map(rowOf).filter((target) => !above.has(target)),
        name,
      ).toEqual([]);
      above.add(name);
    }
  });
});

describe('the check', () => {
  // prettier-ignore
  const cases: readonly (readonly [name: string, sources: Readonly<Record<string, string>>, found: readonly string[]])[] = [
    ['allows what the table allows', { 'schemas/site.ts': `import { z } from 'zod';\nimport { a } from '../domain/a.ts';\nimport { b } from './b.ts';` }, []],
    ['finds a layer that looks outwards', { 'domain/a.ts': `import { b } from '../schemas/b.ts';` }, ['domain/a.ts: domain may not import schemas/b.ts']],
    ['finds an import that is only a type', { 'domain/a.ts': `import type { B } from '../schemas/b.ts';` }, ['domain/a.ts: domain may not import schemas/b.ts']],
    ['finds an inline type', { 'domain/a.ts': `type B = import('../schemas/b.ts').B;` }, ['domain/a.ts: domain may not import schemas/b.ts']],
    ['finds what is exported again', { 'domain/a.ts': `export * from '../schemas/b.ts';` }, ['domain/a.ts: domain may not import schemas/b.ts']],
    ['finds an import at run time', { 'domain/a.ts': `export const b = () => import('../schemas/b.ts');` }, ['domain/a.ts: domain may not import schemas/b.ts']],
    ['finds a thread by its address', { 'domain/a.ts': `export const b = new URL('../catalog/b.ts', import.meta.url);` }, ['domain/a.ts: domain may not import catalog/b.ts']],
    ['reads no imports in strings and comments', { 'domain/a.ts': `// import '../schemas/b.ts';\nexport const b = "import '../schemas/b.ts'";` }, []],
    ['finds a path that leaves src', { 'domain/a.ts': `import { b } from '../../tests/b.ts';` }, ['domain/a.ts: domain may not import ../tests/b.ts']],
    ['allows the named file of a layer alone', { 'rendering/plan-jobs.ts': `import type { Asset } from '../compile/read-assets.ts';\nimport { b } from '../compile/compile-file.ts';` }, ['rendering/plan-jobs.ts: rendering may not import compile/compile-file.ts']],
    ['finds a page that imports a page', { 'pages/a.astro': `---\nimport B from './b.astro';\n---` }, ['pages/a.astro: pages may not import pages/b.astro']],
    ['reads the head of a template', { 'components/page/A.astro': `---\nimport { openCatalog } from '../../store/open-catalog.ts';\n---\n<p>text</p>` }, ['components/page/A.astro: components may not import store/open-catalog.ts']],
    ['reads the body of a template', { 'components/page/A.astro': `---\n---\n<p>{await import('../../catalog/build-catalog.ts')}</p>` }, ['components/page/A.astro: components may not import catalog/build-catalog.ts']],
    ['finds Node', { 'catalog/build-catalog.ts': `import { join } from 'node:path';`, 'build/read-content.ts': `import { join } from 'node:path';` }, ['catalog/build-catalog.ts: may not touch Node (node:path)']],
    ['finds Node without its prefix', { 'commands/build.ts': `import { join } from 'path';` }, [`commands/build.ts: write node:path instead of path`]],
    ['finds the globals of Node', { 'formats/ris/write-ris.ts': `export const a = () => process.env['A'];`, 'formats/bibtex/write-bibtex.ts': `export const process = (a: { process: string }) => a.process;` }, ['formats/ris/write-ris.ts: may not touch Node (process)']],
    ['finds a package', { 'domain/a.ts': `import { z } from 'zod';`, 'catalog/find.ts': `import YAML from 'yaml';`, 'compile/yaml/read-yaml.ts': `import YAML from 'yaml';` }, ['catalog/find.ts: may not import the package yaml', 'domain/a.ts: may not import the package zod']],
    ['tells a package from its types', { 'astro/middleware.ts': `import type { MiddlewareHandler } from 'astro';`, 'astro/integration.ts': `import { build } from 'astro';` }, ['astro/integration.ts: may not import the package astro']],
    ['takes a list of types for types', { 'astro/middleware.ts': `import { type MiddlewareHandler } from 'astro';` }, []],
    ['allows Astro itself in two files', { 'commands/dev.ts': `import { dev } from 'astro';`, 'astro/run-astro.ts': `import { build } from 'astro';`, 'commands/build.ts': `import { build } from 'astro';` }, ['commands/build.ts: may not import the package astro']],
    ['allows the entry point of Astro in one file', { 'astro/render-entry.ts': `import { createApp } from 'astro/app/entrypoint';`, 'rendering/render-site.ts': `import { createApp } from 'astro/app/entrypoint';` }, ['rendering/render-site.ts: may not import the package astro/app/entrypoint']],
    ['finds modules of Astro', { 'components/page/A.astro': `---\nimport { getCollection } from 'astro:content';\n---` }, ['components/page/A.astro: may not import the package astro:content']],
    ['finds an alias', { 'domain/a.ts': `import { b } from '@/schemas/b.ts';` }, ['domain/a.ts: may not import the package @/schemas/b.ts']],
    ['finds a computed import', { 'catalog/find.ts': `export const a = (name: string) => import(name);` }, ['catalog/find.ts: an import whose target is computed cannot be checked']],
    ['keeps browser scripts to themselves', {
      'components/page/A.astro': '<script src="./site.ts"></script>',
      'components/page/site.ts': `import { a } from './a.ts';\nimport { fold } from '../../search/fold.ts';`,
      'components/page/a.ts': `import { b } from '../../formats/table.ts';`,
      'search/fold.ts': '',
    }, ['components/page/a.ts: a browser script may not import formats/table.ts']],
    ['finds a browser script outside the components', { 'layouts/A.astro': '<script src="../i18n/translate.ts"></script>' }, ['layouts/A.astro: a browser script may not import i18n/translate.ts']],
    ['reads scripts written in a template', { 'layouts/A.astro': `<script>\n  import { a } from '../i18n/translate.ts';\n</script>` }, ['layouts/A.astro: a browser script may not import i18n/translate.ts']],
    ['finds a browser script that is sent by its address', {
      'layouts/A.astro': `---\nimport early from '../components/page/early.js?url';\n---\n<script src={early}></script>`,
      'components/page/early.js': `import { b } from '../../formats/table.ts';\nstart();`,
    }, ['components/page/early.js: a browser script may not import formats/table.ts']],
    ['finds packages in browser scripts', { 'components/page/A.astro': `<script>import 'citeproc';</script>` }, ['components/page/A.astro: may not import the package citeproc']],
    ['reads styles', { 'styles/fonts.css': `@import '@fontsource-variable/vazirmatn';\n@import url('normalize.css');` }, ['styles/fonts.css: may not import the package normalize.css']],
    ['finds work at import time', { 'domain/a.ts': `export const a = 1;\nregister(a);`, 'domain/b.ts': `export const b = await load();`, 'domain/c.ts': `for (const a of [1]) b.push(a);`, 'commands/build.ts': 'await run();' }, ['domain/a.ts: works when it is imported (line 2)', 'domain/b.ts: works when it is imported (line 1)', 'domain/c.ts: works when it is imported (line 1)']],
    ['finds an import of what acts', { 'rendering/render-site.ts': `import '../rendering/render-worker.ts';` }, ['rendering/render-site.ts: rendering/render-worker.ts is started, never imported']],
    ['finds a file outside every row', { 'attic/a.ts': '' }, ['attic/a.ts: stands in no row of the table']],
    ['finds a nameless name', { 'domain/utils.ts': '', 'catalog/helpers/a.ts': '' }, ['catalog/helpers/a.ts: utils, lib, helpers, common and types name nothing', 'domain/utils.ts: utils, lib, helpers, common and types name nothing']],
  ];

  test.each(cases)('%s', (_, sources, found) => {
    expect(findViolations(readModules(Object.entries(sources)))).toEqual(found);
  });

  test('finds a cycle, of values and of types alike', () => {
    const sources = {
      'domain/a.ts': `import './b.ts';`,
      'domain/b.ts': `import type { C } from './c.ts';`,
      'domain/c.ts': `export * from './a.ts';`,
      'domain/d.ts': `import './a.ts';`,
    };
    expect(findCycles(readModules(Object.entries(sources)))).toEqual([
      'domain/a.ts → domain/b.ts → domain/c.ts → domain/a.ts',
    ]);
    expect(findCycles(readModules(Object.entries({ ...sources, 'domain/c.ts': '' })))).toEqual([]);
  });
});

/** Everything in the sources that the table forbids, as sentences in the order of files. */
function findViolations(modules: Modules): string[] {
  const scripts = browserScripts(modules);
  return [...modules].sort(byPath).flatMap(([file, { edges, globals, work }]) => {
    const layer = layerOf(file);
    if (!layer) return [`${file}: stands in no row of the table`];
    const faults = [
      ...(namelessNames.test(file) ? ['utils, lib, helpers, common and types name nothing'] : []),
      ...edges.map((edge) => faultOf(edge, file, layer, edge.inScript || scripts.has(file))),
      ...globals.map((name) => (covers(layer.node, file) ? undefined : `may not touch Node (${name})`)),
      ...(covers(layer.acts, file) || scripts.has(file)
        ? []
        : work.map((line) => `works when it is imported (line ${line})`)),
    ];
    return [...new Set(faults)].filter((fault) => fault !== undefined).map((fault) => `${file}: ${fault}`);
  });
}

function faultOf(
  { target, typeOnly, started }: Edge,
  file: string,
  layer: Layer,
  inScript: boolean,
): string | undefined {
  if (target === undefined)
    return computedImports.includes(file) ? undefined : 'an import whose target is computed cannot be checked';
  if (isBuiltin(target)) {
    if (!target.startsWith('node:')) return `write node:${target} instead of ${target}`;
    return covers(layer.node, file) ? undefined : `may not touch Node (${target})`;
  }
  const path = resolvePath(file, target);
  if (path === undefined) {
    const permitted = [layer.packages, ...(typeOnly ? [layer.types] : [])].some((table) =>
      Object.entries(table ?? {}).some(([name, files]) => namesPackage(name, target) && covers(files, file)),
    );
    return permitted && (!inScript || browserPackages[target] === file)
      ? undefined
      : `may not import the package ${target}`;
  }
  if (inScript) {
    const near = started ? layerOf(path)?.name === 'components' : posix.dirname(path) === posix.dirname(file);
    return /\.[jt]s$/.test(path) && (near || browserModules.includes(path))
      ? undefined
      : `a browser script may not import ${path}`;
  }
  const other = layerOf(path);
  const within = other === layer && layer.name !== 'pages';
  if (!within && !layer.imports.some((name) => name === other?.name || name === path))
    return `${layer.name} may not import ${path}`;
  return covers(other?.acts, path) && !started ? `${path} is started, never imported` : undefined;
}

const covers = (files: readonly string[] | undefined, path: string): boolean =>
  files?.some((file) => (file.endsWith('/') ? path.startsWith(file) : path === file)) ?? false;

const namesPackage = (name: string, target: string): boolean =>
  name.endsWith('/*') ? target.startsWith(name.slice(0, -1)) : target === name;

/** The row of a file: one that names the file goes before one that names its folder. */
const layerOf = (path: string): Layer | undefined =>
  layers.find(({ files }) => files.includes(path)) ?? layers.find(({ files }) => covers(files, path));

/** The row that an entry of `imports` stands for: a layer itself, or that of a file. */
const rowOf = (target: string): string =>
  layers.find(({ name }) => name === target)?.name ?? layerOf(target)?.name ?? `no row: ${target}`;

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
