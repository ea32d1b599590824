import type { ForeignProblem } from '../record/foreign-record.ts';
import type { SourceField } from '../record/mutable-record.ts';
import { readLines } from '../record/read-lines.ts';

/** How a format of lines with tags is written. */
export interface TaggedSyntax {
  /** A line with a field. The groups are the tag and the value. */
  readonly field: RegExp;
  /** A line that begins a record and holds nothing else. */
  readonly start?: RegExp;
  /** The tag of the first field of each record. */
  readonly firstTag?: string;
  /** A line that belongs to no record, such as the heading of the file. */
  readonly ignored?: RegExp;
  /** How a record begins, for people. */
  readonly example: string;
}

/** One field; `lines` are its lines as written, without spaces at the ends. */
export interface TaggedField extends SourceField {
  readonly line: number;
  readonly lines: readonly string[];
}

/** The fields of each record. A line without a tag continues the field before it. */
export function readTagged(
  text: string,
  { field, start, firstTag, ignored, example }: TaggedSyntax,
): { readonly records: readonly (readonly TaggedField[])[]; readonly problems: readonly ForeignProblem[] } {
  const records: TaggedField[][] = [];
  const problems: ForeignProblem[] = [];
  let open: { name: string; line: number; lines: string[] }[] = [];
  let begun = firstTag !== undefined;
  const close = (): void => {
    if (open.length > 0) records.push(open.map((one) => ({ ...one, value: one.lines.join(' ').trim() })));
    open = [];
  };
  for (const [index, line] of readLines(text).entries()) {
    const [, tag, value = ''] = field.exec(line) ?? [];
    if (start?.test(line)) {
      close();
      begun = true;
    } else if (tag !== undefined && begun && (open.length > 0 || firstTag === undefined || tag === firstTag)) {
      if (tag === firstTag) close();
      open.push({ name: tag, line: index + 1, lines: [value.trim()] });
    } else if (line.trim() === '' || ignored?.test(line)) continue;
    else if (open.length > 0) open.at(-1)?.lines.push(line.trim());
    else
      problems.push({
        severity: 'warning',
        name: 'text-between-records',
        line: index + 1,
        message: `this line belongs to no record: ${line.trim().slice(0, 80)}`,
        hint: `a record begins with a line such as "${example}"`,
      });
  }
  close();
  return { records, problems };
}
