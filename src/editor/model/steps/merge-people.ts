import type { Fault } from '../../../domain/problems/problem.ts';
import { isReadList, isReadMap, type ReadValue } from '../../../import/write/edit.ts';
import { readRecord } from '../edit.ts';
import { idOfFile } from '../kind-of-file.ts';
import type { Edit, OpenFile, Path, WrittenValue } from '../record.ts';
import { editFiles, type EditedFile, type StepResult } from './edit-files.ts';

/**
 * The changes that merge two files of one person: the names of `gone`, the fields that only `gone` has, and its address are added to `kept`;
 * publications refer to `kept`; `gone` is deleted. `publications`: those that may refer to `gone`.
 */
export function mergePeople(kept: OpenFile, gone: OpenFile, publications: readonly OpenFile[]): StepResult {
  const [own, other] = [readRecord(kept.text, 'people'), readRecord(gone.text, 'people')];
  if (!own || !other) return { problem: unreadable(own ? gone.file : kept.file) };
  const names = textsOf(own.fields['names']);
  const added = textsOf(other.fields['names']).filter((name) => !names.includes(name));
  const edits: Edit[] = [
    ...added.map((name, at): Edit => ({ type: 'insert', path: ['names'], index: names.length + at, value: name })),
    ...Object.entries(other.fields)
      .filter(([name, value]) => name !== 'names' && name !== 'aliases' && isEmpty(own.fields[name]) && !isEmpty(value))
      .map(([name, value]): Edit => ({ type: 'set', path: [name], value: written(value) })),
  ];
  // Its address leads to the one that stays.
  const former = [idOfFile(gone.file), ...textsOf(other.fields['aliases'])];
  const aliases: Edit = {
    type: 'set',
    path: ['aliases'],
    value: [...textsOf(own.fields['aliases']).filter((id) => !former.includes(id)), ...former],
  };
  const result = editFiles([
    [kept, [...edits, aliases]],
    ...publications.map((one): EditedFile => [one, renamePerson(one, gone, kept)]),
  ]);
  if ('problem' in result) return result;
  return { changes: [...result.changes, { type: 'delete', file: gone.file, version: gone.version }] };
}

/** An edit for each `person` of a publication that refers to `gone`. */
function renamePerson(publication: OpenFile, gone: OpenFile, kept: OpenFile): readonly Edit[] {
  const fields = readRecord(publication.text, publication.kind)?.fields;
  return fields
    ? placesOf(fields, 'person', idOfFile(gone.file)).map((path): Edit => ({
        type: 'set',
        path,
        value: idOfFile(kept.file),
      }))
    : [];
}

/** Paths of all fields that have this name and this text, at any depth. */
export function placesOf(value: ReadValue, name: string, text: string, path: Path = []): readonly Path[] {
  if (isReadList(value)) return value.flatMap((item, at) => placesOf(item, name, text, [...path, at]));
  if (!isReadMap(value)) return path.at(-1) === name && value.trim() === text ? [path] : [];
  return Object.entries(value).flatMap(([key, item]) => placesOf(item, name, text, [...path, key]));
}

/** A value as it is written: `true` and `false` without quotation marks. */
const written = (value: ReadValue): WrittenValue => (value === 'true' || value === 'false' ? value === 'true' : value);

export const unreadable = (file: string): Fault => ({
  name: 'fields-unreadable',
  message: `the fields of ${file} cannot be read`,
  hint: 'open it as text, and repair what the check shows',
});

const textsOf = (value: ReadValue | undefined): readonly string[] =>
  isReadList(value)
    ? value.filter((item): item is string => typeof item === 'string' && item !== '')
    : typeof value === 'string' && value !== ''
      ? [value]
      : [];

const isEmpty = (value: ReadValue | undefined): boolean =>
  value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
