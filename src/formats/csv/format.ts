import { formatWriter, type SpreadsheetFormat } from '../format.ts';
import { csvHead, toCsvRow } from './write-csv.ts';

export const csv: SpreadsheetFormat = {
  id: 'csv',
  label: 'CSV',
  spreadsheet: true,
  file: { extension: '.csv', mediaType: 'text/csv' },
  write: formatWriter({ record: toCsvRow, frame: () => ({ before: csvHead(), between: '', after: '' }) }),
};
