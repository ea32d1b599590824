import { reportUnplaced, setText, type MutableRecord, type SourceField } from '../record/mutable-record.ts';
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
    else addEprintAddress(record, { ...field, value });
  }
  for (const type of types) if (!/arxiv|^pubmed$/i.test(type.value)) reportUnplaced(record, type, 'no place');
}

/** Publishers write the address of the PDF, or of the DOI, where BibTeX has the number in an archive. */
export function addEprintAddress(record: MutableRecord, field: SourceField): void {
  const url = field.value.replace(/\\([_%&#~])/g, '$1');
  if (!/^https?:\/\/\S+$/i.test(url)) reportUnplaced(record, field, 'no place');
  else record.links.push({ ...(isPdf.test(url) ? { rel: 'pdf' as const } : {}), url });
}

const isPdf = /\.pdf(?:[?#]|$)|\/e?pdf(?:direct)?\//i;
