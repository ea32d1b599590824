import type { DeskEntry, DeskKind, DeskProblem, OpenFile } from '../model/record.ts';

/** The files that the desk edits. Methods reject with a StoreFailure where a request fails. */
export interface Store {
  /**
   * `folder`: behind the development server, which shows a save at once. `repository`: behind the API of its host, where a save
   * is seen after a build, and identifiers cannot be looked up.
   */
  readonly kind: 'folder' | 'repository';
  list(): Promise<readonly DeskEntry[]>;
  /** Entries of the published site, shown until `list` has answered for the first time. */
  readonly published?: readonly DeskEntry[];
  open(file: string): Promise<Answer<OpenFile>>;
  /** The problems of a text, as `npm run check` would find them after a save. */
  check(file: string, text: string): Promise<readonly DeskProblem[]>;
  /** Name and text of a new record. Nothing is written until a save without `version`. */
  propose(kind: DeskKind, title: string): Promise<Answer<ProposedFile>>;
  /** Writes all of the changes, or none where a file has changed since it was opened. */
  save(changes: readonly FileChange[]): Promise<SaveResult>;
  /**
   * Puts a picture or a PDF beside a record, with the next save of the record where the store has `waiting`. `beside`: path of the
   * file of the record. `name`: name on the user's device.
   */
  upload(beside: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer<UploadedFile>>;
  /** Uploads that wait for the save of their record; absent where an upload is written at once. */
  readonly waiting?: WaitingUploads;
  /** Reads records without writing them. */
  importFrom(source: ImportRequest): Promise<Answer<ImportPreview>>;
  /** The publications whose text contains the id of a record, so that they may refer to it. */
  mentions(kind: DeskKind, id: string): Promise<Answer<readonly OpenFile[]>>;
  /** Address of the page that shows an entry; undefined where there is none. */
  preview(entry: DeskEntry): string | undefined;
}

export interface WaitingUploads {
  /** Whether a save of a record with this text writes an upload. */
  isWaiting(beside: string, text: string): boolean;
  /** Whether the device keeps each of them until it is saved. */
  isKept(): boolean;
  /** Forgets the uploads of a record on the device, and what it has without naming it: its PDF. */
  discard(beside: string): void;
}

/** The value that was asked for, or a refusal to show to the user. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export interface Refusal {
  /** Stable name, such as `file-too-large`. */
  readonly name: string;
  readonly message: string;
  readonly hint: string;
}

export interface ProposedFile {
  readonly file: string;
  readonly kind: DeskKind;
  readonly text: string;
}

export type FileChange =
  /** Without `version`, the file is new. */
  | { readonly type: 'write'; readonly file: string; readonly text: string; readonly version?: string }
  | { readonly type: 'delete'; readonly file: string; readonly version: string }
  /** Gives a file another name in its folder, and also the files beside it with the same name. `to`: new name without extension. */
  | { readonly type: 'rename'; readonly file: string; readonly to: string; readonly version: string };

export type SaveResult =
  /** The version of each file that was written, by its path. */
  | { readonly type: 'saved'; readonly versions: Readonly<Record<string, string>> }
  /** Nothing was written. `files`: those that have changed, as they are now; `gone`: those that were deleted. */
  | { readonly type: 'conflict'; readonly files: readonly OpenFile[]; readonly gone: readonly string[] }
  | { readonly type: 'refused'; readonly refusal: Refusal };

export interface UploadedFile {
  /** Path from the content folder. */
  readonly file: string;
  /** As a field names it, such as `./figure.png`. */
  readonly source: string;
}

export type ImportRequest =
  /** DOIs, PMIDs and the like, as `npm run import` takes them. */
  | { readonly type: 'identifiers'; readonly text: string }
  | { readonly type: 'file'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export interface ImportPreview {
  readonly records: readonly ImportedRecord[];
  /** What is wrong with the source itself, such as an entry that cannot be read. */
  readonly problems: readonly { readonly line?: number; readonly message: string; readonly hint?: string }[];
  /** Files of new journals, which are saved together with what is accepted. */
  readonly journals: readonly FileChange[];
}

/** One record of a source. Saving `changes` accepts it. */
export interface ImportedRecord {
  readonly title: string;
  readonly outcome: 'new' | 'filled' | 'unchanged' | 'refused';
  readonly file?: string;
  /** Why a record was refused. */
  readonly reason?: string;
  /** Fields that get a value. */
  readonly filled: readonly string[];
  /** Fields where the file and the source differ; the file keeps its own. */
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
  /** Fields of the source that have no place in a record. */
  readonly unplaced: readonly { readonly name: string; readonly value: string }[];
  /** Files that may be the same publication. */
  readonly similar: readonly string[];
  readonly changes: readonly FileChange[];
}
