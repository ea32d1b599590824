import {
  addAbstract,
  addKeywords,
  addNames,
  addOpenAccess,
  addWebAddress,
  addWebAddresses,
  splitList,
  addFunding,
} from '../fields/field-readers.ts';
import type { FieldReader, FieldTable } from '../fields/read-fields.ts';
import { tableFormat } from '../fields/table-format.ts';
import { findLicense } from '../../domain/publication/license.ts';
import { reportUnplaced, setText } from '../record/mutable-record.ts';

/** `12345678; 23456789`. */
const addIssns: FieldReader = (record, field) => {
  for (const digits of splitList(field.value, /[;,]\s*/)) {
    const issn = digits.replace(/^(\d{4})(\d{3}[\dX])$/i, '$1-$2');
    setText(record, record.issn === undefined ? 'issn' : 'eissn', { ...field, value: issn });
  }
};

/** `cc-by`, without a version: content wants one. */
const addLicense: FieldReader = (record, field) => {
  const license = findLicense(field.value);
  if (license !== undefined) setText(record, 'license', field, license);
  else reportUnplaced(record, field, 'no place');
};

const columns: FieldTable = [
  ['author/s', addNames('authors')],
  ['title', 'title'],
  ['source title', 'container'],
  ['date published', 'published'],
  ['publication year', 'published'],
  ['volume', 'volume'],
  ['issue number', 'issue'],
  ['start page', 'firstPage'],
  ['end page', 'lastPage'],
  ['issns', addIssns],
  ['publisher', 'publisher'],
  ['abstract', addAbstract],
  ['keywords', addKeywords()],
  ['publication type', 'kind'],
  ['doi', 'doi'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['funding', addFunding],
  ['open access colour', addOpenAccess],
  ['open access license', addLicense],
  ['external url', addWebAddress],
  ['source urls', addWebAddresses()],
  [
    [
      'lens id',
      'source country',
      'microsoft academic id',
      'magid',
      'citing patents count',
      'references',
      'citing works count',
      'is open access',
      'date of retrieval',
    ],
    'database',
  ],
];

/** The Lens, “Export” of scholarly works as CSV. */
export const lens = tableFormat({
  id: 'lens',
  label: 'Lens CSV',
  signature: ['lens id', 'title', 'date published', 'author/s'],
  columns,
});
