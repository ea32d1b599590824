import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { readLines } from '../record/read-lines.ts';
import type { SourceField } from '../record/mutable-record.ts';
import { readWosRecord, type WosField } from './wos-record.ts';

/**
 * Parses the tagged format of Web of Science: a tag of two letters and a space. Continuation lines begin with three
 * spaces, `ER` ends a record and `EF` the file. https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html
 */
export function parseWos(text: string): ParsedRecords {
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  let fields: { name: string; line: number; lines: string[] }[] = [];
  const lines = readLines(text);
  let ended = false;
  const close = (): void => {
    if (fields.length > 0) records.push(readWosRecord(fields.map(whole)));
    fields = [];
  };
  for (const [index, line] of lines.entries()) {
    const [, tag, value = ''] = /^\uFEFF?([A-Z][A-Z0-9])(?: (.*))?$/.exec(line) ?? [];
    if (tag === 'ER') close();
    else if (tag === 'EF') ended = true;
    else if (tag === 'PT') {
      close();
      fields = [{ name: tag, line: index + 1, lines: [value.trim()] }];
    } else if (tag !== undefined && fields.length > 0)
      fields.push({ name: tag, line: index + 1, lines: [value.trim()] });
    else if (/^\s+\S/.test(line) && fields.length > 0) fields.at(-1)?.lines.push(line.trim());
    else if (line.trim() !== '' && tag !== 'FN' && tag !== 'VR')
      problems.push({
        severity: 'warning',
        name: 'text-between-records',
        line: index + 1,
        message: `this line belongs to no record: ${line.trim().slice(0, 80)}`,
        hint: 'a record begins with a line such as "PT J" and ends with "ER"',
      });
  }
  if (fields.length > 0 && !ended && lines.at(-1) !== '')
    problems.push({
      severity: 'error',
      name: 'record-cut-off',
      line: fields[0]?.line ?? 1,
      message: 'the file ends in the middle of this record, so parts of it may be missing; it was skipped',
      hint: 'export or download the file again',
    });
  else close();
  return { records, problems };
}

const whole = ({
  name,
  line,
  lines,
}: {
  name: string;
  line: number;
  lines: readonly string[];
}): WosField & SourceField => ({
  name,
  line,
  lines,
  value: lines.join(' ').trim(),
});
