import { readRecord } from '../../model/edit.ts';
import { findKind } from '../../model/kind-of-file.ts';
import type { FileChange } from '../store.ts';

/** What a record is called, by the field that its kind has for it; empty where none can be read. */
export function titleOf(file: string, text: string): string {
  const kind = findKind(file);
  const fields = (kind && readRecord(text, kind)?.fields) ?? {};
  for (const name of ['title', 'name', 'label', 'names', 'institute']) {
    const value = fields[name];
    const first = typeof value === 'object' ? Object.values(value)[0] : value;
    if (typeof first === 'string' && first !== '') return first.replace(/<\/?(?:i|b|sub|sup)>/g, '');
  }
  return '';
}

/** A message for the history of the repository to begin with, such as `Change Sleep and memory`. */
export function describeChange(changes: readonly FileChange[], titles: ReadonlyMap<string, string>): string {
  const [first] = changes;
  if (!first) return '';
  const title = (first.type === 'write' ? titleOf(first.file, first.text) : titles.get(first.file)) || first.file;
  const short = title.length > titleLimit ? `${title.slice(0, titleLimit - 1)}…` : title;
  return `${verbOf(first)} ${short}${changes.length > 1 ? ` (${changes.length} files)` : ''}`;
}

/** Lists of commits show some 70 letters. */
const titleLimit = 60;

function verbOf(change: FileChange): string {
  if (change.type === 'write') return change.version === undefined ? 'Add' : 'Change';
  return change.type === 'delete' ? 'Delete' : 'Rename';
}
