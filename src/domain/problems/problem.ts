/** A problem in the content, with a text for the person who writes the content. */
export interface Problem {
  /** `error` stops the build, because something wrong would be published; `warning` is a matter of judgement. */
  readonly severity: 'error' | 'warning';
  /** Stable kebab-case name, such as `affiliation-out-of-range`; part of the `--json` output. */
  readonly name: string;
  /** Path from the content folder, with forward slashes. */
  readonly file: string;
  /** 1-based line in the file. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units. */
  readonly column?: number;
  /** Field as the author wrote it, such as `authors[2].orcid`. */
  readonly field?: string;
  /** What is wrong with which value, and why it matters. */
  readonly message: string;
  /** What to write instead, with the author's own data repaired where that can be known. */
  readonly hint: string;
}

/** A fault in one value, without the file and field. */
export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly hint: string;
  readonly severity?: 'error' | 'warning';
  /** The value as it should be written, if it has only one meaning. */
  readonly repaired?: string;
}

/** Result of parsing one value: the value in its canonical form, or the fault. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const valid = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const invalid = (name: string, message: string, hint: string): Parsed<never> => ({
  ok: false,
  fault: { name, message, hint },
});

/** A value in a wrong form. `repaired` is the right form; if it is unknown, `hint` says what to write. */
export const malformed = (name: string, message: string, repaired: string | undefined, hint = ''): Parsed<never> =>
  repaired === undefined
    ? invalid(name, message, hint)
    : { ok: false, fault: { name, message, hint: `write ${repaired}`, repaired } };

/** Without those that say the same of the same file, of which the first is kept. */
export const distinctProblems = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(
    ({ file, message }, index) =>
      problems.findIndex((other) => other.file === file && other.message === message) === index,
  );

/** By file, position in the file, name and message: the same order on every machine. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.name, b.name) ||
    compareText(a.message, b.message)
  );
}

/** By UTF-16 code unit, never by the machine's locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
