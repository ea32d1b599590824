import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import type { DecodedEntry } from './bibtex-fields.ts';

/** Sets the number in arXiv or PubMed, which `eprinttype` or `archiveprefix` names. */
export function addEprints(record: MutableRecord, entry: DecodedEntry): void {
  const types = entry.fields.filter(({ name }) => name === 'eprinttype' || name === 'archiveprefix');
  const archive = types[0]?.value.toLowerCase();
  for (const field of entry.fields.filter(({ name }) => name === 'eprint')) {
    const value = field.source.replace(/^arXiv:\s*/i, '').trim();
    if (archive === 'pubmed') setText(record, 'pmid', field, value);
    else if (archive?.includes('arxiv') || /arxiv/i.test(field.source) || /^\d{4}\.\d{4,5}/.test(value))
      setText(record, 'arxiv', field, value);
    else reportUnplaced(record, field, 'no place');
  }
  for (const type of types) if (!/arxiv|^pubmed$/i.test(type.value)) reportUnplaced(record, type, 'no place');
}
