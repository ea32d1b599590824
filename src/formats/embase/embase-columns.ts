import {
  addAbstract,
  addKeywords,
  addNames,
  addOtherTitle,
  addTrials,
  addWebAddress,
  splitList,
} from '../fields/field-readers.ts';
import type { FieldReader, FieldTable } from '../fields/read-fields.ts';
import { addOvidAddress } from '../ovid-tagged/ovid-addresses.ts';
import { createAuthorFinder } from '../authors/find-author.ts';
import { addAffiliation, type MutableRecord, type SourceField } from '../record/mutable-record.ts';
import { reportRepeated } from '../fields/report-repeated.ts';

/** `Karimi S., Müller J.`, or in cells of their own. */
const splitNames: FieldReader = (record, field) =>
  addNames('authors', field.value.includes(';') ? /;\s*/ : /,\s*/)(record, field);

/** Adds addresses; `(Karimi S., Müller J.) Address` names its authors. */
const addAuthorAddresses: FieldReader = (record, { value }) => {
  const find = createAuthorFinder(record.authors);
  for (const item of splitList(value, /;\s*/))
    if (item.startsWith('(')) addOvidAddress(record, item, find);
    else addAffiliation(record, item.replace(/\.$/, ''));
};

/** `Example Journal (2024) 12:3 (101-110)` repeats other columns. */
export function completeEmbase(record: MutableRecord, fields: readonly SourceField[]): void {
  for (const field of fields) if (field.name === 'source') reportRepeated(record, field, fields);
}

/** Columns of Embase.com, in lower case. */
export const embaseColumns: FieldTable = [
  ['author names', splitNames],
  [['editors', 'conference editors'], addNames('editors')],
  ['author addresses', addAuthorAddresses],
  ['title', 'title'],
  ['original non-english title', addOtherTitle],
  ['source title', 'container'],
  ['source', () => undefined],
  ['publication year', 'published'],
  ['source publication date', 'published'],
  ['date of publication', 'published'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['first page', 'firstPage'],
  ['last page', 'lastPage'],
  ['publication type', 'kind'],
  ['issn', 'serial'],
  ['isbn', 'serial'],
  ['book publisher', 'publisher'],
  ['conference name', 'eventName'],
  ['conference location', 'eventPlace'],
  ['abstract', addAbstract],
  ['author keywords', addKeywords(/[;,]\s*/)],
  ['clinical trial numbers', addTrials()],
  ['article language', 'language'],
  ['doi', 'doi'],
  [['medline pmid', 'pmid'], 'pmid'],
  ['copyright', 'copyright'],
  ['full text link', addWebAddress],
  [
    [
      'embase accession id',
      'pui',
      'embase link',
      'open url link',
      'summary language',
      'aip/ip entry date',
      'full record entry date',
      'embase classification',
      'coden',
    ],
    'database',
  ],
];
