import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

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

const described = ['citations', 'metadata', 'feeds', 'cards', 'search', 'search index', 'importers'];
const plainNode = ['domain', 'schemas', 'i18n', 'urls', 'threads', 'catalog', 'site', ...described, 'settings'];
const catalogOnDisk = [
  'read-content',
  'read-assets',
  'read-styles',
  'catalog-file',
  'catalog-store',
  'open-catalog',
  'compile-content',
  'compile-many',
  'compile-worker',
];
const commands = ['build', 'check', 'dev', 'import', 'new', 'preview', 'start'];

/** A row stands below every row that it imports, so arrows point towards `domain`. */
const layers: readonly Layer[] = [
  { name: 'domain', files: ['domain/'], imports: [] },
  { name: 'schemas', files: ['schemas/'], imports: ['domain'], packages: { zod: ['schemas/'] } },
  { name: 'i18n', files: ['i18n/'], imports: ['domain'] },
  { name: 'urls', files: ['urls.ts'], imports: ['domain'] },
  { name: 'threads', files: ['feed-threads.ts'], imports: ['domain'], node: ['feed-threads.ts'] },
  {
    name: 'catalog',
    files: ['catalog/'],
    imports: ['domain', 'schemas', 'threads'],
    node: catalogOnDisk.map((file) => `catalog/${file}.ts`),
    packages: {
      satteri: ['catalog/compile-body.ts'],
      yaml: ['catalog/read-frontmatter.ts', 'catalog/yaml-faults.ts'],
      temml: ['catalog/render-math.ts'],
      sharp: ['catalog/read-assets.ts'],
      sax: ['catalog/find-drawing-fault.ts'],
    },
    acts: ['catalog/compile-worker.ts'],
  },
  {
    name: 'site',
    files: ['site.ts'],
    imports: [
      'domain',
      'schemas',
      'catalog/compile-report.ts',
      'catalog/find-drawing-fault.ts',
      'catalog/read-frontmatter.ts',
      'i18n/locales.ts',
      'i18n/missing-strings.ts',
    ],
    node: ['site.ts'],
  },
  {
    name: 'citations',
    files: ['citations/'],
    imports: ['domain'],
    packages: { '@citation-js/*': ['citations/citation-js.ts'] },
  },
  { name: 'metadata', files: ['metadata/'], imports: ['domain', 'citations', 'urls', 'i18n'] },
  { name: 'feeds', files: ['feeds/'], imports: ['domain', 'citations', 'metadata', 'urls', 'i18n'] },
  {
    name: 'cards',
    files: ['cards/'],
    imports: ['domain', 'citations', 'metadata', 'i18n'],
    node: ['cards/card-fonts.ts', 'cards/kept-card.ts', 'cards/indexed-png.ts', 'cards/draw-card.ts'],
    packages: { sharp: ['cards/draw-card.ts'], 'woff2-encoder/*': ['cards/card-fonts.ts'] },
  },
  { name: 'search', files: ['search/'], imports: ['domain', 'i18n'] },
  {
    name: 'search index',
    files: ['search/search-index.ts'],
    imports: ['domain', 'i18n', 'search'],
    node: ['search/search-index.ts'],
    packages: { pagefind: ['search/search-index.ts'] },
  },
  {
    name: 'importers',
    files: ['importers/'],
    imports: ['domain', 'schemas', 'citations'],
    packages: {
      sax: ['importers/read-xml.ts'],
      yaml: ['importers/write-mdx.ts', 'importers/fill-file.ts', 'importers/put-field.ts', 'importers/fix-file.ts'],
    },
    node: ['importers/read-zip.ts'],
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
    imports: ['domain', 'i18n', 'urls', 'citations/formats.ts', 'metadata', 'search', 'styles'],
    packages: {
      'virtual:colophon/bodies': ['components/publication/BodySections.astro', 'components/page/TextPage.astro'],
      '@fontsource-variable/*': ['layouts/SiteLayout.astro'],
    },
  },
  {
    name: 'pages',
    files: ['pages/'],
    imports: [
      'domain',
      'schemas',
      'i18n',
      'urls',
      'catalog/open-catalog.ts',
      'citations',
      'metadata',
      'feeds',
      'search',
      'components',
    ],
  },
  {
    name: 'citation files',
    files: ['citation-files.ts'],
    imports: ['domain', 'citations', 'catalog/open-catalog.ts'],
  },
  {
    name: 'citation proof',
    files: ['citation-proof.ts'],
    imports: ['domain', 'citations', 'importers'],
  },
  {
    name: 'references',
    files: ['references.ts'],
    imports: ['domain', 'citations', 'catalog/open-catalog.ts'],
  },
  {
    name: 'page locals',
    files: ['page-locals.ts'],
    imports: ['domain', 'i18n', 'urls', 'citations', 'catalog/open-catalog.ts', 'citation files', 'references'],
  },
  {
    name: 'site files',
    files: ['site-files.ts'],
    imports: ['domain', 'catalog/open-catalog.ts', ...described, 'urls', 'i18n', 'page locals', 'citation files'],
  },
  {
    name: 'middleware',
    files: ['middleware.ts'],
    imports: ['urls', 'citations', 'catalog/open-catalog.ts', 'page locals', 'site files'],
    node: ['middleware.ts'],
    types: { astro: ['middleware.ts'] },
  },
  {
    name: 'declarations',
    files: ['env.d.ts'],
    imports: ['domain', 'components', 'citation files', 'references', 'page locals'],
    types: { 'astro/*': ['env.d.ts'] },
  },
  { name: 'settings', files: ['settings.ts'], imports: [], node: ['settings.ts'] },
  {
    name: 'rendering',
    files: ['rendering/'],
    imports: [...plainNode, 'page locals', 'citation files', 'citation proof', 'references', 'site files'],
    node: ['rendering/'],
    packages: {
      astro: ['rendering/run-astro.ts'],
      'astro/app/entrypoint': ['rendering/render-entry.ts'],
      'astro/fetch': ['rendering/render-entry.ts'],
      'astro/runtime/server/index.js': ['rendering/render-entry.ts'],
    },
    acts: ['rendering/run-astro.ts', 'rendering/render-worker.ts'],
  },
  {
    name: 'commands',
    files: ['commands/'],
    imports: [...plainNode, 'page locals', 'citation files', 'citation proof', 'references', 'site files', 'rendering'],
    node: ['commands/'],
    packages: { astro: ['commands/dev.ts'] },
    types: {
      astro: ['commands/watch-content.ts', 'commands/live-index.ts'],
      vite: ['commands/watch-content.ts', 'commands/live-index.ts'],
    },
    acts: commands.map((command) => `commands/${command}.ts`),
  },
  {
    name: 'integration',
    files: ['integration.ts'],
    imports: [
      ...plainNode,
      'page locals',
      'citation files',
      'citation proof',
      'references',
      'site files',
      'rendering',
      'commands',
    ],
    node: ['integration.ts'],
    types: { astro: ['integration.ts'], vite: ['integration.ts'] },
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
    'near-words',
    'parse-query',
    'search-client',
    'search-data',
  ].map((name) => `search/${name}.ts`),
  'domain/transliteration.ts',
  'domain/reference-styles.ts',
  // What several parts of the site have in common in the browser.
  ...['page/element', 'page/script-words', 'reading-list/reading-list'].map((name) => `components/${name}.ts`),
  ...['gather', 'load-publication', 'take-away'].map((name) => `components/take-away/${name}.ts`),
];

