import type { ForeignProblem, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { readNbibRecord } from './nbib-record.ts';
import { readLines } from '../record/read-lines.ts';
import type { SourceField } from '../record/mutable-record.ts';

/**
 * Parses the MEDLINE format of PubMed, in the current and older layouts: a tag of up to four letters, a hyphen, the
 * value. Lines that begin with spaces continue the value. An empty line, or the tag PMID, begins the next record.
 * https://www.nlm.nih.gov/bsd/mms/medlineelements.html
 */
export function parseNbib(text: string): ParsedRecords {
  const records: ForeignRecord[] = [];
  const problems: ForeignProblem[] = [];
  let fields: SourceField[] = [];
  const close = (): void => {
    if (fields.length > 0) records.push(readNbibRecord(fields));
    fields = [];
  };
  for (const [index, line] of readLines(text).entries()) {
    const [, tag, value = ''] = tagLine.exec(line) ?? [];
    const last = fields.at(-1);
    if (tag !== undefined) {
      if (tag === 'PMID' && fields.length > 0) close();
      fields.push({ name: tag, value: value.trim(), line: index + 1 });
    } else if (line.trim() === '') close();
    else if (last && /^\s/.test(line))
      // Not trimmed as a whole: that would copy the value for each line.
      fields[fields.length - 1] = {
        ...last,
        value: last.value === '' ? line.trim() : `${last.value} ${line.trim()}`,
      };
    else
      problems.push({
        severity: 'warning',
        name: 'unreadable-line',
        line: index + 1,
        message: `this line has no tag, and does not continue the line before: ${line.trim().slice(0, 80)}`,
        hint: 'compare it with the source; the line was skipped',
      });
  }
  close();
  return { records, problems };
}

/** `PMID- 1`, `TI  - …`; older files write `SO- …` and `PMID-1`. */
const tagLine = /^\uFEFF?([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/;
