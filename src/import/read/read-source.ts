import { decodeText } from './decode-text.ts';
import { findColumns } from '../../formats/fields/read-rows.ts';
import { matchesColumns, parseSpreadsheet, proposeColumns } from '../../formats/spreadsheet/parse-spreadsheet.ts';
import { importFormats, recogniseFormat } from '../../formats/table.ts';
import type { FormatReader } from '../../formats/format.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import type { ImportSource } from '../import-publications.ts';
import type { ColumnNames } from '../../domain/publication/spreadsheet-column.ts';
import { findDocument } from './office-document.ts';
import type { SourceQuery } from '../../domain/identifiers/source-query.ts';
import { readIdentifierList } from '../fetch/requested-identifiers.ts';

/**
 * Reads the records of a file, or the identifiers and searches that it lists. `columnNames` say what the columns of the office's own
 * spreadsheets hold.
 */
export function readSource(
  source: string,
  bytes: Uint8Array,
  columnNames: ColumnNames = {},
): ImportSource | readonly SourceQuery[] {
  const refuse = (name: string, message: string, hint: string): ImportSource => ({
    source,
    records: [],
    problems: [{ severity: 'error', name, message, hint }],
  });
  if (bytes.length > maxFileSize)
    return refuse(
      'file-too-large',
      `the file has ${Math.round(bytes.length / 1e6)} MB, but at most ${maxFileSize / 1e6} MB can be read at once`,
      'export fewer records into each file',
    );
  const document = findDocument(bytes);
  if (document) return { source, records: [], problems: [{ severity: 'error', ...document }] };
  const decoded = decodeText(bytes);
  if (!decoded)
    return refuse(
      'not-text',
      'the file is not text, so it is not a bibliography',
      'export the records as RIS, BibTeX or PubMed format',
    );
  if (decoded.text.trim() === '') return refuse('file-empty', 'the file is empty', 'export the records again');
  const identifiers = readIdentifierList(decoded.text);
  if (identifiers) return identifiers;
  const format = recogniseFormat(decoded.text) ?? spreadsheet(decoded.text, columnNames);
  const unknown = format ? undefined : unknownColumns(decoded.text);
  if (unknown) return refuse('unknown-columns', unknown.message, unknown.hint);
  if (!format)
    return refuse(
      'unknown-format',
      `the file is not in a known format; it begins with "${decoded.text.trim().slice(0, 40).replace(/\s+/g, ' ')}"`,
      `${importFormats.map(({ label }) => label).join(', ')} can be read; the name of the file does not matter`,
    );
  const { records, problems } = format.read(decoded.text);
  const notes: ForeignProblem[] = [];
  if (decoded.guessed && records.length > 0)
    notes.push({
      severity: 'warning',
      name: 'encoding-guessed',
      message: `the file does not name its encoding, and is not UTF-8; it was read as ${decoded.encoding}`,
      hint: 'look at names with accents; if they are wrong, export the records again in UTF-8',
    });
  if (decoded.text.includes('\uFFFD'))
    notes.push({
      severity: 'error',
      name: 'letters-lost',
      line: decoded.text.slice(0, decoded.text.indexOf('\uFFFD')).split(/\r\n|\r|\n/).length,
      message: 'letters are already lost in the file: it has the character � in their place',
      hint: 'export the records again in UTF-8',
    });
  if (
    format.endsWithLineBreak &&
    records.length > 0 &&
    !/[\r\n]/.test(decoded.text.slice(decoded.text.trimEnd().length))
  )
    notes.push({
      severity: 'warning',
      name: 'maybe-cut-off',
      line: records.at(-1)?.line ?? 1,
      message: 'the file ends in the middle of a line, so parts of its last record, which begins here, may be missing',
      hint: 'compare this record with the source; export or download the file again if anything is missing',
    });
  if (records.length === 0 && !problems.some(({ severity }) => severity === 'error'))
    notes.push({
      severity: 'error',
      name: 'no-records',
      message: `the file looks like ${format.label}, but has no record`,
      hint: 'export the records again',
    });
  return { source, format: format.label, encoding: decoded.encoding, records, problems: [...notes, ...problems] };
}

/** In bytes. 100 MB are about 50,000 records with abstracts. */
export const maxFileSize = 100_000_000;

/** The reader of a table whose columns the office has named. */
function spreadsheet(
  text: string,
  names: ColumnNames,
): (Pick<FormatReader, 'read' | 'endsWithLineBreak'> & { readonly label: string }) | undefined {
  const found = findColumns(text);
  if (!found || !matchesColumns(found.columns, names)) return undefined;
  return { label: 'spreadsheet', read: (whole: string) => parseSpreadsheet(whole, names) };
}

/** What the office writes into `import.yaml` for its table; undefined for a text that is no table of publications. */
function unknownColumns(text: string): { readonly message: string; readonly hint: string } | undefined {
  const columns = findColumns(text)?.columns.filter((name) => name !== '') ?? [];
  const proposed = Object.entries(proposeColumns(columns));
  if (!proposed.some(([held]) => held === 'title') && proposed.length < 2) return undefined;
  const lines = (proposed.some(([held]) => held === 'title') ? proposed : [['title', '…'] as const, ...proposed]).map(
    ([held, name]) => `  ${held}: ${JSON.stringify(name)}`,
  );
  return {
    message: `the file is a table, and import.yaml does not say what its columns hold: ${columns.map((name) => `"${name}"`).join(', ')}`,
    hint: `write into content/import.yaml, with what you see to be right, and import the file again:\ncolumns:\n${lines.join('\n')}`,
  };
}
