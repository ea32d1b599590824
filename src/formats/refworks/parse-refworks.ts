import type { PublicationType } from '../../domain/publication/publication-type.ts';
import {
  addAbstract,
  addAccessed,
  addAddresses,
  addKeywords,
  addNames,
  addWebAddress,
} from '../fields/field-readers.ts';
import { finishRecord, readFields, type FieldReader, type FieldTable } from '../fields/read-fields.ts';
import { readTagged, type TaggedField } from '../fields/read-tagged.ts';
import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { reportUnplaced, setText } from '../record/mutable-record.ts';

/**
 * Parses the tagged format of RefWorks: two letters or digits, a space and the value.
 * https://knowledge.exlibrisgroup.com/RefWorks/Legacy_RefWorks/05Managing_References/020RefWorks_Tagged_Format
 */
export function parseRefworks(text: string): ParsedRecords {
  const { records, problems } = readTagged(text, {
    field: /^\uFEFF?([A-Z][A-Z0-9]|U1[0-5]|PMID|PMCID)(?: (.*))?$/,
    firstTag: 'RT',
    ignored: /^\uFEFF?<RefWorks|^ER\b/i,
    example: 'RT Journal Article',
  });
  return { records: records.map(readRecord), problems };
}

function readRecord(fields: readonly TaggedField[]): ForeignRecord {
  const kind = fields.find(({ name }) => name === 'RT')?.value ?? '';
  const type = types.get(kind.toLowerCase());
  const { record } = readFields(fields, tableOf(type), fields[0]?.line ?? 1);
  record.kind = kind;
  if (type !== undefined) record.type = type;
  const words = fields.filter(({ name }) => name === 'RT' && type === undefined).map(({ value }) => value);
  return finishRecord(record, words, record.issn === undefined ? 'report' : 'article');
}

/** Where the tags go depends on the type, as in other formats of reference managers. */
const tableOf = (type: PublicationType | undefined): FieldTable => [
  ['RT', () => undefined],
  ['T1', 'title'],
  ['A1', addNames('authors')],
  // The advisor of a thesis, and else an editor.
  ['A2', addNames(type === 'thesis' ? 'advisors' : 'editors')],
  ['A3', addNames('seriesEditors')],
  ['A5', addNames('translators')],
  ['AD', addAddresses()],
  ['JF', type === 'book' ? 'series' : 'container'],
  ['JO', 'abbreviation'],
  ['T2', type === 'book' ? 'series' : type === 'article' ? addSecondTitle : 'container'],
  ['T3', 'series'],
  ['WT', 'container'],
  ['VO', 'volume'],
  ['IS', type === 'report' || type === 'patent' ? 'number' : 'issue'],
  ['SP', 'firstPage'],
  ['OP', 'lastPage'],
  ['ED', type === 'software' ? 'version' : 'edition'],
  ['PB', 'publisher'],
  ['PP', 'place'],
  ['SN', 'serial'],
  [['YR', 'FD'], 'published'],
  ['WP', 'onlineDate'],
  ['RD', addAccessed],
  ['K1', addKeywords(/;\s*/)],
  ['AB', addAbstract],
  ['LA', 'language'],
  ['OT', 'originalTitle'],
  ['DO', 'doi'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid'],
  ['AN', addNumber],
  [['UL', 'LK'], addWebAddress],
  ['NO', 'note'],
  [['SR', 'ID', 'SF', 'DB', 'DS', 'CN', 'CL', 'SL', 'LL', 'CR', 'AV', 'OL', 'IP'], 'database'],
];

/** The accession number: from PubMed it is the PMID. */
function addNumber(...[record, field]: Parameters<FieldReader>): void {
  const pmid = /^PMID:? ?(\d{1,8})$/i.exec(field.value)?.[1];
  if (pmid === undefined) reportUnplaced(record, field, 'database');
  else setText(record, 'pmid', field, pmid);
}

/** An article needs no second title, unless its journal is not named elsewhere. */
function addSecondTitle(...[record, field]: Parameters<FieldReader>): void {
  if (record.container === undefined) setText(record, 'container', field);
  else if (record.container !== field.value) reportUnplaced(record, field, 'no place');
}

/** Reference types of RefWorks, in lower case. Others are found by their words. */
const types: ReadonlyMap<string, PublicationType> = new Map<string, PublicationType>([
  ['journal article', 'article'],
  ['journal', 'article'],
  ['journal, electronic', 'article'],
  ['magazine article', 'article'],
  ['newspaper article', 'article'],
  ['abstract', 'poster'],
  ['book, whole', 'book'],
  ['book, edited', 'book'],
  ['monograph', 'book'],
  ['book, section', 'chapter'],
  ['conference proceeding', 'conference-paper'],
  ['conference proceedings', 'conference-paper'],
  ['dissertation/thesis', 'thesis'],
  ['dissertation/thesis, unpublished', 'thesis'],
  ['dissertation', 'thesis'],
  ['computer program', 'software'],
  ['patent', 'patent'],
  ['report', 'report'],
  ['generic', 'report'],
  ['grant', 'report'],
  ['unpublished material', 'preprint'],
  ['web page', 'media'],
  ['video/dvd', 'media'],
  ['video/ dvd', 'media'],
  ['motion picture', 'media'],
  ['sound recording', 'media'],
  ['artwork', 'media'],
  ['map', 'media'],
  ['music score', 'media'],
  ['online discussion forum/blogs', 'media'],
  ['personal communication', 'letter'],
]);
