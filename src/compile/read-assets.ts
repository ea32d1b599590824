import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { portabilityFault, portableKey } from '../domain/pages/portable-path.ts';
import type { Fault, Problem } from '../domain/problems/problem.ts';
import { extensionOf, fileKinds } from '../domain/pages/file-kinds.ts';
import { hasSignature } from '../domain/pages/file-signature.ts';
import { findDrawingFault } from './drawing/find-drawing-fault.ts';
import { createRealNames } from './real-name.ts';
import type { ImageSizes } from '../domain/pages/page-row.ts';

/** A file that a page shows or links to, and the path at which it is served. */
export interface Asset {
  /** Path from the content folder. */
  readonly file: string;
  /** Path in the site, without base path or leading slash. */
  readonly output: string;
  readonly digest: string;
  readonly bytes: number;
}

/** A content file with the paths, as written in it, of the files that its page shows. */
export interface AssetOwner {
  readonly file: string;
  /** Folder of its page in the site, such as `publications/x/`. */
  readonly folder: string;
  readonly sources: readonly string[];
  /** Paths in the site of files that are not in the folder of the page, by their names without `./`. */
  readonly outputs?: ReadonlyMap<string, string>;
}

/** What is known of a file without a fault. */
export interface FileFacts {
  readonly digest: string;
  readonly bytes: number;
  /** Of a picture, in pixels. */
  readonly size?: ImageSizes[string];
}

/** What earlier runs have read. A file with the same path, size and time is not read again. */
export interface AssetCache {
  find(path: string, stats: FileStamp): FileFacts | undefined;
  save(path: string, stats: FileStamp, facts: FileFacts): void;
}

interface FileStamp {
  readonly mtimeMs: number;
  readonly size: number;
}

const noCache: AssetCache = { find: () => undefined, save: () => {} };

export interface Assets {
  readonly files: readonly Asset[];
  /** Sizes of pictures, by content file. */
  readonly sizes: ReadonlyMap<string, ImageSizes>;
  readonly problems: readonly Problem[];
}

/** Returns the position at which a content file names a file that it shows. */
export type Locate = (file: string, source: string) => Pick<Problem, 'line' | 'column' | 'field'>;

/** Pixels. A browser keeps four bytes for each, however small the file is. */
const pixelLimit = 250_000_000;

/** Files that the site itself writes beside pages, with an extension that an author's file may also have. */
const reservedNames = /(?:^|\/)feed\.json$/i;

/** Names of the formats of pictures in sharp, by extension. */
const pictureFormats: Readonly<Record<string, string>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.gif': 'gif',
  '.webp': 'webp',
  '.avif': 'heif',
  '.svg': 'svg',
};

/** Finds the files that pages show and link to, and measures the pictures among them. */
export async function readAssets(
  folder: string,
  owners: Iterable<AssetOwner>,
  locate: Locate,
  cache: AssetCache = noCache,
): Promise<Assets> {
  const files = new Map<string, Asset>();
  const sizes = new Map<string, ImageSizes>();
  const problems: Problem[] = [];
  const taken = new Map<string, Asset>();
  const root = realpathSync(folder);
  const findName = createRealNames();
  for (const { file, folder: target, sources, outputs } of owners) {
    for (const source of sources) {
      const beside = dirname(join(root, file));
      // A path that leaves the folder is refused, wherever it leads.
      const name = source.split('/').includes('..') ? undefined : findName(beside, source);
      const path = resolve(beside, name?.path ?? source);
      const read: ReadAsset = name?.otherCapitals
        ? otherCapitals(source, name.path)
        : await readAsset(root, path, source, cache);
      if (read.size) sizes.set(file, { ...sizes.get(file), [source]: read.size });
      // `./a.png` and `a.png` are one file.
      const served = source.replace(/^(\.\/)+/, '');
      const output = outputs?.get(served) ?? target + served;
      const fault = 'fault' in read ? read.fault : findNameFault(file, source, output, taken.get(portableKey(output)));
      const warning = 'fault' in read || files.has(output) ? undefined : findSizeWarning(source, read.bytes);
      for (const { severity = 'error', name: problem, message, hint } of [fault, warning].filter(
        (found) => found !== undefined,
      ))
        problems.push({ severity, name: problem, file, ...locate(file, source), message, hint });
      if (fault || 'fault' in read) continue;
      const asset = { file: portablePath(root, path), output, digest: read.digest, bytes: read.bytes };
      taken.set(portableKey(output), asset);
      files.set(output, asset);
    }
  }
  return { files: [...files.values()], sizes, problems };
}

const refuse = (name: string, message: string, hint: string): { readonly fault: Fault } => ({
  fault: { name, message, hint },
});

/** Some systems would find the file, and a web server would not. */
const otherCapitals = (source: string, name: string): ReadAsset =>
  refuse(
    'asset-missing',
    `the file ${source} does not exist, but ${portable(name)} does: web servers tell capitals apart`,
    `write ${source.startsWith('./') ? './' : ''}${portable(name)}, or rename the file`,
  );

