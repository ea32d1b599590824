import type { Document } from 'yaml';
import type { Fault } from '../../domain/problems/problem.ts';
import { fileSchemas, hasBody, type FileKind } from '../../schemas/file-schemas.ts';
import { fieldsAt, schemaAt, writtenFormOf } from '../../schemas/schema-shape.ts';
import { moveItem, spliceOf } from './change-yaml.ts';
import { isSameRead, type Edit, type Path, type ReadValue } from './edit.ts';
import { planEdit, type PlannedEdit } from './plan-edit.ts';
import type { Change } from './plan-changes.ts';
import { parseYaml, placeAt, readFields, spanOf, splitFile, type YamlFile } from './yaml-file.ts';

export type EditedFile = { readonly text: string } | { readonly problem: Fault };

/**
 * Carries out edits in a file, one after the other. Every other byte stays: comments, the order of keys, and the way in which
 * values are written. The result was read back: where it does not say what was asked for, there is a problem instead.
 */
export function editFile(text: string, kind: FileKind, edits: readonly Edit[]): EditedFile {
  let current = text;
  // What an edit has read back, the next one starts from.
  let opened: OpenedFields | undefined;
  for (const edit of edits) {
    if (edit.type === 'body') {
      const edited = editBody(current, kind, edit.text);
      if ('problem' in edited) return edited;
      current = edited.text;
      opened = undefined;
      continue;
    }
    opened ??= openFields(current, kind);
    if (!opened) return { problem: malformed };
    const edited = editFields(opened, kind, edit);
    if ('problem' in edited) return edited;
    opened = edited;
    current = opened.file.before + opened.file.yaml + opened.file.after;
  }
  return { text: current };
}

interface OpenedFields {
  readonly file: YamlFile;
  readonly document: Document;
  readonly fields: Readonly<Record<string, ReadValue>>;
}

function openFields(text: string, kind: FileKind): OpenedFields | undefined {
  const file = splitFile(text, hasBody(kind));
  return file && readAgain(file);
}

function readAgain(file: YamlFile): OpenedFields | undefined {
  const document = parseYaml(file.yaml);
  const fields = document && readFields(document);
  return fields && { file, document, fields };
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
  const { newline } = parts;
  const [before, after] =
    parts.body === '' ? [parts.head.trimEnd() + newline + newline, newline] : [parts.head, parts.tail];
  return { text: next === '' ? parts.head + parts.tail : before + next.replace(/\n/g, newline) + after };
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

function editFields(
  opened: OpenedFields,
  kind: FileKind,
  edit: Exclude<Edit, { type: 'body' }>,
): OpenedFields | { readonly problem: Fault } {
  const planned = planEdit(opened.fields, edit, (path) => textFieldAt(kind, path));
  if (!planned) return { problem: noSuchPlace };
  if (edit.type !== 'move' && planned.changes.length === 0) return opened;
  return carryOut(opened, kind, edit, planned) ?? { problem: unsupported };
}

/** The fields with an edit; undefined where they do not say what was asked for. */
function carryOut(
  { file, document }: OpenedFields,
  kind: FileKind,
  edit: Exclude<Edit, { type: 'body' }>,
  { changes, expected }: PlannedEdit,
): OpenedFields | undefined {
  const readBack = (yaml: string | undefined): OpenedFields | undefined => {
    const next = yaml === undefined ? undefined : readAgain({ ...file, yaml });
    return next && isSameRead(next.fields, expected) ? next : undefined;
  };
  if (edit.type === 'move') return readBack(moveItem(file.yaml, document, edit.path, edit.from, edit.to));
  const small = readBack(applyChanges(file, document, kind, changes));
  if (small) return small;
  // The field is written anew as a whole, unless it holds what is more than its value: comments, names and references.
  const [name] = edit.path;
  const value = name === undefined ? undefined : expected[name];
  if (name === undefined || value === undefined) return undefined;
  const place = placeAt(document, [name]);
  if (place?.node && /[#&*]/.test(file.yaml.slice(...spanOf(place.node, file.yaml)))) return undefined;
  return readBack(applyChanges(file, document, kind, [{ type: place ? 'replace' : 'add', path: [name], value }]));
}

function applyChanges(file: YamlFile, first: Document, kind: FileKind, changes: readonly Change[]): string | undefined {
  let { yaml } = file;
  let left = changes;
  while (left.length > 0) {
    // Replacements move no other place, so that those in a row take one reading.
    const count = Math.max(
      1,
      left.findIndex(({ type }) => type !== 'replace'),
    );
    const together = left.every(({ type }) => type === 'replace') ? left : left.slice(0, count);
    left = left.slice(together.length);
    const document = yaml === file.yaml ? first : parseYaml(yaml);
    if (!document) return undefined;
    const splices = together.map((change) => spliceOf(yaml, document, change, (path) => orderAt(kind, path)));
    const found = splices.filter((splice) => splice !== undefined);
    if (found.length < splices.length) return undefined;
    for (const { start, end, text } of found.sort((a, b) => b.start - a.start))
      yaml = yaml.slice(0, start) + text.replace(/\n/g, file.newline) + yaml.slice(end);
  }
  return yaml;
}

function textFieldAt(kind: FileKind, path: Path): string | undefined {
  const schema = schemaAt(fileSchemas[kind], path);
  return schema && writtenFormOf(schema).textField;
}

const orderAt = (kind: FileKind, path: Path): readonly string[] => Object.keys(fieldsAt(fileSchemas[kind], path));

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
