import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { contentKinds } from '../../domain/institute/content-kind.ts';
import { extensionOf, fileKinds } from '../../domain/pages/file-kinds.ts';
import { portabilityFault } from '../../domain/pages/portable-path.ts';
import { hasBody } from '../../schemas/file-schemas.ts';
import { settingsIn } from '../model/kind-of-file.ts';
import type { DeskKind } from '../model/record.ts';
import type { Answer } from '../stores/store.ts';
import { refusal } from '../stores/refusal.ts';
import { fileErrors } from './file-error.ts';

export interface ContentPath {
  readonly kind: DeskKind;
  /** Absolute path on the disk; no folder in it is a link. */
  readonly path: string;
}

/**
 * The absolute path of a content file. Refuses a file that is not of a kind that is read, or not in the folder of its kind, and
 * a path that a symbolic link leads out of the content folder.
 */
export function resolveContentFile(contentDir: string, file: unknown): Answer<ContentPath> {
  if (typeof file !== 'string') return notContent('that');
  const kind: DeskKind | undefined = settingsIn(file) ?? contentKinds.find((name) => file.startsWith(`${name}/`));
  const extension = kind !== undefined && hasBody(kind) ? '.mdx' : '.yaml';
  if (kind === undefined || !file.endsWith(extension)) return notContent(file);
  return inside(contentDir, file, kind);
}

/** The absolute path of a picture or document beside a publication, page or person. */
export function resolveBeside(contentDir: string, file: unknown): Answer<ContentPath> {
  if (typeof file !== 'string') return notContent('that');
  const kind = (['publications', 'people', 'pages'] as const).find((name) => file.startsWith(`${name}/`));
  if (kind === undefined || !Object.hasOwn(fileKinds, extensionOf(file))) return notContent(file);
  return inside(contentDir, file, kind);
}

function inside(contentDir: string, file: string, kind: DeskKind): Answer<ContentPath> {
  const parts = file.split('/');
  const hidden = parts.find((part) => /^[._]|~$/.test(part));
  const fault = hidden === undefined ? portabilityFault(file) : 'has a part that is not read';
  if (fault !== undefined) return refusal('name-refused', `${file} ${fault}`, 'choose another name');
  if (!existsSync(contentDir))
    return refusal('no-content-folder', 'the content folder is no longer there', 'put it back, and try again');
  const path = join(contentDir, ...parts);
  if (isBelowFile(path)) return refusal(...fileErrors['ENOTDIR']!);
  const root = realpathSync(contentDir);
  const folder = realFolder(dirname(path));
  if (!isBelow(root, folder) || !isBelow(root, realTarget(path)))
    return refusal(
      'link-leaves-content',
      `${file} is a link that leads out of the content folder, or lies behind one`,
      'copy the file into the content folder',
    );
  // The real path: a link that is replaced from now on leads nowhere else.
  return { ok: true, value: { kind, path: join(folder, basename(path)) } };
}

const notContent = (file: string) =>
  refusal('not-content', `${file} is no file of the content folder that the desk edits`, 'choose one from the list');

const isBelow = (root: string, path: string): boolean => path === root || path.startsWith(root + sep);

/** The real path of a folder that may be missing. Not an absolute path, so that it is below no folder, for links in a circle. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ELOOP') return '';
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    const above = dirname(folder);
    return above === folder ? folder : join(realFolder(above), basename(folder));
  }
}

/** Whether a part of the path that should be a folder is a file. */
function isBelowFile(path: string): boolean {
  try {
    lstatSync(path, { throwIfNoEntry: false });
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
  }
}

/** The real path of a file. Empty, which is below no folder, for a link to a file that does not exist. */
function realTarget(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return realFolder(dirname(path));
  try {
    return realpathSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
