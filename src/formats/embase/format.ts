import type { ImportedFormat } from '../format.ts';
import { readTableRows, tableFormat } from '../fields/table-format.ts';
import { embaseColumns, completeEmbase } from './embase-columns.ts';
import { isVerticalTable, readVerticalRows } from './vertical-rows.ts';

const source = {
  id: 'embase',
  label: 'Embase CSV',
  signature: ['title', 'author names', 'embase accession id'],
  columns: embaseColumns,
  complete: completeEmbase,
};
const horizontal = tableFormat(source);

/** Embase.com, “CSV”: “Fields by columns”, or “Fields by row”. */
export const embase: ImportedFormat = {
  ...horizontal,
  recognise: (text) => horizontal.recognise(text) || isVerticalTable(text),
  read(text) {
    if (!isVerticalTable(text)) return horizontal.read(text);
    const { rows, problems } = readVerticalRows(text);
    return { records: readTableRows(rows, source), problems };
  },
};
