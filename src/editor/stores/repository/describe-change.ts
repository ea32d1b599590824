import { readRecord } from '../../model/edit.ts';
import { findKind } from '../../model/kind-of-file.ts';
import { titleOfRecord } from '../../model/record-title.ts';
import type { FileChange } from '../store.ts';

/** The title of a record, from the text of its file; empty where none can be read. */
export function titleOf(file: string, text: string): string {
  const kind = findKind(file);
  return titleOfRecord((kind && readRecord(text, kind)?.fields) ?? {});
}

/** What a change does, for the history of a repository. `count`: files that it changes. */
export interface DescribedChange {
  readonly verb: 'add' | 'change' | 'delete' | 'rename';
  readonly title: string;
  readonly count: number;
}

/** The message of a commit, in the language of the desk. */
export type DescribeChange = (change: DescribedChange) => string;

export function describeChange(changes: readonly FileChange[], titles: ReadonlyMap<string, string>): DescribedChange {
  const [first] = changes;
  if (!first) return { verb: 'change', title: '', count: 0 };
  const title = (first.type === 'write' ? titleOf(first.file, first.text) : titles.get(first.file)) || first.file;
  const short = title.length > titleLimit ? `${title.slice(0, titleLimit - 1)}…` : title;
  return { verb: verbOf(first), title: short, count: changes.length };
}

/** In UTF-16 code units. Lists of commits show some 70. */
const titleLimit = 60;

function verbOf(change: FileChange): DescribedChange['verb'] {
  if (change.type === 'write') return change.version === undefined ? 'add' : 'change';
  return change.type;
}
