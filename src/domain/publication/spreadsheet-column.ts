/** What a column of an office's own spreadsheet can hold, in the order in which it is read: authors before their addresses. */
export const spreadsheetColumns = [
  'authors',
  'editors',
  'affiliations',
  'title',
  'type',
  'published',
  'journal',
  'volume',
  'issue',
  'pages',
  'publisher',
  'place',
  'doi',
  'pmid',
  'pmcid',
  'issn',
  'isbn',
  'url',
  'language',
  'keywords',
  'abstract',
  'funding',
] as const;

export type SpreadsheetColumn = (typeof spreadsheetColumns)[number];

/** Names of columns by what they hold. Of several names the first that the table has is used. */
export type ColumnNames = Readonly<Partial<Record<SpreadsheetColumn, string | readonly string[] | undefined>>>;
