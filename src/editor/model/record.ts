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
  /** What distinguishes it from entries with the same title, such as authors and year. */
  readonly detail: string;
  /** Address of its page on the site; absent where it has none. */
  readonly address?: string;
  readonly errors: number;
  readonly warnings: number;
  /** The open proposal that changes it and is not published yet. */
  readonly proposal?: DeskProposal;
}

/** A proposal to a repository, such as a pull request. */
export interface DeskProposal {
  readonly number: number;
  /** Its page on the host; absent where the host names none. */
  readonly address?: string | undefined;
}

/** A file that is open. */
export interface OpenFile {
  readonly file: string;
  readonly kind: DeskKind;
  readonly text: string;
  /** Digest of its bytes, or id of its blob in a repository. A save names it, so that a change in between is noticed. */
  readonly version: string;
}

/** A problem of a file that is open. */
export interface DeskProblem extends Problem {
  /** Path of `field`; absent where the problem is not about a field. */
  readonly path?: Path;
  /** Edits that repair it, where they are known. */
  readonly repair?: readonly Edit[];
  /** The repaired line, where the fields cannot be read because of one line. */
  readonly repairedLine?: string;
}