/** Modules that are loaded from a path computed at run time: the compiled templates, and Pagefind in the browser. */
const computedImports = ['rendering/render-worker.ts', 'search/search-client.ts'];

/** A helper lives beside its only user, and becomes a named concept when it has two. */
const namelessNames = /(?:^|\/)(?:utils?|libs?|helpers?|common|types|misc)(?:\/|\.[a-z]+$)/;

const nodeGlobals = new Set(['process', 'Buffer', 'require', '__dirname', '__filename', 'global']);

/** Files below `src/` by their path, with slashes. */
type Modules = ReadonlyMap<string, Module>;

describe('the sources', () => {
  const modules = readSources(join(import.meta.dirname, '../../src'));

  test('are found', () => {
    expect(modules.size).toBeGreaterThan(100);
  });

  test('import only what the table allows', () => {
    expect(findViolations(modules)).toEqual([]);
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
    ['allows the named file of a layer alone', { 'pages/index.astro': `---\nimport { openCatalog } from '../catalog/open-catalog.ts';\nimport { b } from '../catalog/build-catalog.ts';\n---` }, ['pages/index.astro: pages may not import catalog/build-catalog.ts']],
    ['finds a page that imports a page', { 'pages/a.astro': `---\nimport B from './b.astro';\n---` }, ['pages/a.astro: pages may not import pages/b.astro']],
    ['reads the head of a template', { 'components/page/A.astro': `---\nimport { openCatalog } from '../../catalog/open-catalog.ts';\n---\n<p>text</p>` }, ['components/page/A.astro: components may not import catalog/open-catalog.ts']],
    ['reads the body of a template', { 'components/page/A.astro': `---\n---\n<p>{await import('../../catalog/brief.ts')}</p>` }, ['components/page/A.astro: components may not import catalog/brief.ts']],
    ['finds Node', { 'catalog/build-catalog.ts': `import { join } from 'node:path';`, 'catalog/read-content.ts': `import { join } from 'node:path';` }, ['catalog/build-catalog.ts: may not touch Node (node:path)']],
    ['finds Node without its prefix', { 'commands/build.ts': `import { join } from 'path';` }, [`commands/build.ts: write node:path instead of path`]],
    ['finds the globals of Node', { 'citations/ris.ts': `export const a = () => process.env['A'];`, 'citations/bibtex.ts': `export const process = (a: { process: string }) => a.process;` }, ['citations/ris.ts: may not touch Node (process)']],
    ['finds a package', { 'domain/a.ts': `import { z } from 'zod';`, 'catalog/brief.ts': `import YAML from 'yaml';`, 'catalog/read-frontmatter.ts': `import YAML from 'yaml';` }, ['catalog/brief.ts: may not import the package yaml', 'domain/a.ts: may not import the package zod']],
    ['tells a package from its types', { 'middleware.ts': `import type { MiddlewareHandler } from 'astro';`, 'integration.ts': `import { build } from 'astro';` }, ['integration.ts: may not import the package astro']],
    ['takes a list of types for types', { 'middleware.ts': `import { type MiddlewareHandler } from 'astro';` }, []],
    ['allows Astro itself in two files', { 'commands/dev.ts': `import { dev } from 'astro';`, 'rendering/run-astro.ts': `import { build } from 'astro';`, 'commands/build.ts': `import { build } from 'astro';` }, ['commands/build.ts: may not import the package astro']],
    ['allows the entry point of Astro in one file', { 'rendering/render-entry.ts': `import { createApp } from 'astro/app/entrypoint';`, 'rendering/render-site.ts': `import { createApp } from 'astro/app/entrypoint';` }, ['rendering/render-site.ts: may not import the package astro/app/entrypoint']],
    ['finds modules of Astro', { 'components/page/A.astro': `---\nimport { getCollection } from 'astro:content';\n---` }, ['components/page/A.astro: may not import the package astro:content']],
    ['finds an alias', { 'domain/a.ts': `import { b } from '@/schemas/b.ts';` }, ['domain/a.ts: may not import the package @/schemas/b.ts']],
    ['finds a computed import', { 'catalog/brief.ts': `export const a = (name: string) => import(name);` }, ['catalog/brief.ts: an import whose target is computed cannot be checked']],
    ['keeps browser scripts to themselves', {
      'components/page/A.astro': '<script src="./site.ts"></script>',
      'components/page/site.ts': `import { a } from './a.ts';\nimport { fold } from '../../search/fold.ts';`,
      'components/page/a.ts': `import { b } from '../../citations/formats.ts';`,
      'search/fold.ts': '',
    }, ['components/page/a.ts: a browser script may not import citations/formats.ts']],
    ['finds a browser script outside the components', { 'layouts/A.astro': '<script src="../i18n/translate.ts"></script>' }, ['layouts/A.astro: a browser script may not import i18n/translate.ts']],
    ['reads scripts written in a template', { 'layouts/A.astro': `<script>\n  import { a } from '../i18n/translate.ts';\n</script>` }, ['layouts/A.astro: a browser script may not import i18n/translate.ts']],
    ['finds a browser script that is sent by its address', {
      'layouts/A.astro': `---\nimport early from '../components/page/early.js?url';\n---\n<script src={early}></script>`,
      'components/page/early.js': `import { b } from '../../citations/formats.ts';\nstart();`,
    }, ['components/page/early.js: a browser script may not import citations/formats.ts']],
    ['finds packages in browser scripts', { 'components/page/A.astro': `<script>import 'citeproc';</script>` }, ['components/page/A.astro: may not import the package citeproc']],
    ['reads styles', { 'styles/fonts.css': `@import '@fontsource-variable/vazirmatn';\n@import url('normalize.css');` }, ['styles/fonts.css: may not import the package normalize.css']],
    ['finds work at import time', { 'domain/a.ts': `export const a = 1;\nregister(a);`, 'domain/b.ts': `export const b = await load();`, 'domain/c.ts': `for (const a of [1]) b.push(a);`, 'commands/build.ts': 'await run();' }, ['domain/a.ts: works when it is imported (line 2)', 'domain/b.ts: works when it is imported (line 1)', 'domain/c.ts: works when it is imported (line 1)']],
    ['finds an import of what acts', { 'rendering/render-site.ts': `import '../rendering/render-worker.ts';` }, ['rendering/render-site.ts: rendering/render-worker.ts is started, never imported']],
    ['finds a file outside every row', { 'store/a.ts': '' }, ['store/a.ts: stands in no row of the table']],
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
    return permitted && !inScript ? undefined : `may not import the package ${target}`;
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

/** Cycles of modules, each named from its first file on; one for each knot. */
function findCycles(modules: Modules): string[] {
  const cycles = new Map<string, string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      const knot = trail.slice(start);
      const first = knot.indexOf([...knot].sort()[0] ?? file);
      const turned = [...knot.slice(first), ...knot.slice(0, first)];
      cycles.set([...knot].sort().join(), [...turned, turned[0]].join(' → '));
    }
    if (start >= 0 || done.has(file)) return;
    for (const { target, started } of modules.get(file)?.edges ?? []) {
      const path = target === undefined || started ? undefined : resolvePath(file, target);
      if (path !== undefined && modules.has(path)) visit(path, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of [...modules.keys()].sort()) visit(file, []);
  return [...cycles.values()].sort();
}

/** Scripts that templates send to the browser, and all that they import. */
function browserScripts(modules: Modules): Set<string> {
  const found = new Set<string>();
  const visit = (file: string, edges: readonly Edge[]): void => {
    for (const { target } of edges) {
      const path = target === undefined ? undefined : resolvePath(file, target);
      if (path === undefined || found.has(path)) continue;
      found.add(path);
      visit(path, modules.get(path)?.edges ?? []);
    }
  };
  for (const [file, { edges }] of modules) {
    const sent = edges.filter(({ inScript }) => inScript);
    visit(file, sent);
  }
  return found;
}

interface Edge {
  /** As written; absent where it is computed. */
  readonly target?: string;
  readonly typeOnly: boolean;
  /** True for a file that is named in order to be started: a thread, a process, an entry point, the source of a script. */
  readonly started: boolean;
  readonly inScript: boolean;
}

interface Module {
  readonly edges: readonly Edge[];
  readonly globals: readonly string[];
  /** Lines of statements that do something when the module is loaded. */
  readonly work: readonly number[];
}

function readModule(file: string, text: string): Module {
  if (file.endsWith('.css')) return { ...emptyModule, edges: readStyles(text) };
  if (file.endsWith('.astro')) return readTemplate(text);
  return file.endsWith('.json') ? emptyModule : readCode(text);
}

const emptyModule: Module = { edges: [], globals: [], work: [] };

const edgeTo = (target: string | undefined, options: Partial<Edge> = {}): Edge => ({
  ...(target === undefined ? {} : { target }),
  typeOnly: false,
  started: false,
  inScript: false,
  ...options,
});

const readStyles = (text: string): Edge[] =>
  [...text.matchAll(/@import\s+(?:url\(\s*)?['"]([^'"]+)['"]/g)].map(([, target]) => edgeTo(target));

/** The head and the markup run when the page is made, the scripts in the browser. */
function readTemplate(text: string): Module {
  const [, head = '', body = text] = /^\s*---\r?\n(.*?)^---\s*?$(.*)/ms.exec(text) ?? [];
  const { edges, globals } = readCode(head);
  const markup = body.replace(/<(script|style)\b.*?<\/\1>/gs, '');
  const loaded = [...markup.matchAll(/\bimport\(\s*(?:['"]([^'"]+)['"])?/g)].map(([, target]) => edgeTo(target));
  const scripts = [...body.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  const sent = scripts.flatMap(([, attributes = '', code = '']): readonly Edge[] => {
    const [, source] = /\bsrc="([^"]+)"/.exec(attributes) ?? [];
    if (source !== undefined) return [edgeTo(source, { started: true, inScript: true })];
    return readCode(code).edges.map((edge) => ({ ...edge, inScript: true }));
  });
  return { edges: [...edges, ...loaded, ...sent], globals, work: [] };
}

function readCode(text: string): Module {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const edges: Edge[] = [];
  const globals = new Set<string>();
  const add = (target: ts.Node | undefined, options: Partial<Edge> = {}) =>
    edges.push(edgeTo(target && ts.isStringLiteralLike(target) ? target.text : undefined, options));
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      // The address of a script, which the page names.
      const sent = /\.js\?url['"]$/.test(node.moduleSpecifier.getText(source));
      add(node.moduleSpecifier, { typeOnly: isTypeOnly(node.importClause), started: sent, inScript: sent });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, { typeOnly: node.isTypeOnly });
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, { typeOnly: true });
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isCallExpression(node) && node.expression.getText(source).startsWith('import.meta.glob'))
      add(undefined);
    else if (ts.isNewExpression(node) && isModuleAddress(node, source)) add(node.arguments?.[0], { started: true });
    else if (ts.isIdentifier(node) && nodeGlobals.has(node.text) && isUsed(node)) globals.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  return { edges, globals: [...globals], work: source.statements.filter(isWork).map(lineOf) };
}

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    !clause.name &&
    !!names &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((element) => element.isTypeOnly)
  );
};

/** `new URL('./file.ts', import.meta.url)`; a folder is no module. */
const isModuleAddress = (node: ts.NewExpression, source: ts.SourceFile): boolean => {
  const [path, base] = node.arguments ?? [];
  return (
    node.expression.getText(source) === 'URL' &&
    base?.getText(source) === 'import.meta.url' &&
    !!path &&
    ts.isStringLiteralLike(path) &&
    /\.[a-z]+$/.test(path.text)
  );
};

/** As the object of an expression, and not as a name that is declared or a property. */
const isUsed = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) ||
    ts.isElementAccessExpression(node.parent) ||
    ts.isCallExpression(node.parent)) &&
  node.parent.expression === node;

