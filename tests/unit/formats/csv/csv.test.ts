import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { writtenFormats } from '../../../../src/formats/written-formats.ts';
import type { CitedPublication } from '../../../../src/formats/record/cited-publication.ts';
import { hostileRecords } from '../hostile-records.ts';
import { hostileText } from '../hostile-text.ts';
import { makeCited } from '../make-cited.ts';

const csv = writtenFormats.find(({ id }) => id === 'csv')!;
const rowsOf = (...cited: readonly CitedPublication[]): string[][] => readCsv(csv.write.file(cited));

describe('CSV', () => {
  it('begins with a byte order mark and a header line', () => {
    expect(csv.write.file([]).startsWith('\ufeffid,type,title,')).toBe(true);
    expect(rowsOf(makeCited())).toHaveLength(2);
  });

  it.each(['=1+2', '+1', '-2', '@SUM(A1)', '＝1', '\t=1', '\r=1', '  =1', '=HYPERLINK("http://example.org","x")'])(
    'runs no formula: %s',
    (title) => {
      const [head, row] = rowsOf(makeCited({ title: [title], citekey: title, journal: title, keywords: [title] }));
      for (const value of row!) expect(value).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
      expect(row![head!.indexOf('title')]).toBe(`'${title.trim()}`);
    },
  );

  it.each(hostileRecords)('has one line with as many fields as the header: %s', (_, cited) => {
    const [head, ...rows] = rowsOf(cited, cited);
    expect(rows.map((row) => row.length)).toEqual([head!.length, head!.length]);
  });

  it('returns any text unchanged', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const title = `T ${text
          .toWellFormed()
          .replace(/[\0-\x20\x7f-\x9f\u2028\u2029]+/g, ' ')
          .trim()}`.trim();
        const [head, row] = rowsOf(makeCited({ title: [title] }));
        expect(row![head!.indexOf('title')]).toBe(title);
      }),
      { numRuns: 300, seed: 2024 },
    );
  });
});

/** Parses RFC 4180, character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let value = '';
  let quoted = false;
  const source = text.replace(/^\ufeff/, '');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]!;
    if (quoted && sign === '"' && source[at + 1] === '"') value += source[(at += 1)]!;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || source.startsWith('\r\n', at))) {
      rows.at(-1)!.push(value);
      value = '';
      if (sign === '\r') {
        at += 1;
        rows.push([]);
      }
    } else value += sign;
  }
  expect([quoted, value, rows.pop()]).toEqual([false, '', []]);
  return rows;
}
