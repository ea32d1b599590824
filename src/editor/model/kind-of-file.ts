import { contentKinds } from '../../domain/institute/content-kind.ts';
import { hasBody, type SettingsKind } from '../../schemas/file-schemas.ts';
import type { DeskKind } from './record.ts';

/** The kind of the settings in a file; undefined for a record. */
export const settingsIn = (file: string): SettingsKind | undefined =>
  file === 'site.yaml' ? 'site' : file === 'import.yaml' ? 'import' : undefined;

/** The kind of a file that the desk edits, by its path from the content folder; undefined for every other file. */
export function findKind(file: string): DeskKind | undefined {
  const settings = settingsIn(file);
  if (settings) return settings;
  const kind = contentKinds.find((name) => file.startsWith(`${name}/`));
  if (kind === undefined || !file.endsWith(hasBody(kind) ? '.mdx' : '.yaml')) return undefined;
  // Hidden files, and those that editors leave behind, are not read.
  return file.split('/').some((part) => part === '' || /^[._]|~$/.test(part)) ? undefined : kind;
}

/** The name of a file without its folder and its ending, which is the id of its record. */
export const idOfFile = (file: string): string => file.replace(/^.*\//, '').replace(/\.\w+$/, '');
