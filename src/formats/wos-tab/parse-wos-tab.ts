import { splitList } from '../fields/field-readers.ts';
import { readRows } from '../fields/read-rows.ts';
import type { ParsedRecords } from '../record/foreign-record.ts';
import { readWosRecord, type WosField } from '../wos/wos-record.ts';

/** Parses the tab-delimited file of Web of Science: its tags in the first line, and a record in each of the others. */
export function parseWosTab(text: string): ParsedRecords {
  const { rows, problems } = readRows(text, '\t');
  return {
    records: rows.map(({ fields }) =>
      readWosRecord(fields.map((field): WosField => ({ ...field, lines: linesOf(field.name, field.value) }))),
    ),
    problems,
  };
}

/** The lines that the tagged format has for the items of a list. */
function linesOf(name: string, value: string): readonly string[] {
  // `[Karimi, Sara; Müller, Jan] Address; [Rahimi, Ali] Address`
  if (name === 'C1') return splitList(value, value.startsWith('[') ? /;\s*(?=\[)/ : /;\s*/);
  return name === 'BE' ? splitList(value, /;\s*/) : [value];
}
