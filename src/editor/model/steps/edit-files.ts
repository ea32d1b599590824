import type { Fault } from '../../../domain/problems/problem.ts';
import type { FileChange } from '../../stores/store.ts';
import { applyEdits } from '../edit.ts';
import type { Edit, OpenFile } from '../record.ts';

export type StepResult = { readonly changes: readonly FileChange[] } | { readonly problem: Fault };

/** A file with the edits of it. */
export type EditedFile = readonly [file: OpenFile, edits: readonly Edit[]];

/** Edits of several files as changes; a file without edits has no change. */
export function editFiles(files: readonly EditedFile[]): StepResult {
  const changes: FileChange[] = [];
  for (const [{ file, kind, text, version }, edits] of files) {
    if (edits.length === 0) continue;
    const result = applyEdits(text, kind, edits);
    if ('problem' in result) return { problem: { ...result.problem, message: `${file}: ${result.problem.message}` } };
    changes.push({ type: 'write', file, text: result.text, version });
  }
  return { changes };
}
