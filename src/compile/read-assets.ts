import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import sharp from 'sharp';
import { portabilityFault, portableKey } from '../domain/pages/portable-path.ts';
import type { Fault, Problem } from '../domain/problems/problem.ts';
import { hasSignature } from '../domain/pages/file-signature.ts';
import { findDrawingFault } from './drawing/find-drawing-fault.ts';
import type { ImageSizes } from '../domain/pages/page-row.ts';

/** A file that a page shows, and the path at which it is served. */
export interface Asset {
  /** Path from the content folder. */
  readonly file: string;
  /** Path in the site, without base path or leading slash. */
  readonly output: string;
  readonly digest: string;
}

/** A content file with the paths, as written in it, of the files that its page shows. */
export interface AssetOwner {
  readonly file: string;
  /** Folder of its page in the site, such as `publications/x/`. */
  readonly folder: string;
  readonly sources: readonly string[];
}

export interface Assets {
  readonly files: readonly Asset[];
  /** Sizes of pictures, by content file. */
  readonly sizes: ReadonlyMap<string, ImageSizes>;
  readonly problems: readonly Problem[];
}

/** Returns the position at which a content file names a file that it shows. */
export type Locate = (file: string, source: string) => Pick<Problem, 'line' | 'column' | 'field'>;

/** Bytes. A larger file makes a page slow. */
const sizeLimit = 25_000_000;
/** Pixels. A browser keeps four bytes for each, however small the file is. */
const pixelLimit = 250_000_000;
/** Extension of a picture → name of its format in sharp. */
const imageFormats: Readonly<Record<string, string>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.gif': 'gif',
  '.webp': 'webp',
  '.avif': 'heif',
  '.svg': 'svg',
};
/** Files that the site itself writes beside pages, with an extension that an author's file may also have. */
const reservedNames = /(?:^|\/)feed\.json$/i;
const otherExtensions = new Set([
  '.pdf',
  '.csv',
  '.xlsx',
  '.docx',
  '.zip',
  '.mp4',
  '.webm',
  '.mp3',
  '.vtt',
  '.txt',
  '.json',
]);

/** Finds the files that pages show, and measures the pictures among them. */
export async function readAssets(folder: string, owners: Iterable<AssetOwner>, locate: Locate): Promise<Assets> {
  const files = new Map<string, Asset>();
  const sizes = new Map<string, ImageSizes>();
  const problems: Problem[] = [];
  const taken = new Map<string, Asset>();
  const root = realpathSync(folder);
  for (const { file, folder: target, sources } of owners) {
    for (const source of sources) {
      const path = resolve(dirname(join(root, file)), source);
      const read = await readAsset(root, path, source);
      if (read.size) sizes.set(file, { ...sizes.get(file), [source]: read.size });
      // `./a.png` and `a.png` are one file.
      const output = target + source.replace(/^(\.\/)+/, '');
      const fault = 'fault' in read ? read.fault : findNameFault(file, source, output, taken.get(portableKey(output)));
      if (fault) {
        const { name, message, hint } = fault;
        problems.push({ severity: 'error', name, file, ...locate(file, source), message, hint });
      }
      if (fault || 'fault' in read) continue;
      const digest = createHash('sha256').update(read.bytes).digest('hex');
      const asset = { file: portablePath(root, path), output, digest };
      taken.set(portableKey(output), asset);
      files.set(output, asset);
    }
  }
  return { files: [...files.values()], sizes, problems };
}

/** An asset, or the fault for which it is refused; with its size where it is a picture. */
type ReadAsset = ({ readonly fault: Fault } | { readonly bytes: Buffer }) & { readonly size?: ImageSizes[string] };

/** Reads the file at `path`, which an author names as `source`. `root`: the real path of the content folder. */
async function readAsset(root: string, path: string, source: string): Promise<ReadAsset> {
  const refuse = (name: string, message: string, hint: string) => ({ fault: { name, message, hint } });
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
  if (stats.size > sizeLimit)
    return refuse(
      'asset-too-large',
      `${source} has ${Math.round(stats.size / 1e6)} MB`,
      `make it smaller than ${sizeLimit / 1e6} MB`,
    );
  const extension = /\.[a-z0-9]+$/i.exec(source)?.[0].toLowerCase() ?? '';
  const format = imageFormats[extension];
  if (format === undefined && !otherExtensions.has(extension))
    return refuse(
      'asset-unknown',
      `the site does not serve files of the kind of ${source}`,
      `use one of ${[...Object.keys(imageFormats), ...otherExtensions].join(' ')}`,
    );
  const bytes = readFileSync(path);
  const size = format === undefined ? undefined : await measure(bytes, format);
  if (format !== undefined && !size)
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
  const unsafe = extension === '.svg' ? findDrawingFault(bytes) : undefined;
  if (unsafe) return { ...refuse(unsafe.name, `${source}: ${unsafe.message}`, unsafe.hint), ...measured };
  if (!hasSignature(bytes, extension))
    return {
      ...refuse(
        'file-malformed',
        `${source} is not the ${extension} file that its name says`,
        'give it the extension of its real format, or export it again',
      ),
      ...measured,
    };
  return { bytes, ...measured };
}

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

const portablePath = (root: string, path: string): string => relative(root, path).split(sep).join('/');

/** Size of a picture in pixels; undefined where the bytes are not a picture of the format. */
async function measure(bytes: Buffer, format: string): Promise<{ width: number; height: number } | undefined> {
  try {
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    return metadata.format === format ? { width: metadata.width, height: metadata.height } : undefined;
  } catch {
    // sharp throws on everything that is not a picture, with messages that do not help an author.
    return undefined;
  }
}
