import type { Document } from 'yaml';
import type { Fault } from '../../domain/problems/problem.ts';
import { fileSchemas, hasBody, type FileKind } from '../../schemas/file-schemas.ts';
import { fieldsAt, schemaAt, writtenFormOf } from '../../schemas/schema-shape.ts';
import { applyChanges } from './apply-changes.ts';
import { isSameRead, type Edit, type Path, type ReadValue } from './edit.ts';
import { planEdit } from './plan-edit.ts';
import type { Change } from './plan-changes.ts';
import { openYaml, placeAt, spanOf, splitFile, type YamlFile } from './yaml-file.ts';

export type EditedFile = { readonly text: string; readonly fields?: Fields } | { readonly problem: Fault };
type Fields = Readonly<Record<string, ReadValue>>;

/**
 * Carries out edits in a file. Every other byte stays: comments, the order of keys, and the way in which values are written.
 * The result was read back: where it does not say what was asked for, there is a problem instead. `fields`: what was read
 * back, where fields were edited.
 */
export function editFile(text: string, kind: FileKind, edits: readonly Edit[]): EditedFile {
  let current = text;
  let fields: Fields | undefined;
  const ofFields = edits.filter((edit) => edit.type !== 'body');
  if (ofFields.length > 0) {
    const opened = openFields(text, kind);
    if (!opened) return { problem: malformed };
    const edited = editFields(opened, kind, ofFields);
    if ('problem' in edited) return edited;
    ({ fields } = edited);
    current = edited.file.before + edited.file.yaml + edited.file.after;
  }
  for (const edit of edits)
    if (edit.type === 'body') {
      const edited = editBody(current, kind, edit.text);
      if ('problem' in edited) return edited;
      current = edited.text;
    }
  return fields ? { text: current, fields } : { text: current };
}

interface OpenedFields {
  readonly file: YamlFile;
  readonly document: Document;
  readonly fields: Fields;
}

function openFields(text: string, kind: FileKind): OpenedFields | undefined {
  const file = splitFile(text, hasBody(kind));
  return file && readAgain(file);
}

function readAgain(file: YamlFile): OpenedFields | undefined {
  const opened = openYaml(file.yaml);
  return opened && { file, ...opened };
}

/** The body of a file without the blank lines around it; empty where it has none. */
export function readBody(text: string, kind: FileKind): string {
  const parts = hasBody(kind) ? bodyOf(text) : undefined;
  return parts ? withLineFeeds(parts.body) : '';
}

function editBody(text: string, kind: FileKind, body: string): EditedFile {
  const parts = hasBody(kind) ? bodyOf(text) : undefined;
  if (!parts) return { problem: hasBody(kind) ? malformed : withoutBody };
  const next = withLineFeeds(body);
  if (next === withLineFeeds(parts.body)) return { text };
  const { head, tail, newline } = parts;
  // A file without a body has its blank lines at its end, also while there is a body: without it, it is as it was before.
  const fields = head.trimEnd();
  if (parts.body === '')
    return { text: fields + newline + newline + withLinesOf('', next, newline) + head.slice(fields.length) + tail };
  return { text: next === '' ? fields + tail : head + withLinesOf(parts.body, next, newline) + tail };
}

/** A text in which the lines at the beginning and the end that an older one has too keep its line breaks. */
function withLinesOf(text: string, next: string, newline: string): string {
  const [was, now] = [text.split(/(?<=\n)/), next.split(/(?<=\n)/)];
  const isSame = (at: number): boolean => withLineFeeds(was.at(at) ?? '') === now.at(at);
  const fewest = Math.min(was.length, now.length);
  let start = 0;
  while (start < fewest && isSame(start)) start += 1;
  let end = 0;
  while (end < fewest - start && isSame(-1 - end)) end += 1;
  const between = now.slice(start, now.length - end).map((line) => line.replace('\n', newline));
  return [...was.slice(0, start), ...between, ...was.slice(was.length - end)].join('');
}

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** `head + body + tail` is the text. */
function bodyOf(text: string): { head: string; body: string; tail: string; newline: string } | undefined {
  const file = splitFile(text, true);
  const closing = file && /^---[ \t]*\r?(?:\n(?:[ \t]*\r?\n)*)?/.exec(file.after)?.[0];
  if (!file || closing === undefined) return undefined;
  const rest = file.after.slice(closing.length);
  const body = rest.trimEnd();
  return {
    head: file.before + file.yaml + closing,
    body,
    tail: rest.slice(body.length),
    newline: file.newline,
  };
}

