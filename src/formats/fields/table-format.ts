import type { ImportedFormat } from '../format.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import type { MutableRecord, SourceField } from '../record/mutable-record.ts';
import { finishRecord, readFields, type FieldTable } from './read-fields.ts';
import { findColumns, readRows, type NamedRows } from './read-rows.ts';

/** How a service writes its tables. Names of columns are in lower case. */
export interface TableSource {
  readonly id: string;
  readonly label: string;
  /** Columns by which a table of the service is recognised among others. */
  readonly signature: readonly string[];
  readonly columns: FieldTable;
  /** Called for each record when its columns are read; the fields have their names in lower case. */
  readonly complete?: (record: MutableRecord, fields: readonly SourceField[]) => void;
  /** The type of a record whose words name none. */
  readonly otherwise?: ForeignRecord['type'];
}

/** The format of the tables of one service. */
export const tableFormat = (source: TableSource): ImportedFormat => ({
  id: source.id,
  label: source.label,
  recognise: (text) => {
    const columns = findColumns(text)?.columns.map((name) => name.toLowerCase()) ?? [];
    return source.signature.every((name) => columns.includes(name));
  },
  evidence: 'unique names',
  read: (text) => {
    const { rows, problems } = readRows(text, findColumns(text)?.delimiter);
    return { records: readTableRows(rows, source), problems };
  },
});

/** The records of rows whose columns are known. */
export const readTableRows = (
  rows: NamedRows['rows'],
  { columns, complete, otherwise }: Pick<TableSource, 'columns' | 'complete' | 'otherwise'>,
): readonly ForeignRecord[] =>
  rows.map(({ fields: written, line }) => {
    const fields = written.map((field) => ({ ...field, name: field.name.toLowerCase() }));
    const { record, kinds } = readFields(fields, columns, line);
    complete?.(record, fields);
    return finishRecord(
      record,
      kinds.flatMap((kind) => kind.split(/[;|]\s*/)),
      otherwise,
    );
  });
