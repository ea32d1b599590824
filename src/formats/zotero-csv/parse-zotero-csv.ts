import type { ParsedRecords } from '../record/foreign-record.ts';
import { splitList } from '../fields/field-readers.ts';
import { readRows, type NamedRow } from '../fields/read-rows.ts';
import type { SourceField } from '../record/mutable-record.ts';
import { skippedItems } from '../zotero/parse-zotero-json.ts';
import { readZoteroItem, type ZoteroCreator } from '../zotero/zotero-item.ts';

/** Parses “Export library” of Zotero as CSV: a column for each field, kind of creator and kind of tag. */
export function parseZoteroCsv(text: string): ParsedRecords {
  const { rows, problems } = readRows(text);
  const items = rows.filter((row) => !/^(?:attachment|note|annotation)$/.test(valueOf(row, 'Item Type')));
  return {
    records: items.map((row) => {
      const creators: ZoteroCreator[] = [];
      const tags: string[] = [];
      const fields: SourceField[] = [];
      for (const field of row.fields) {
        const { name, value, line } = field;
        if (creatorColumns.has(name))
          for (const written of splitList(value, /;\s+/)) creators.push(readCreator(toFieldName(name), written));
        else if (/ Tags$/.test(name)) tags.push(...splitList(value, /;\s+/));
        else if (name !== 'Publication Year')
          fields.push({ name: toFieldName(name), value, ...(line ? { line } : {}) });
        else if (!valueOf(row, 'Date').includes(value)) fields.push({ ...field, name: 'date' });
      }
      return readZoteroItem({ itemType: valueOf(row, 'Item Type'), creators, tags, fields, nested: [] }, row.line);
    }),
    problems: [...problems, ...skippedItems(rows.length - items.length)],
  };
}

const valueOf = ({ fields }: NamedRow, column: string): string =>
  fields.find(({ name }) => name === column)?.value ?? '';

/** `Karimi, Sara`; a name without a comma was in one field. */
function readCreator(type: string, written: string): ZoteroCreator {
  const comma = written.indexOf(',');
  return comma < 0
    ? { type, family: '', given: '', group: written }
    : { type, family: written.slice(0, comma).trim(), given: written.slice(comma + 1).trim(), group: '' };
}

/** `Abstract Note` is `abstractNote`, and `DOI` is `DOI`. */
function toFieldName(column: string): string {
  if (column === 'Type') return 'thesisType';
  if (column === 'Version') return 'versionNumber';
  if (/ Attachments$/.test(column)) return 'attachments';
  const [first = '', ...rest] = column.split(' ');
  return (first === first.toUpperCase() ? first : first.toLowerCase()) + rest.join('');
}

const creatorColumns: ReadonlySet<string> = new Set([
  'Author',
  'Editor',
  'Series Editor',
  'Translator',
  'Contributor',
  'Attorney Agent',
  'Book Author',
  'Cast Member',
  'Commenter',
  'Composer',
  'Cosponsor',
  'Counsel',
  'Interviewer',
  'Producer',
  'Recipient',
  'Reviewed Author',
  'Scriptwriter',
  'Words By',
  'Guest',
]);
