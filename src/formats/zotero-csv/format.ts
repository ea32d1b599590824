import type { ImportedFormat } from '../format.ts';
import { findColumns } from '../fields/read-rows.ts';
import { parseZoteroCsv } from './parse-zotero-csv.ts';

export const zoteroCsv: ImportedFormat = {
  id: 'zotero-csv',
  label: 'Zotero CSV',
  recognise: (text) => {
    const columns = findColumns(text)?.columns ?? [];
    return ['Item Type', 'Publication Year', 'Abstract Note', 'Manual Tags'].every((name) => columns.includes(name));
  },
  evidence: 'unique names',
  read: parseZoteroCsv,
};
