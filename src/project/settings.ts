import { createHash } from 'node:crypto';
import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  /** Permissions that published files do not get, such as 0o022. */
  readonly umask: number;
  /** Overrides `url` of site.yaml. */
  readonly url?: string;
  /** Overrides the path of `url`. */
  readonly base?: string;
}

/** Root folder of the program: of this repository, or within an installed package. */
export const programDir = fileURLToPath(new URL('../..', import.meta.url));

/** Environment variable with the folder of the institute, which `colophon` sets. */
export const projectVariable = 'COLOPHON_PROJECT';

/** Folder of the institute, with `content` and `public`. In this repository the program is in the same folder. */
export const projectDir = resolve(process.env[projectVariable] || programDir);

/** The port in PORT; 4321 where it is not a port. */
export function readPort(environment: Readonly<Record<string, string | undefined>>): number {
  const port = Number(environment['PORT'] || 4321);
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : 4321;
}

/** The target of a symbolic link, even where it does not exist yet, so that a build replaces the target and not the link. */
function followLinks(path: string, depth = 0): string {
  return depth < 40 && isLink(path) ? followLinks(resolve(dirname(path), readlinkSync(path)), depth + 1) : path;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // There is nothing, or it may not be read: writing there reports that.
    return false;
  }
}

/** Settings from the environment variables CONTENT_DIR, OUT_DIR, CACHE_DIR, SITE_URL and BASE_PATH. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const contentDir = resolve(environment['CONTENT_DIR'] || join(projectDir, 'content'));
  const outDir = followLinks(resolve(environment['OUT_DIR'] || join(projectDir, 'dist')));
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
    umask: /^0?[0-7]{3}$/.test(environment['OUT_UMASK'] ?? '') ? parseInt(environment['OUT_UMASK']!, 8) : 0o022,
    ...(environment['SITE_URL'] ? { url: environment['SITE_URL'] } : {}),
    ...(environment['BASE_PATH'] ? { base: environment['BASE_PATH'] } : {}),
  };
}
