import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { extensionOf, fileKinds } from '../../domain/pages/file-kinds.ts';
import { portableKey } from '../../domain/pages/portable-path.ts';
import { parseSlug } from '../../domain/identifiers/slug.ts';
import { placeUpload } from '../model/place-upload.ts';
import type { OpenFile } from '../model/record.ts';
import type { Answer, FileChange, SaveResult, UploadedFile } from '../stores/store.ts';
import { settingsIn } from '../model/kind-of-file.ts';
import { resolveBeside, resolveContentFile, type ContentPath } from './content-path.ts';
import { refusal } from '../stores/refusal.ts';
import { explainFileError } from './file-error.ts';
import { readRegularFile } from './read-regular-file.ts';

/** Bytes of the largest file that is opened: what is larger could not be saved. */
const textLimit = 10_000_000;

/** Writes a file completely or not at all. */
export type WriteFile = (path: string, content: string | Uint8Array) => void;

/** Reads a content file. The text keeps its byte order mark, so that a save writes it again. */
export function openFile(contentDir: string, file: unknown): Answer<OpenFile> {
  const place = resolveContentFile(contentDir, file);
  if (!place.ok) return place;
  try {
    return readOpen(String(file), place.value);
  } catch (error) {
    return explained(error);
  }
}

function readOpen(file: string, { kind, path }: ContentPath): Answer<OpenFile> {
  const bytes = readRegularFile(path, textLimit);
  if (bytes === 'not-a-file') return refusal('not-a-file', `${file} is not a file`, 'choose another name');
  if (bytes === 'too-large')
    return refusal(
      'too-large',
      `${file} has more than ${textLimit / 1e6} MB`,
      'a content file may have 2 MB: divide it',
    );
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, value: { file, kind, text, version: versionOf(bytes) } };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refusal(
      'not-utf-8',
      `${file} is not UTF-8 text, so that its letters cannot be read reliably`,
      'open it in a text editor and save it with the encoding UTF-8',
    );
  }
}

/** The files whose text contains a word. A file that was deleted meanwhile is skipped; one that cannot be read is a refusal. */
export function findMentions(contentDir: string, files: readonly string[], word: string): Answer<readonly OpenFile[]> {
  const found: OpenFile[] = [];
  for (const file of files) {
    const opened = openFile(contentDir, file);
    if (!opened.ok && opened.refusal.name !== 'file-gone') return opened;
    if (opened.ok && opened.value.text.includes(word)) found.push(opened.value);
  }
  return { ok: true, value: found };
}

const versionOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

interface PlacedChange {
  readonly change: FileChange;
  readonly place: ContentPath;
}

/**
 * Writes all of the changes, or none. Where a file has changed since it was opened, the result is a conflict with the files as
 * they are now. Where writing fails, files that were already written are restored.
 */
export function saveChanges(contentDir: string, changes: readonly FileChange[], write: WriteFile): SaveResult {
  const placed: PlacedChange[] = [];
  for (const change of changes) {
    const place = resolveContentFile(contentDir, change.file);
    const fault = place.ok ? faultOf(change) : place;
    if (fault && !fault.ok) return { type: 'refused', refusal: fault.refusal };
    if (place.ok) placed.push({ change, place: place.value });
  }
  const conflict = findConflict(contentDir, placed);
  if (conflict) return conflict;
  const undo: (() => void)[] = [];
  try {
    // New files come first, because removing them again needs no space on the disk; deletions come last.
    const versions = placed
      .sort((a, b) => rankOf(a) - rankOf(b))
      .flatMap(({ change, place }) => carryOut(contentDir, change, place, write, undo));
    return { type: 'saved', versions: Object.fromEntries(versions) };
  } catch (error) {
    for (const step of undo.reverse()) step();
    const known =
      error instanceof RefusedRename
        ? { name: 'name-refused', message: error.message, hint: error.hint }
        : explainFileError(error);
    if (!known) throw error;
    return { type: 'refused', refusal: known };
  }
}

const rankOf = ({ change }: PlacedChange): number =>
  change.type === 'delete' ? 3 : change.type === 'rename' ? 2 : change.version === undefined ? 0 : 1;

function faultOf(change: FileChange): Answer<never> | undefined {
  if (settingsIn(change.file) && change.type !== 'write')
    return refusal('site-needed', 'a site needs its settings', 'change them instead');
  if (change.type !== 'write') return undefined;
  if (!change.text.isWellFormed())
    return refusal(
      'not-text',
      'the text holds half of a character, which no file can hold',
      'delete it, and save again',
    );
  return undefined;
}

