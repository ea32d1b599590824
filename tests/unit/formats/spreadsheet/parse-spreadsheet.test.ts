import { describe, expect, it } from 'vitest';
import { parseSpreadsheet, proposeColumns } from '../../../../src/formats/spreadsheet/parse-spreadsheet.ts';
import { readSource } from '../../../../src/import/read/read-source.ts';

const table = [
  'Nr;Title of paper;Names;Year;Journal name;Our comment',
  '1;"Sleep; or rest";"Karimi, Sara; Müller, Jan";2024;Example Journal of Sleep;good',
  '',
  '2;Night shifts;S. Karimi, J. Müller;2023;Sample Letters;',
].join('\r\n');
const names = { title: 'title of paper', authors: ['Authors', 'Names'], published: 'Year', journal: 'Journal name' };

const read = (text: string, columns = {}) => {
  const found = readSource('list.csv', new TextEncoder().encode(text), columns);
  if (!('source' in found)) throw new Error('identifiers');
  return found;
};

describe('a spreadsheet of the office', () => {
  it('is read by the names of columns that the office has confirmed', () => {
    const { records, problems } = parseSpreadsheet(table, names);
    expect(problems).toEqual([]);
    expect(
      records.map(({ line, title, authors, published, container }) => [
        line,
        title,
        authors.map(({ name }) => name),
        published?.year,
        container,
      ]),
    ).toEqual([
      [2, 'Sleep; or rest', ['Karimi, Sara', 'Müller, Jan'], 2024, 'Example Journal of Sleep'],
      [4, 'Night shifts', ['S. Karimi', 'J. Müller'], 2023, 'Sample Letters'],
    ]);
  });

  it('reports columns that nobody has named', () => {
    expect(parseSpreadsheet(table, names).records[0]?.unplaced).toEqual([
      { name: 'nr', value: '1', line: 2, reason: 'no place' },
      { name: 'our comment', value: 'good', line: 2, reason: 'no place' },
    ]);
  });

  it('is refused with the lines for import.yaml until its columns are confirmed', () => {
    const { records, problems } = read(table);
    expect(records).toEqual([]);
    expect(problems.map(({ name }) => name)).toEqual(['unknown-columns']);
    expect(problems[0]?.hint).toContain(
      'columns:\n  title: "Title of paper"\n  published: "Year"\n  journal: "Journal name"',
    );
    expect(read(table, names).records).toHaveLength(2);
  });

  it('proposes columns with Persian names', () => {
    expect(proposeColumns(['ردیف', 'عنوان مقاله', 'نویسندگان', 'سال انتشار', 'نشریه', 'چکیده'])).toEqual({
      title: 'عنوان مقاله',
      authors: 'نویسندگان',
      published: 'سال انتشار',
      journal: 'نشریه',
      abstract: 'چکیده',
    });
  });

  it('names the line of a row with too many values, and of a quotation that is never closed', () => {
    const tooLong = parseSpreadsheet('Title,Year\nA,2020\nB,2021,C\n', { title: 'Title' });
    expect(tooLong.problems).toMatchObject([{ name: 'row-too-long', line: 3 }]);
    const open = parseSpreadsheet('Title,Year\nA,2020\n"B,2021\nC,2022\n', { title: 'Title' });
    expect([open.records.length, open.problems[0]?.name, open.problems[0]?.line]).toEqual([1, 'table-malformed', 3]);
  });
});