/** What is known of a file, or the fault for which it is refused; with its size where it is a picture. */
type ReadAsset = ({ readonly fault: Fault } | FileFacts) & { readonly size?: ImageSizes[string] };

/** Reads the file at `path`, which an author names as `source`. `root`: the real path of the content folder. */
async function readAsset(root: string, path: string, source: string, cache: AssetCache): Promise<ReadAsset> {
  const unportable = source.split('/').includes('..') ? undefined : portabilityFault(source);
  if (unportable !== undefined)
    return refuse(
      'asset-name',
      `the name of the file ${source} ${unportable}`,
      'give it a name of letters, digits and hyphens',
    );
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile())
    return refuse(
      'asset-missing',
      `the file ${source} does not exist`,
      `put it at ${portablePath(root, path)}, or correct its name; capitals count`,
    );
  if (!realpathSync(path).startsWith(root + sep) || source.includes('..'))
    return refuse(
      'asset-outside',
      `the file ${source} is outside the folder of its page`,
      'copy it beside the file that shows it',
    );
  const extension = extensionOf(source);
  const kind = fileKinds[extension];
  if (kind === undefined)
    return refuse(
      'asset-unknown',
      `the site does not serve files of the kind of ${source}`,
      `use one of ${Object.keys(fileKinds).join(' ')}`,
    );
  const key = portablePath(root, path);
  const known = cache.find(key, stats);
  if (known) return known;
  const { start, digest } = readStart(path);
  const bytes = kind.picture ? readFileSync(path) : undefined;
  const size = bytes && (await measure(bytes, pictureFormats[extension]!));
  if (bytes && !size)
    return refuse(
      'image-malformed',
      `${source} is not the ${extension} picture that its name says`,
      'export the picture again',
    );
  if (size && size.width * size.height > pixelLimit)
    return refuse(
      'image-too-large',
      `${source} is ${size.width} × ${size.height} pixels large, more than browsers can show`,
      `make it smaller than ${pixelLimit / 1e6} million pixels`,
    );
  const measured = size ? { size } : {};
  const unsafe = bytes && extension === '.svg' ? findDrawingFault(bytes) : undefined;
  if (unsafe) return { ...refuse(unsafe.name, `${source}: ${unsafe.message}`, unsafe.hint), ...measured };
  if (!hasSignature(start, extension))
    return {
      ...refuse(
        'file-malformed',
        `${source} is not the ${extension} file that its name says`,
        'give it the extension of its real format, or export it again',
      ),
      ...measured,
    };
  const facts = { digest, bytes: stats.size, ...measured };
  cache.save(key, stats, facts);
  return facts;
}

/** The first bytes of a file, and the digest of all of it. A file may be larger than the memory of the machine. */
function readStart(path: string): { readonly start: Buffer; readonly digest: string } {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1_048_576);
  const handle = openSync(path, 'r');
  let start: Buffer | undefined;
  try {
    for (;;) {
      const count = readSync(handle, buffer);
      hash.update(buffer.subarray(0, count));
      start ??= Buffer.from(buffer.subarray(0, Math.min(count, 1024)));
      if (count === 0) return { start, digest: hash.digest('hex') };
    }
  } finally {
    closeSync(handle);
  }
}

/** The warning for a file that common hosts refuse. */
function findSizeWarning(source: string, bytes: number): Fault | undefined {
  const host = hostLimits.find(({ limit }) => bytes > limit);
  return (
    host && {
      severity: 'warning',
      name: 'asset-too-large',
      message: `${source} has ${Math.round(bytes / 1e6)} MB, and ${host.name} takes files up to ${host.written}`,
      hint: 'make it smaller, or put it into a repository such as Zenodo, and link to it there',
    }
  );
}

/** Largest file of common hosts, the largest limit first. */
const hostLimits = [
  // https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github
  { name: 'GitHub', limit: 100 * 1024 * 1024, written: '100 MiB' },
  // https://developers.cloudflare.com/pages/platform/limits/
  { name: 'Cloudflare Pages', limit: 25 * 1024 * 1024, written: '25 MiB' },
];

/** The fault of an asset whose path in the site is already in use. `other`: the asset that has the path. */
function findNameFault(file: string, source: string, output: string, other: Asset | undefined): Fault | undefined {
  if (!reservedNames.test(output) && (other === undefined || other.output === output)) return undefined;
  return {
    name: 'asset-name-taken',
    message:
      other === undefined
        ? `the site itself writes a file with the name ${source}`
        : `${source} and ${relative(dirname(file), other.file)} are one file on systems that do not distinguish capitals`,
    hint: 'give one of the two another name',
  };
}

const portable = (path: string): string => path.split(sep).join('/');

const portablePath = (root: string, path: string): string => portable(relative(root, path));

/** Size of a picture in pixels; undefined where the bytes are not a picture of the format. */
async function measure(bytes: Buffer, format: string): Promise<{ width: number; height: number } | undefined> {
  // Load sharp only for a picture that is not in the cache.
  const { default: sharp } = await import('sharp');
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    return metadata.format === format ? { width: metadata.width, height: metadata.height } : undefined;
  } catch {
    // sharp throws on everything that is not a picture, with messages that do not help an author.
    return undefined;
  }
}