/** Edits that cannot be made together are divided in halves, until the one that fails is alone; its field is then rewritten as a whole. */
function editFields(
  opened: OpenedFields,
  kind: FileKind,
  edits: readonly FieldEdit[],
): OpenedFields | { readonly problem: Fault } {
  const changes: Change[] = [];
  let expected = opened.fields;
  for (const edit of edits) {
    const planned = planEdit(expected, edit, (path) => textFieldAt(kind, path));
    if (!planned) return { problem: noSuchPlace };
    changes.push(...planned.changes);
    ({ expected } = planned);
  }
  const [edit] = edits;
  if (changes.length === 0 || !edit) return opened;
  const edited = carryOut(opened, kind, changes, expected);
  if (edited) return edited;
  if (edits.length === 1) return rewriteField(opened, kind, edit, expected) ?? { problem: unsupported };
  const half = Math.ceil(edits.length / 2);
  const first = editFields(opened, kind, edits.slice(0, half));
  return 'problem' in first ? first : editFields(first, kind, edits.slice(half));
}

type FieldEdit = Exclude<Edit, { type: 'body' }>;

/** The fields with changes; undefined where they do not say what was asked for. */
function carryOut(
  { file, document }: OpenedFields,
  kind: FileKind,
  changes: readonly Change[],
  expected: Fields,
): OpenedFields | undefined {
  const yaml = applyChanges(file, document, changes, (path) => Object.keys(fieldsAt(fileSchemas[kind], path)));
  const next = yaml === undefined ? undefined : readAgain({ ...file, yaml });
  return next && isSameRead(next.fields, expected) ? next : undefined;
}

/** Writes a whole field again, unless it holds more than its value: comments, anchors or aliases. */
function rewriteField(
  opened: OpenedFields,
  kind: FileKind,
  { path }: Edit & { path: Path },
  expected: Fields,
): OpenedFields | undefined {
  const [name] = path;
  const value = name === undefined ? undefined : expected[name];
  if (name === undefined || value === undefined) return undefined;
  const place = placeAt(opened.document, [name]);
  if (place?.node && /[#&*]/.test(opened.file.yaml.slice(...spanOf(place.node, opened.file.yaml)))) return undefined;
  return carryOut(opened, kind, [{ type: place ? 'replace' : 'add', path: [name], value }], expected);
}

function textFieldAt(kind: FileKind, path: Path): string | undefined {
  const schema = schemaAt(fileSchemas[kind], path);
  return schema && writtenFormOf(schema).textField;
}

const malformed: Fault = {
  name: 'fields-unreadable',
  message: 'the fields of this file cannot be read, so that none of them can be changed by itself',
  hint: 'edit the file as text: the check shows the line',
};
const withoutBody: Fault = {
  name: 'no-body',
  message: 'a file of this kind has fields and no text below them',
  hint: 'write the text into a field',
};
const noSuchPlace: Fault = {
  name: 'no-such-place',
  message: 'what should be changed is no longer in the file',
  hint: 'open the file again',
};
const unsupported: Fault = {
  name: 'form-not-editable',
  message: 'this value is written in a form that cannot be changed without changing something else',
  hint: 'edit the file as text: it holds a comment, or a value that is used in several places',
};
