import type { ImportedFormat } from '../format.ts';
import { addAbstract, addNames, addOpenAccess, addTrials, addWebAddress, splitList } from '../fields/field-readers.ts';
import type { FieldReader, FieldTable } from '../fields/read-fields.ts';
import { tableFormat } from '../fields/table-format.ts';
import { createAuthorFinder } from '../authors/find-author.ts';
import { markCorresponding } from '../authors/named-address.ts';
import { addAuthorAffiliation, reportUnplaced, setText } from '../record/mutable-record.ts';

/** `Karimi, Sara (Clinic, City; Institute, City); Müller, Jan (Institute, City)`. */
const addRawAffiliations: FieldReader = (record, field) => {
  const find = createAuthorFinder(record.authors);
  for (const item of splitList(field.value, /(?<=\));\s*/)) {
    const [, name = '', inside = ''] = /^([^(]+)\((.*)\)$/s.exec(item) ?? [];
    const author = name === '' ? undefined : find(name.trim());
    if (author === undefined) reportUnplaced(record, { ...field, value: item }, 'unreadable');
    else for (const address of splitList(inside, /;\s*/)) addAuthorAffiliation(record, author, address);
  }
};

/** `Karimi, Sara (Institute)`. */
const addCorresponding: FieldReader = (record, field) => {
  const find = createAuthorFinder(record.authors);
  for (const item of splitList(field.value, /(?<=\));\s*/)) {
    const author = find((item.split('(')[0] ?? '').trim());
    if (author === undefined) reportUnplaced(record, { ...field, value: item }, 'unreadable');
    else markCorresponding(record, author);
  }
};

/** The journal of an article, and the series of a chapter. */
const addSource: FieldReader = (record, field) =>
  setText(record, record.container === undefined ? 'container' : 'series', field);

const addFunders: FieldReader = (record, { value }) => {
  for (const funder of splitList(value, /;\s*/)) record.funding.push({ funder });
};

const columns: FieldTable = [
  ['authors', addNames('authors')],
  ['book editors', addNames('editors')],
  ['authors (raw affiliation)', addRawAffiliations],
  [['corresponding authors', 'corresponding author'], addCorresponding],
  ['title', 'title'],
  ['anthology title', 'container'],
  [['source title', 'source title/anthology title'], addSource],
  ['abstract', addAbstract],
  ['publication date', 'published'],
  [['publication date (print)', 'pubyear'], 'published'],
  ['publication date (online)', 'onlineDate'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['pagination', 'pageRange'],
  ['doi', 'doi'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['isbn', 'serial'],
  ['issn', 'serial'],
  ['publisher', 'publisher'],
  ['open access', addOpenAccess],
  [['publication type', 'document type'], 'kind'],
  ['funder', addFunders],
  ['clinical trial ids', addTrials()],
  ['source linkout', addWebAddress],
  [
    [
      'rank',
      'publication id',
      'authors affiliations',
      'research organizations - standardized',
      'grid ids',
      'city of research organization',
      'state of research organization',
      'country of research organization',
      'country of standardized research organization',
      'times cited',
      'recent citations',
      'rcr',
      'fcr',
      'altmetric',
      'dimensions url',
      'cited references',
      'citations',
    ],
    'database',
  ],
];

const table = tableFormat({
  id: 'dimensions',
  label: 'Dimensions CSV',
  signature: ['publication id', 'title', 'pubyear', 'dimensions url'],
  columns,
});

/** The line before the names of the columns: `"About the data: Exported on Mar 5, 2024. …"`, padded with commas. */
const heading = /^\uFEFF?"?About the data[^\r\n]*(?:\r\n|\r|\n)/;

/** Dimensions, “Export results” as CSV. */
export const dimensions: ImportedFormat = {
  ...table,
  recognise: (text) => table.recognise(text.replace(heading, '')),
  // An empty line instead, so that the numbers of lines stay.
  read: (text) => table.read(text.replace(heading, '\n')),
};
