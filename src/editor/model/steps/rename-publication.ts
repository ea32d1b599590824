import { readRecord } from '../edit.ts';
import { idOfFile } from '../kind-of-file.ts';
import type { Edit, OpenFile } from '../record.ts';
import { isReadList } from '../../../import/write/edit.ts';
import type { FileChange } from '../../stores/store.ts';
import { editFiles, type EditedFile, type StepResult } from './edit-files.ts';
import { placesOf, unreadable } from './merge-people.ts';

/**
 * The changes that give a publication another slug: the old slug becomes an alias, and stays the key of the citation, which
 * manuscripts have; other publications refer to the new one. `others`: publications that may refer to it.
 */
export function renamePublication(publication: OpenFile, to: string, others: readonly OpenFile[]): StepResult {
  const record = readRecord(publication.text, 'publications');
  if (!record) return { problem: unreadable(publication.file) };
  const old = idOfFile(publication.file);
  const { aliases, citekey = '' } = record.fields;
  const index = isReadList(aliases) ? aliases.length : typeof aliases === 'string' && aliases !== '' ? 1 : 0;
  const alias: Edit = { type: 'insert', path: ['aliases'], index, value: old };
  const key: readonly Edit[] = citekey === '' ? [{ type: 'set', path: ['citekey'], value: old }] : [];
  const result = editFiles([
    [publication, [alias, ...key]],
    ...others.map((one): EditedFile => [one, editsOf(one, old, to)]),
  ]);
  if ('problem' in result) return result;
  const rename: FileChange = { type: 'rename', file: publication.file, to, version: publication.version };
  return { changes: [...result.changes, rename] };
}

/** Every mention of a slug in another publication: what to cite instead, and other versions. */
function editsOf(other: OpenFile, old: string, to: string): readonly Edit[] {
  const fields = readRecord(other.text, other.kind)?.fields ?? {};
  return [
    ...placesOf(fields, 'preferred', old),
    ...placesOf(fields['versions'] ?? '', 'preprint', old, ['versions']),
    ...placesOf(fields['versions'] ?? '', 'published', old, ['versions']),
  ].map((path): Edit => ({ type: 'set', path, value: to }));
}
