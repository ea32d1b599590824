import { createHash } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { UserFixableError } from '../../domain/problems/user-fixable-error.ts';
import type { FoundLink } from '../render-job.ts';
import { mostParts, type Shard } from './shard.ts';
import { isSystemError } from '../../project/file-state.ts';

/*
 * A part of a site is a folder:
 * - site/         its files, at their paths in the site;
 * - files.sha256  a digest of each of them, as sha256sum writes it and `sha256sum -c` reads it;
 * - part.json     what the part was made from. It is written last: a folder without it is no part.
 */

/** What a part was made from. Two parts fit together when all of it is equal. */
export interface PartOrigin {
  /** Digest of the content, and of the files of `public`. */
  readonly content: string;
  /** Digest of the program, with the version of Node. */
  readonly program: string;
  /** Digest of the settings of the site, and of its citation styles. */
  readonly settings: string;
  /** Digest of all pages and files of the site, with their keys. */
  readonly plan: string;
}

/** `part.json`. */
export interface Part {
  /** Raised when the form of a part changes. */
  readonly version: 1;
  readonly shard: Shard;
  readonly origin: PartOrigin;
  /** Pages of the part, in all languages. */
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  /** Digest of `files.sha256`. */
  readonly listDigest: string;
  /**
   * Citations that are withheld, as far as the part knows, such as `x bibtex`: it has proved those of its own publications, and
   * knows of others what an earlier check has found.
   */
  readonly withheld: readonly string[];
  /** Links to parts of pages that other parts of the site have. */
  readonly links: readonly Required<FoundLink>[];
}

export const partVersion = 1;

export const partFile = (folder: string): string => join(folder, 'part.json');
export const partList = (folder: string): string => join(folder, 'files.sha256');
export const partSite = (folder: string): string => join(folder, 'site');

/** Writes the list of the files of a part. `paths`: paths in the site. Returns their sizes, and the digest of the list. */
export function writePartList(folder: string, paths: readonly string[]): Pick<Part, 'files' | 'bytes' | 'listDigest'> {
  const all = createHash('sha256');
  const list = openSync(partList(folder), 'w');
  // One for all files: to collect a buffer for each would take longer than to fill it.
  const buffer = Buffer.allocUnsafe(2 ** 16);
  let bytes = 0;
  try {
    for (const path of paths) {
      const { digest, size } = measureFile(join(partSite(folder), path), buffer);
      bytes += size;
      const line = `${digest}  ${path}\n`;
      all.update(line);
      writeSync(list, line);
    }
  } finally {
    closeSync(list);
  }
  return { files: paths.length, bytes, listDigest: all.digest('hex') };
}

function measureFile(path: string, buffer: Buffer): { readonly digest: string; readonly size: number } {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  let size = 0;
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, read));
      size += read;
    }
  } finally {
    closeSync(file);
  }
  return { digest: hash.digest('hex'), size };
}

/** Marks a part as complete. */
export function writePart(folder: string, part: Part): void {
  writeFileSync(`${partFile(folder)}.new`, `${JSON.stringify(part, undefined, 2)}\n`);
  renameSync(`${partFile(folder)}.new`, partFile(folder));
}

/** Marks a part as not complete, before its files change. */
export const removePart = (folder: string): void => rmSync(partFile(folder), { force: true });

/** Reads what a part was made from. Throws a {@link UserFixableError} where the folder is no part. */
export function readPart(folder: string): Part {
  const part = parsePart(readText(folder));
  if (!part)
    throw new UserFixableError(
      `${folder} is damaged: its part.json cannot be read`,
      'copy this part again, or make it again',
    );
  if (part.version !== partVersion)
    throw new UserFixableError(
      `${folder} was made by another version of Colophon`,
      'make all parts, and merge them, with the same version',
    );
  return part;
}

function readText(folder: string): string {
  try {
    return readInPart(folder, partFile(folder)).toString('utf8');
  } catch (error) {
    if (!isSystemError(error, 'ENOENT') && !isSystemError(error, 'ENOTDIR')) throw error;
    throw new UserFixableError(
      `${folder} is no part of a site: it has no part.json, which a build of a part writes at its end`,
      'name the folders that npm run build -- --shard 1/8, 2/8 and so on have written, such as parts/*',
    );
  }
}

/**
 * The bytes of a file of a part. A part may come from elsewhere: a symbolic link, as the file or as a folder of its path, would
 * publish a file from outside, and reading a named pipe would never end.
 */
export function readInPart(folder: string, file: string): Buffer {
  const real = join(realpathSync(folder), relative(folder, file));
  if (lstatSync(file).isFile() && realpathSync(file) === real) return readFileSync(file);
  throw new UserFixableError(
    `${folder} is damaged: ${relative(folder, file)} is no file but something else, such as a link`,
    'copy this part again, or make it again',
  );
}

function parsePart(text: string): Part | undefined {
  try {
    const part = JSON.parse(text) as Partial<Part> | null;
    const { number = 0, of = 0 } = part?.shard ?? {};
    const numbers = [part?.version, number, of, part?.pages, part?.files, part?.bytes];
    const digests = [part?.origin?.content, part?.origin?.program, part?.origin?.settings, part?.origin?.plan];
    return numbers.every((one) => Number.isSafeInteger(one) && Number(one) >= 0) &&
      number >= 1 &&
      number <= of &&
      of <= mostParts &&
      areTexts([...digests, part?.listDigest]) &&
      Array.isArray(part?.withheld) &&
      areTexts(part.withheld) &&
      Array.isArray(part.links) &&
      part.links.every(
        (link: Partial<FoundLink> | null) =>
          areTexts([link?.address, link?.locale, link?.path, link?.fragment]) && isInSite(link!.path!),
      )
      ? (part as Part)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const areTexts = (values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

/** The files of a part with their digests, in the order of their paths. Throws where the list is damaged. */
export function readPartList(folder: string, { listDigest }: Part): readonly ListedFile[] {
  let text: Buffer;
  try {
    text = readInPart(folder, partList(folder));
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
    text = Buffer.alloc(0);
  }
  if (digestOf(text) !== listDigest)
    throw new UserFixableError(
      `${folder} is damaged: its list files.sha256 is not as it was written`,
      'copy this part again, or make it again',
    );
  return text
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({
      digest: line.slice(0, digestLength),
      path: requireInside(line.slice(digestLength + 2), folder),
    }));
}

/** A list may come from elsewhere: it must not name a file outside of the site. */
function requireInside(path: string, folder: string): string {
  if (isInSite(path)) return path;
  throw new UserFixableError(`${folder} names the file ${path}, which is outside of a site`, 'make this part again');
}

/** Whether a path in a list names a file below the folder of a site. */
const isInSite = (path: string): boolean =>
  !/[\\\x00-\x1f]/.test(path) && path.split('/').every((name) => !['', '.', '..'].includes(name));

export interface ListedFile {
  readonly path: string;
  readonly digest: string;
}

const digestLength = 64;

export const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
