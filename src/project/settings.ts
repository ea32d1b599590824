import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders and files of a command, as absolute paths, and addresses of the site. */
export interface Settings {
  readonly contentDir: string;
  readonly outDir: string;
  /** Files that are published without a change, such as a logo. */
  readonly publicDir: string;
  /**
   * Cache of this pair of content and output folder. Each pair has its own, so that two builds do not disturb each other.
   */
  readonly cacheDir: string;
  /** Compiled templates, shared by all sites. */
  readonly templatesDir: string;
  /** Fonts for share pictures, shared by all sites. */
  readonly fontsDir: string;
  /** Database of the compiled content. */
  readonly catalogFile: string;
  /** Overrides `url` of site.yaml. */
  readonly url?: string;
  /** Overrides the path of `url`. */
  readonly base?: string;
}

/** Root folder of the project. */
export const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** The port in PORT; 4321 where it is not a port. */
export function readPort(environment: Readonly<Record<string, string | undefined>>): number {
  const port = Number(environment['PORT'] || 4321);
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 4321;
}

/** Settings from the environment variables CONTENT_DIR, OUT_DIR, CACHE_DIR, SITE_URL and BASE_PATH. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const contentDir = resolve(environment['CONTENT_DIR'] || join(projectDir, 'content'));
  const outDir = resolve(environment['OUT_DIR'] || join(projectDir, 'dist'));
  const cache = resolve(environment['CACHE_DIR'] || join(projectDir, '.cache'));
  const cacheDir = join(cache, createHash('sha256').update(`${contentDir}\n${outDir}`).digest('hex').slice(0, 16));
  return {
    contentDir,
    outDir,
    publicDir: join(projectDir, 'public'),
    cacheDir,
    templatesDir: join(cache, 'templates'),
    fontsDir: join(cache, 'fonts'),
    catalogFile: join(cacheDir, 'catalog.db'),
    ...(environment['SITE_URL'] ? { url: environment['SITE_URL'] } : {}),
    ...(environment['BASE_PATH'] ? { base: environment['BASE_PATH'] } : {}),
  };
}
