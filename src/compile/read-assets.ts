import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import sharp from 'sharp';
import { portabilityFault, portableKey } from '../domain/pages/portable-path.ts';
import type { Problem } from '../domain/problems/problem.ts';
import { hasSignature } from '../domain/pages/file-signature.ts';
import { findDrawingFault } from './find-drawing-fault.ts';
import type { ImageSizes } from '../domain/pages/page-row.ts';

/** A file that a page shows, and where it is served. */
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
  /** Folder of its page in the site, such as `publications/x/`; one for each locale where the text is its own. */
  readonly folder: string;
  readonly sources: readonly string[];
}

export interface Assets {
  readonly files: readonly Asset[];
  /** Sizes of pictures, by content file. */
  readonly sizes: ReadonlyMap<string, ImageSizes>;
  readonly problems: readonly Problem[];
}

/** Where a content file names a file that it shows. */
export type Locate = (file: string, source: string) => Pick<Problem, 'line' | 'column' | 'field'>;

/** Bytes; a larger file makes a page slow for everybody. */
const sizeLimit = 25_000_000;
const formats: Readonly<Record<string, string>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.gif': 'gif',
  '.webp': 'webp',
  '.avif': 'heif',
  '.svg': 'svg',
};
/** Written beside pages by the site itself, with an ending that a file of the author's may have. */
const ownNames = /(?:^|\/)feed\.json$/i;
const others = new Set(['.pdf', '.csv', '.xlsx', '.docx', '.zip', '.mp4', '.webm', '.mp3', '.vtt', '.txt', '.json']);

/** Finds the files that pages show, and measures the pictures among them. */
export async function readAssets(folder: string, owners: Iterable<AssetOwner>, locate: Locate): Promise<Assets> {
  const files = new Map<string, Asset>();
  const sizes = new Map<string, ImageSizes>();
  const problems: Problem[] = [];
  const taken = new Map<string, Asset>();
  const root = realpathSync(folder);
  for (const { file, folder: target, sources } of owners) {
    for (const source of sources) {
      const report = (name: string, message: string, hint: string) =>
        problems.push({ severity: 'error', name, file, ...locate(file, source), message, hint });
      const unportable = source.split('/').includes('..') ? undefined : portabilityFault(source);
      if (unportable !== undefined) {
        report(
          'asset-name',
          `the name of the file ${source} ${unportable}`,
          'give it a name of letters, digits and hyphens',
        );
        continue;
      }
      const full = resolve(dirname(join(root, file)), source);
      const stats = statSync(full, { throwIfNoEntry: false });
      const extension = /\.[a-z0-9]+$/i.exec(source)?.[0].toLowerCase() ?? '';
      if (!stats?.isFile()) {
        report(
          'asset-missing',
          `the file ${source} is not there`,
          `put it at ${relative(root, full).split(sep).join('/')}, or correct its name; capitals count`,
        );
      } else if (!realpathSync(full).startsWith(root + sep) || source.includes('..')) {
        report(
          'asset-outside',
          `the file ${source} lies outside the folder of its page`,
          'copy it beside the file that shows it',
        );
      } else if (stats.size > sizeLimit) {
        report(
          'asset-too-large',
          `${source} has ${Math.round(stats.size / 1e6)} MB`,
          `make it smaller than ${sizeLimit / 1e6} MB`,
        );
      } else if (!(extension in formats) && !others.has(extension)) {
        report(
          'asset-unknown',
          `${source} is of a kind that the site does not serve`,
          `use one of ${[...Object.keys(formats), ...others].join(' ')}`,
        );
      } else {
        const bytes = readFileSync(full);
        if (extension in formats) {
          const size = await measure(bytes, formats[extension]!);
          if (!size) {
            report(
              'image-malformed',
              `${source} is not the ${extension} picture that its name says`,
              'export the picture again',
            );
            continue;
          }
          sizes.set(file, { ...sizes.get(file), [source]: size });
        }
        const unsafe = extension === '.svg' ? findDrawingFault(bytes.toString()) : undefined;
        if (unsafe) {
          report(unsafe.name, `${source}: ${unsafe.message}`, unsafe.hint);
          continue;
        }
        if (!hasSignature(bytes, extension)) {
          report(
            'file-malformed',
            `${source} is not the ${extension} file that its name says`,
            'give it the ending of what it is, or export it again',
          );
          continue;
        }
        // `./a.png` and `a.png` are one file.
        const output = target + source.replace(/^(\.\/)+/, '');
        const asset = {
          file: relative(root, full).split(sep).join('/'),
          output,
          digest: createHash('sha256').update(bytes).digest('hex'),
        };
        const other = taken.get(portableKey(output));
        if (ownNames.test(output) || (other !== undefined && other.output !== output)) {
          report(
            'asset-name-taken',
            other === undefined
              ? `the site itself writes a file of the name ${source}`
              : `${source} and ${relative(dirname(file), other.file)} are one file on systems that do not tell capitals apart`,
            'give one of the two another name',
          );
          continue;
        }
        taken.set(portableKey(output), asset);
        files.set(output, asset);
      }
    }
  }
  return { files: [...files.values()], sizes, problems };
}

async function measure(bytes: Buffer, format: string): Promise<{ width: number; height: number } | undefined> {
  try {
    const metadata = await sharp(bytes).metadata();
    return metadata.format === format ? { width: metadata.width, height: metadata.height } : undefined;
  } catch {
    // sharp throws on whatever is no picture, and says nothing that an author could use.
    return undefined;
  }
}
