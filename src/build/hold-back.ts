import type { Problem } from '../domain/problems/problem.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { LastGood } from '../store/source-table.ts';

/** A file with errors that does not stop the build. */
export interface HeldBack {
  readonly file: string;
  /** True where the site has the record that was last published; false where it has nothing of the file. */
  readonly lastGood: boolean;
}

/** The files that are held back. The content is connected again without them until no new file is added. */
export class HeldFiles {
  readonly #states = new Map<string, 'last good' | 'omitted'>();
  readonly #lastGood: ReadonlyMap<string, LastGood>;

  constructor(lastGood: ReadonlyMap<string, LastGood>, omitted: Iterable<string>) {
    this.#lastGood = lastGood;
    for (const file of omitted) this.#states.set(file, 'omitted');
  }

  has(file: string): boolean {
    return this.#states.has(file);
  }

  /** The record that the site shows of a file that is held back; undefined where it shows none. */
  recordOf(file: string): LastGood | undefined {
    return this.#states.get(file) === 'last good' ? this.#lastGood.get(file) : undefined;
  }

  /** Summaries of the last good records that the site shows. */
  summaries(): readonly PublicationSummary[] {
    return [...this.#states.keys()].flatMap((file) => this.recordOf(file)?.summary ?? []);
  }

  /** Holds the files with errors back; a last good record that has errors itself is omitted. Returns whether one is new. */
  add(problems: readonly Problem[]): boolean {
    let changed = false;
    for (const file of new Set(problems.flatMap(({ severity, file: own }) => (severity === 'error' ? [own] : [])))) {
      const state = this.#states.get(file);
      if (file === 'site.yaml' || state === 'omitted') continue;
      this.#states.set(file, state === undefined && this.#lastGood.has(file) ? 'last good' : 'omitted');
      changed = true;
    }
    return changed;
  }

  /** Holds back those of these files that have a last good record. Returns whether one is new. */
  restore(files: Iterable<string>): boolean {
    let changed = false;
    for (const file of files) {
      if (this.#states.has(file) || !this.#lastGood.has(file)) continue;
      this.#states.set(file, 'last good');
      changed = true;
    }
    return changed;
  }

  files(): readonly HeldBack[] {
    return [...this.#states]
      .map(([file, state]) => ({ file, lastGood: state === 'last good' }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }
}
