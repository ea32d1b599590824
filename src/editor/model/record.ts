import type { Problem } from '../../domain/problems/problem.ts';
import type { DraftValue } from '../../import/draft/draft.ts';
import type { Edit, Path } from '../../import/write/edit.ts';
import type { FileKind } from '../../schemas/file-schemas.ts';

/** What the desk edits: the kinds of content files, and the settings of the site. */
export type DeskKind = FileKind;

export type { Edit, Path };
export type WrittenValue = DraftValue;

/** One file of the content folder as the list shows it. */
export interface DeskEntry {
  /** Path from the content folder, with forward slashes. */
  readonly file: string;
  readonly kind: DeskKind;
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the same title, such as authors and year. */
  readonly detail: string;
  /** Address of its page on the site; absent where it has none. */
  readonly address?: string;
  readonly errors: number;
  readonly warnings: number;
}

/** A file that is open. */
export interface OpenFile {
  readonly file: string;
  readonly kind: DeskKind;
  readonly text: string;
  /** Digest of its bytes, or id in a repository, which a save must name. */
  readonly version: string;
}

/** A problem of a file that is open. */
export interface DeskProblem extends Problem {
  /** Where `field` is; absent where the problem is not about a field. */
  readonly path?: Path;
  /** What repairs it, where that can be known. */
  readonly repair?: readonly Edit[];
  /** The line as it should be, where the fields cannot be read and one line is the cause. */
  readonly repairedLine?: string;
}

/** Id of a record: the name of its file without its extension. */
export const idOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
