import { addNames } from '../fields/field-readers.ts';
import type { FieldTable } from '../fields/read-fields.ts';
import { tableFormat } from '../fields/table-format.ts';
import { withoutTitlePeriod } from '../nbib/medline-text.ts';
import { addPubmedCitation } from './pubmed-citation.ts';

const columns: FieldTable = [
  // `Karimi S, Müller J; Example Study Group.`
  [
    'authors',
    (record, field) => addNames('authors', /[,;]\s*/)(record, { ...field, value: field.value.replace(/\.$/, '') }),
  ],
  ['title', (record, { value }) => (record.title = withoutTitlePeriod(value))],
  ['journal/book', 'container'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['doi', 'doi'],
  // The citation has the date of publication, and repeats the first author.
  [['citation', 'publication year', 'first author'], () => undefined],
  [['create date', 'nihms id'], 'database'],
];

/** PubMed, “Save” as CSV. */
export const pubmedCsv = tableFormat({
  id: 'pubmed-csv',
  label: 'PubMed CSV',
  signature: ['pmid', 'title', 'authors', 'citation', 'journal/book', 'publication year'],
  columns,
  complete: addPubmedCitation,
});
