import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../../src/domain/problems/problem.ts';
import { readContentFolder } from '../../src/build/read-content-folder.ts';
import { buildSite, type BuildResult } from '../../src/build/build-site.ts';
import { projectDir, readSettings, type Settings } from '../../src/project/settings.ts';
import { listFiles } from './list-files.ts';
import { silent } from './silent-reporter.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A built site. */
export interface BuiltSite extends BuildResult {
  readonly settings: Settings;
  /** Text of a file of the site. */
  read(path: string): string;
  /** Paths of all files, with forward slashes, sorted. */
  files(): string[];
}

/** A site in its own folder, which the test may change. */
export interface OwnSite extends BuiltSite {
  /** Builds again, with the same cache. */
  rebuild(): Promise<OwnSite>;
}

export { listFiles } from './list-files.ts';
export { silent } from './silent-reporter.ts';
export { siteFolder } from './site-folder.ts';
export { temporaryFolder } from './temporary-folder.ts';

/** Builds a content folder; it shares only the compiled templates and fonts with other builds. */
export async function buildFolder(contentDir: string, environment: Record<string, string> = {}): Promise<OwnSite> {
  const { settings, ...result } = await buildInto(temporaryFolder(), contentDir, environment);
  return ownSite(settings, result);
}

/** The same with templates of its own, which no other build compiles. */
export async function buildAlone(contentDir: string, environment: Record<string, string> = {}): Promise<OwnSite> {
  const folder = temporaryFolder();
  const settings = { ...settingsIn(folder, contentDir, environment), templatesDir: join(folder, 'templates') };
  return ownSite(settings, await build(settings));
}

/** Builds a content folder into a folder for the site and its cache. */
export async function buildInto(
  folder: string,
  contentDir: string,
  environment: Record<string, string> = {},
): Promise<BuildResult & { readonly settings: Settings }> {
  const settings = settingsIn(folder, contentDir, environment);
  return { ...(await build(settings)), settings };
}

/** A copy of a built site, with its content and its cache, which the test may change and build again. */
export function copySite({ settings: from, ...result }: BuiltSite): OwnSite {
  const folder = temporaryFolder();
  const settings = settingsIn(folder, join(folder, 'content'));
  for (const name of ['contentDir', 'outDir', 'cacheDir'] as const)
    cpSync(from[name], settings[name], { recursive: true, preserveTimestamps: true });
  return ownSite(settings, result);
}

/** Settings of a site that shares only the compiled templates and fonts with others. */
function settingsIn(folder: string, contentDir: string, environment: Record<string, string> = {}): Settings {
  const own = readSettings({
    CONTENT_DIR: contentDir,
    OUT_DIR: join(folder, 'dist'),
    CACHE_DIR: join(folder, 'cache'),
    ...environment,
  });
  return {
    ...own,
    templatesDir: join(projectDir, '.cache/templates'),
    // Shared, because fontconfig reads its configuration once in a process.
    fontsDir: join(projectDir, '.cache/fonts'),
  };
}

const build = (settings: Settings): Promise<BuildResult> => buildSite(settings, silent);

const ownSite = (settings: Settings, result: BuildResult): OwnSite => ({
  ...result,
  settings,
  ...readerOf(settings),
  rebuild: async () => ownSite(settings, await build(settings)),
});

/** Functions that read the files of a site. */
export const readerOf = ({ outDir }: Settings): Pick<BuiltSite, 'read' | 'files'> => ({
  read: (path) => readFileSync(join(outDir, path), 'utf8'),
  files: () => listFiles(outDir),
});

/** Files by path, relative to the content folder. */
export type ContentFiles = Readonly<Record<string, string | Uint8Array>>;

/** The smallest valid `site.yaml`: a site in two languages, with the citation styles that a site has by default. */
export const styledSite =
  'institute: { en: "Example Institute", fa: "مؤسسهٔ نمونه" }\nurl: https://minimal.example.org\nlocales: [en, fa]\n';
/** The same without citation styles, which take longer to read than all else of a small site. */
export const minimalSite = `${styledSite}styles: []\n`;

/** Writes files into a folder. Returns the folder. */
export function writeFiles(folder: string, files: ContentFiles): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Creates a content folder with these files, and {@link minimalSite} unless they include a `site.yaml`. */
export const contentFolder = (files: ContentFiles): string =>
  writeFiles(temporaryFolder(), { 'site.yaml': minimalSite, ...files });

/** All problems of a content folder that `npm run check` reports. */
export async function checkFolder(contentDir: string): Promise<readonly Problem[]> {
  const folder = temporaryFolder();
  const settings = readSettings({
    CONTENT_DIR: contentDir,
    OUT_DIR: join(folder, 'dist'),
    CACHE_DIR: join(folder, 'cache'),
  });
  const { problems, store } = await readContentFolder(settings, { drafts: true });
  store?.close();
  return problems;
}

/** Digests of all files of a folder, by path. */
export function digestsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

/** Paths of files that differ between two folders, or that exist in only one of them. */
export function differingFiles(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .sort();
}

/** Copies a content folder, so that a test can change it. */
export function copyOf(contentDir: string): string {
  const folder = temporaryFolder();
  cpSync(contentDir, folder, { recursive: true });
  return folder;
}
