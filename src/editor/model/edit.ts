import { fieldsLimit } from '../../domain/pages/fields-limit.ts';
import type { Fault } from '../../domain/problems/problem.ts';
import { hasBody } from '../../schemas/file-schemas.ts';
import type { ReadValue } from '../../import/write/edit.ts';
import { editFile, readBody } from '../../import/write/edit-file.ts';
import { openYaml, splitFile } from '../../import/write/yaml-file.ts';
import type { DeskKind, Edit } from './record.ts';

/** What a form shows of a file: each value as a text, an empty one as the empty text. */
export interface DeskRecord {
  readonly fields: Readonly<Record<string, ReadValue>>;
  /** Without the blank lines around it. */
  readonly body: string;
}

/** Reads a file for its form; undefined where its fields are malformed or too many, so that it is edited as text. */
export function readRecord(text: string, kind: DeskKind): DeskRecord | undefined {
  const file = splitFile(text, hasBody(kind));
  const opened = file && file.yaml.length <= fieldsLimit ? openYaml(file.yaml) : undefined;
  return opened && { fields: opened.fields, body: readBody(text, kind) };
}

/**
 * Applies edits to the text of a file. All other bytes stay. Where an edit cannot be written without changing other bytes, the
 * result is a problem instead of a text.
 */
export const applyEdits = (
  text: string,
  kind: DeskKind,
  edits: readonly Edit[],
): { readonly text: string } | { readonly problem: Fault } => editFile(text, kind, edits);
