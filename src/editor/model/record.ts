import type { Problem } from '../../domain/problems/problem.ts';
import type { FileKind } from '../../schemas/file-schemas.ts';

/** What the desk edits: the kinds of content files, and the settings of the site. */
export type DeskKind = FileKind;

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

/** From the top of the fields to a value, such as `authors`, 2, `orcid`; positions count from 0. */
export type Path = readonly (string | number)[];

export type WrittenValue =
  string | number | boolean | readonly WrittenValue[] | { readonly [key: string]: WrittenValue };

/** A change of one value, or of the body. In `insert` and `move`, `path` is that of the list. */
export type Edit =
  | { readonly type: 'set'; readonly path: Path; readonly value: WrittenValue }
  | { readonly type: 'remove'; readonly path: Path }
  | { readonly type: 'insert'; readonly path: Path; readonly index: number; readonly value: WrittenValue }
  | { readonly type: 'move'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly type: 'body'; readonly text: string };

/** A problem of a file that is open. */
export interface DeskProblem extends Problem {
  /** Where `field` is; absent where the problem is not about a field. */
  readonly path?: Path;
  /** What repairs it, where that can be known. */
  readonly repair?: readonly Edit[];
}
