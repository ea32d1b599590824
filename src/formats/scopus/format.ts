import { addAbstract, addKeywords, addNames, addOpenAccess, addWebAddress } from '../fields/field-readers.ts';
import type { FieldTable } from '../fields/read-fields.ts';
import { tableFormat } from '../fields/table-format.ts';
import { addScopusAddresses } from './scopus-addresses.ts';
import { addScopusFunding } from './scopus-funding.ts';
import { addScopusNames } from './scopus-names.ts';
import { setScopusEventDate } from './scopus-note.ts';

/** In the sources that Scopus takes the text from, `[No abstract available]` is a placeholder. */
const columns: FieldTable = [
  [['author full names', 'authors', 'author(s) id'], () => undefined],
  ['editors', addNames('editors')],
  ['title', 'title'],
  ['source title', 'container'],
  ['abbreviated source title', 'abbreviation'],
  ['year', 'published'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['art. no.', 'articleNumber'],
  ['page start', 'firstPage'],
  ['page end', 'lastPage'],
  ['doi', 'doi'],
  ['pubmed id', 'pmid'],
  ['issn', 'serial'],
  ['isbn', 'serial'],
  ['publisher', 'publisher'],
  ['conference name', 'eventName'],
  ['conference location', 'eventPlace'],
  ['abstract', addAbstract],
  ['author keywords', addKeywords()],
  ['language of original document', 'language'],
  ['document type', 'kind'],
  ['funding details', addScopusFunding],
  ['open access', addOpenAccess],
  ['link', addWebAddress],
  [['authors with affiliations', 'affiliations', 'correspondence address'], () => undefined],
  [
    ['page count', 'cited by', 'references', 'eid', 'source', 'publication stage', 'coden', 'conference code'],
    'database',
  ],
];

/** Scopus, “CSV”. */
export const scopus = tableFormat({
  id: 'scopus',
  label: 'Scopus CSV',
  signature: ['authors', 'title', 'source title', 'eid'],
  columns,
  complete(record, fields) {
    addScopusNames(record, fields);
    addScopusAddresses(record, fields);
    for (const field of fields) if (field.name === 'conference date') setScopusEventDate(record, field);
  },
});