/** Declarations do nothing by themselves; statements, and values that are awaited, do. */
const isWork = (statement: ts.Statement): boolean => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some(
      ({ initializer }) => initializer !== undefined && awaits(initializer),
    );
  const declares =
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    ts.isModuleDeclaration(statement) ||
    ts.isEmptyStatement(statement);
  return !(
    declares ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
};

const awaits = (node: ts.Node): boolean =>
  ts.isAwaitExpression(node) ||
  (!ts.isFunctionLike(node) && (ts.forEachChild(node, (child) => awaits(child) || undefined) ?? false));

const covers = (files: readonly string[] | undefined, path: string): boolean =>
  files?.some((file) => (file.endsWith('/') ? path.startsWith(file) : path === file)) ?? false;

const namesPackage = (name: string, target: string): boolean =>
  name.endsWith('/*') ? target.startsWith(name.slice(0, -1)) : target === name;

/** Path below `src/` of a relative import; undefined for a package. */
const resolvePath = (file: string, target: string): string | undefined =>
  target.startsWith('.') ? posix.join(posix.dirname(file), target.replace(/\?.*$/, '')) : undefined;

/** The row of a file: one that names the file goes before one that names its folder. */
const layerOf = (path: string): Layer | undefined =>
  layers.find(({ files }) => files.includes(path)) ?? layers.find(({ files }) => covers(files, path));

/** The row that an entry of `imports` stands for: a layer itself, or that of a file. */
const rowOf = (target: string): string =>
  layers.find(({ name }) => name === target)?.name ?? layerOf(target)?.name ?? `no row: ${target}`;

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const readModules = (sources: readonly (readonly [string, string])[]): Modules =>
  new Map(sources.map(([file, text]) => [file, readModule(file, text)]));

function readSources(folder: string): Modules {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
  const read = files.filter((path) => /\.(?:astro|css|json|[cm]?[jt]sx?)$/.test(path));
  return readModules(read.map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const));
}
