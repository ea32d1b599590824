import { addAbstract, addKeywords, addNames, addTrials, addWebAddress } from '../fields/field-readers.ts';
import { finishRecord, readFields, type FieldReader, type FieldTable } from '../fields/read-fields.ts';
import { readTagged, type TaggedField } from '../fields/read-tagged.ts';
import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { reportUnplaced, setText } from '../record/mutable-record.ts';

/** Parses the plain text of the Cochrane Library: `Record #1 of 172`, then fields such as `TI: Title`. */
export function parseCochrane(text: string): ParsedRecords {
  const { records, problems } = readTagged(text, {
    field: /^([A-Z]{2}|DOI): ?(.*)$/,
    start: /^\uFEFF?Record #\d+ of \d+\s*$/,
    example: 'Record #1 of 172',
  });
  return { records: records.map(readRecord), problems };
}

function readRecord(fields: readonly TaggedField[]): ForeignRecord {
  const { record, kinds } = readFields(fields, table, fields[0]?.line ?? 1);
  if (record.container === 'Cochrane Database of Systematic Reviews')
    record.type = record.title?.startsWith('Protocol: ') ? 'protocol' : 'review';
  return finishRecord(
    record,
    kinds.flatMap((kind) => kind.split(/;\s*/)),
  );
}

/** `PUBMED 12345678`, or the numbers of other databases. */
const addDatabaseNumber: FieldReader = (record, field) => {
  const pmid = /^PUBMED (\d{1,8})$/.exec(field.value)?.[1];
  if (pmid === undefined) reportUnplaced(record, field, 'database');
  else setText(record, 'pmid', field, pmid);
};

const table: FieldTable = [
  ['AU', addNames('authors')],
  ['TI', 'title'],
  ['SO', 'container'],
  ['YR', 'published'],
  ['VL', 'volume'],
  ['NO', 'issue'],
  ['PG', 'pageRange'],
  ['PM', addDatabaseNumber],
  ['XR', addDatabaseNumber],
  ['PT', 'kind'],
  ['PB', 'publisher'],
  ['SN', 'serial'],
  ['KY', addKeywords(/;\s*/)],
  ['DOI', 'doi'],
  ['AB', addAbstract],
  ['US', addWebAddress],
  ['LA', 'language'],
  ['TR', addTrials()],
  // CN-01234567 in the register of trials, CD012345 of a review; CC is the group of authors that the register belongs to.
  [['ID', 'CC', 'DE'], 'database'],
];
