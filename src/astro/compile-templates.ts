import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CatalogStore } from '../store/catalog-store.ts';
import { catalogVariable } from '../store/open-catalog.ts';
import { compareText } from '../domain/problems/problem.ts';
import { ProgramEnded } from '../domain/problems/user-fixable-error.ts';
import type { PartName } from '../domain/institute/page-parts.ts';
import type { BodyCode } from '../domain/pages/body-code.ts';
import { programDir, type Settings } from '../project/settings.ts';
import { digestOfFiles, digestOfModules, packageVersions } from '../project/code-digest.ts';
import type { Templates } from '../rendering/render-job.ts';
import { hasItsChecksums, writeChecksums } from '../project/folder-checksums.ts';
import { findBodyImports } from './body-imports.ts';
import { partsVariable } from './page-parts.ts';
import { explainTemplates, TemplateError } from './explain-templates.ts';

/** Entry modules of the code that renders pages and files: the templates, and the threads that call them. */
const templateModules = [
  'astro.config.mjs',
  'src/pages',
  'src/astro/middleware.ts',
  'src/astro/render-entry.ts',
  'src/rendering/render-worker.ts',
];

/** Number of earlier compiled templates that the cache keeps. */
const templateLimit = 4;

/**
 * The compiled templates: from the cache, or new ones when a template, a dependency, what bodies import or one of the `parts`
 * that the institute replaces has changed.
 */
export async function compileTemplates(
  settings: Settings,
  base: string,
  parts: readonly PartName[] = [],
): Promise<Templates> {
  const { contentDir } = settings;
  const store = new CatalogStore(settings.catalogFile, 'read');
  const bodies = store.sources.componentFiles().map((file) => {
    const imports = importsOf(file, store);
    return { file, imports, ...findBodyImports(contentDir, file, imports) };
  });
  store.close();
  const code = listCode(contentDir);
  const program = digestOfModules(
    templateModules,
    [relative(programDir, settings.publicDir), ...packageVersions, 'tsconfig.json'],
    { extra: [base, JSON.stringify(parts)] },
  );
  const digest =
    bodies.length > 0 || parts.length > 0
      ? digestOfFiles(
          contentDir,
          [...new Set([...code, ...bodies.flatMap(({ files }) => files)])],
          [program, ...bodies.map(({ file, imports }) => `${file}\n${imports}`)],
        )
      : program;
  const folder = join(settings.templatesDir, digest);
  if (!hasItsChecksums(folder)) {
    mkdirSync(settings.templatesDir, { recursive: true });
    const unfinished = join(settings.templatesDir, `${digest}.${process.pid}`);
    try {
      await runAstro(unfinished, base, settings, parts);
      writeChecksums(unfinished);
      if (!hasItsChecksums(folder)) rmSync(folder, { recursive: true, force: true });
      // Another build may have compiled the same templates at the same time: keep the first.
      if (!existsSync(folder)) renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  const now = new Date();
  utimesSync(folder, now, now);
  removeOldTemplates(settings.templatesDir, folder);
  return {
    folder,
    digest,
    // Parts of pages are on every page, and every page links to styles and scripts, whose names change with their content.
    shared: digestOfFiles(contentDir, parts.length > 0 ? code : [], [program, ...listClientFiles(folder)]),
    bodies: new Map(
      bodies.map(({ file, imports, files, whole }) => [
        file,
        digestOfFiles(contentDir, [...new Set([...files, ...(whole ? [] : code)])], [imports]),
      ]),
    ),
  };
}

/** Names of the styles, scripts and fonts of the templates. */
const listClientFiles = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'client'), { recursive: true, encoding: 'utf8' }).sort(compareText);

/** Runs Astro in its own process, so that its memory is free before the pages are rendered. */
function runAstro(outDir: string, base: string, settings: Settings, parts: readonly PartName[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('./run-astro.ts', import.meta.url)), outDir, base], {
      cwd: programDir,
      // A NODE_ENV from the environment would change the templates, and Astro never ends a build with `test`.
      env: {
        ...process.env,
        NODE_ENV: 'production',
        // Vitest sets these, and Astro reads them.
        DEV: undefined,
        PROD: undefined,
        MODE: undefined,
        CONTENT_DIR: settings.contentDir,
        OUT_DIR: settings.outDir,
        [catalogVariable]: settings.catalogFile,
        [partsVariable]: JSON.stringify(parts),
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      const failure = 'the templates could not be compiled';
      if (signal !== null) return reject(new ProgramEnded(failure, 'Astro', signal));
      // Messages of esbuild, which Astro starts.
      if (/The service (?:was stopped|is no longer running)/.test(output))
        return reject(new ProgramEnded(failure, 'esbuild', 'the system'));
      const problems = explainTemplates(output, settings.contentDir, programDir);
      reject(
        problems.length > 0
          ? new TemplateError(problems)
          : new Error(`Astro could not compile the templates:\n${output.trim()}`),
      );
    });
  });
}

/** Paths of the code in the content folder, which bodies may import. */
function listCode(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return listCode(folder, inner);
    return /\.(astro|[cm]?[jt]sx?|css|json)$/.test(entry.name) ? [inner] : [];
  });
}

/** The `import` and `export` statements of a body. */
function importsOf(file: string, store: CatalogStore): string {
  const { code } = JSON.parse(store.sources.requireRecord(file)) as { readonly code?: BodyCode };
  return code?.imports ?? '';
}

function removeOldTemplates(folder: string, current: string): void {
  const others = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path !== current)
    .map((path) => ({ path, age: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.age - a.age);
  // Keep folders younger than ten minutes: another build may be writing them.
  for (const { path, age } of others.slice(templateLimit))
    if (Date.now() - age > 600_000) rmSync(path, { recursive: true, force: true });
}