function findConflict(contentDir: string, placed: readonly PlacedChange[]): SaveResult | undefined {
  const files: OpenFile[] = [];
  const gone: string[] = [];
  for (const { change, place } of placed) {
    if (!existsSync(place.path)) {
      if (change.version !== undefined) gone.push(change.file);
      else {
        const other = findSameName(place.path);
        if (other !== undefined)
          return {
            type: 'refused',
            refusal: {
              name: 'name-taken',
              message: `${change.file} and ${other} would be one file on systems that ignore case`,
              hint: 'choose another name',
            },
          };
      }
      continue;
    }
    const now = openFile(contentDir, change.file);
    if (!now.ok) return { type: 'refused', refusal: now.refusal };
    if (now.value.version !== change.version) files.push(now.value);
  }
  return files.length + gone.length > 0 ? { type: 'conflict', files, gone } : undefined;
}

/** Another file of the same folder that differs in case only. */
function findSameName(path: string): string | undefined {
  const folder = dirname(path);
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder).find((name) => portableKey(name) === portableKey(basename(path)));
}

function carryOut(
  contentDir: string,
  change: FileChange,
  { path }: ContentPath,
  write: WriteFile,
  undo: (() => void)[],
): readonly (readonly [file: string, version: string])[] {
  const before = existsSync(path) ? readFileSync(path) : undefined;
  const restore = (): void => {
    if (before) write(path, before);
    else rmSync(path, { force: true });
  };
  switch (change.type) {
    case 'write':
      write(path, change.text);
      undo.push(restore);
      return [[change.file, versionOf(change.text)]];
    case 'delete':
      rmSync(path);
      undo.push(restore);
      return [];
    case 'rename':
      return renameWithFiles(contentDir, change, path, undo);
  }
}

/** Renames a file, and the files beside it that have its name, such as its PDF. */
function renameWithFiles(
  contentDir: string,
  { file, to }: Extract<FileChange, { type: 'rename' }>,
  path: string,
  undo: (() => void)[],
): readonly (readonly [file: string, version: string])[] {
  const slug = parseSlug(to);
  const extension = extensionOf(file);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const target = resolveContentFile(contentDir, `${folder}${to}${extension}`);
  if (!slug.ok) throw new RefusedRename(slug.fault.message, slug.fault.hint);
  if (!target.ok) throw new RefusedRename(target.refusal.message, target.refusal.hint);
  const old = basename(path, extension);
  const names = readdirSync(dirname(path)).filter(
    (name) =>
      name === `${old}${extension}` || (name.startsWith(`${old}.`) && Object.hasOwn(fileKinds, extensionOf(name))),
  );
  const moves = names.map(
    (name) => [join(dirname(path), name), join(dirname(path), to + name.slice(old.length))] as const,
  );
  const taken = moves.find(([, next]) => existsSync(next));
  if (taken) throw new RefusedRename(`${basename(taken[1])} is there already`, 'choose another name');
  for (const [from, next] of moves) {
    renameSync(from, next);
    undo.push(() => renameSync(next, from));
  }
  return [[`${folder}${to}${extension}`, versionOf(readFileSync(join(dirname(path), to + extension)))]];
}

/** The new name of a file is not allowed, or taken. */
export class RefusedRename extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** Writes a picture or document beside a record. A number is added to its name where another file has that name. */
export function putBeside(
  contentDir: string,
  beside: unknown,
  name: unknown,
  bytes: Uint8Array,
  write: WriteFile,
): Answer<UploadedFile> {
  const owner = resolveContentFile(contentDir, beside);
  if (!owner.ok) return owner;
  const placed = placeUpload(typeof name === 'string' ? name : '', bytes);
  if (!placed.ok) return placed;
  const { stem, extension } = placed.value;
  const folder = String(beside).slice(0, String(beside).lastIndexOf('/') + 1);
  for (let count = 1; count < 1000; count += 1) {
    const file = `${folder}${stem}${count === 1 ? '' : `-${count}`}${extension}`;
    const place = resolveBeside(contentDir, file);
    if (!place.ok) return place;
    try {
      const { path } = place.value;
      const present = existsSync(path) ? readRegularFile(path, bytes.length) : undefined;
      if (present === undefined) write(path, bytes);
      else if (typeof present === 'string' || !present.equals(bytes)) continue;
      return { ok: true, value: { file, source: `./${file.slice(folder.length)}` } };
    } catch (error) {
      return explained(error);
    }
  }
  return refusal('name-taken', `there are a thousand files of the name ${stem}`, 'choose another name');
}

function explained(error: unknown): Answer<never> {
  const known = explainFileError(error);
  if (!known) throw error;
  return { ok: false, refusal: known };
}
