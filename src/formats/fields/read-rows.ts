import { CsvError, parse } from 'csv-parse/sync';
import type { ForeignProblem } from '../record/foreign-record.ts';
import type { SourceField } from '../record/mutable-record.ts';

/** A table whose first row has the names of the columns. */
export interface NamedRows {
  readonly columns: readonly string[];
  readonly rows: readonly NamedRow[];
  readonly problems: readonly ForeignProblem[];
}

/** One row below the names. Empty cells are no fields. */
export interface NamedRow {
  /** 1-based line of the source at which the row begins. */
  readonly line: number;
  readonly fields: readonly SourceField[];
}

/**
 * Reads a table of comma-separated values (RFC 4180), or of values that another sign separates. Spaces around names and values
 * are removed. A row with more values than there are columns is a problem, and is read as far as there are names. Cells
 * below a column without a name get the name of its place, such as `column 3`.
 */
export function readRows(text: string, delimiter: Delimiter = ','): NamedRows {
  const problems: ForeignProblem[] = [];
  const [head, ...body] = parseTable(text, delimiter, problems).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const columns = (head?.cells ?? []).map((name, index) => name.trim() || `column ${index + 1}`);
  const last = body.at(-1);
  if (last && last.cells.length < columns.length && !/[\r\n]$/.test(text))
    problems.push({
      severity: 'error',
      name: 'row-cut-off',
      line: last.line,
      message: `the file ends in the middle of the row that begins here: it has ${last.cells.length} values for ${columns.length} columns`,
      hint: 'export or download the file again',
    });
  const rows = body.flatMap(({ line, cells }) => {
    const extra = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
    if (extra.length > 0)
      problems.push({
        severity: 'error',
        name: 'row-too-long',
        line,
        message: `this row has ${cells.length} values, but the table has ${columns.length} columns, so values may be in the wrong column; these were not read: ${extra.join(', ').slice(0, 80)}`,
        hint: 'put values that contain the separator in double quotation marks, or export the table again',
      });
    const fields = columns.flatMap((name, index) => {
      const value = cells[index]?.trim() ?? '';
      return value === '' ? [] : [{ name, value, line }];
    });
    return [{ line, fields }];
  });
  return { columns, rows, problems };
}

export type Delimiter = ',' | ';' | '\t';

/** The names in the first line of a table, and the sign that separates them; undefined for a text that is no table. */
export function findColumns(
  text: string,
): { readonly columns: readonly string[]; readonly delimiter: Delimiter } | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(start.slice(0, longestHead))?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const delimiter = (['\t', ',', ';'] as const)
    .map((sign) => ({ sign, count: bare.split(sign).length }))
    .reduce((best, one) => (one.count > best.count ? one : best));
  if (delimiter.count < 2) return undefined;
  const columns = (parseTable(first, delimiter.sign, [])[0]?.cells ?? []).map((name) => name.trim());
  return columns.some((name) => name.length > longestName) ? undefined : { columns, delimiter: delimiter.sign };
}

const longestHead = 20_000;
const longestName = 80;

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a table, row by row. A table that cannot be read to its end is a problem. */
export function parseTable(text: string, delimiter: Delimiter, problems: ForeignProblem[]): readonly TableRow[] {
  const rows: TableRow[] = [];
  let next = 1;
  try {
    parse(text, {
      bom: true,
      delimiter,
      // Files that were joined have line breaks of several kinds.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Programs write quotation marks into cells that are not quoted. Tab-delimited files know no quotation.
      relax_quotes: true,
      ...(delimiter === '\t' ? { quote: false } : {}),
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ line: next, cells });
        next = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({
      severity: 'error',
      name: 'table-malformed',
      line: next,
      message: `the row that begins here cannot be read, nor can those after it: ${error.message.split('\n')[0] ?? ''}. ${Math.max(rows.length - 1, 0)} rows before it were read`,
      hint: 'close the quotation mark, or export the table again',
    });
  }
  return rows;
}
