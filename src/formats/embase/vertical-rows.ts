import { parseTable, type NamedRows } from '../fields/read-rows.ts';
import type { ForeignProblem } from '../record/foreign-record.ts';

/** True for a table in which each line is a field: `"TITLE","Sleep in nurses"`. */
export const isVerticalTable = (text: string): boolean =>
  /^\uFEFF?\s*"?TITLE"?,/.test(text) && /^"?(?:AUTHOR NAMES|EMBASE ACCESSION ID|PUI)"?,/m.test(text);

/** A record begins with its title. The values of a list are in cells of their own. */
export function readVerticalRows(text: string): Pick<NamedRows, 'rows' | 'problems'> {
  const problems: ForeignProblem[] = [];
  const rows: { line: number; fields: { name: string; value: string; line: number }[] }[] = [];
  for (const { line, cells } of parseTable(text, ',', problems)) {
    const [name = '', ...values] = cells.map((cell) => cell.trim());
    if (name === '') continue;
    if (name === 'TITLE' || rows.length === 0) rows.push({ line, fields: [] });
    const value = values.filter(Boolean).join('; ');
    if (value !== '') rows.at(-1)?.fields.push({ name, value, line });
  }
  return { rows, problems };
}
