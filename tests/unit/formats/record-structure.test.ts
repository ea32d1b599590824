import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { citedTitle } from '../../../src/formats/record/cited-publication.ts';
import { oneLine } from '../../../src/formats/record/one-line.ts';
import { hostileRecords } from './hostile-records.ts';
import { hostileText } from './hostile-text.ts';
import { makeCited, plainAbstract } from './make-cited.ts';
import { writerOf } from './write-format.ts';

const writeBibtex = writerOf('bibtex');
const writeCslJson = writerOf('csl-json');
const writeNbib = writerOf('nbib');
const writeRis = writerOf('ris');

/** BibTeX counts braces and has no escapes. */
function expectBibtexEntry(cited: CitedPublication): void {
  const entry = writeBibtex([cited]);
  const lines = entry.split('\n');
  expect(lines[0]).toMatch(/^@[a-z]+\{[A-Za-z0-9:_.+-]+,$/);
  expect(lines.slice(-2)).toEqual(['}', '']);
  for (const line of lines.slice(1, -2)) {
    expect(line).toMatch(/^ {2}[a-z]+ += (?:\{.*\}|[a-z]{3}),?$/);
    let depth = 0;
    const value = line.slice(line.indexOf('= ') + 2).replace(/,$/, '');
    const ends: number[] = [];
    for (const [position, sign] of [...value].entries()) {
      if (sign === '{') depth += 1;
      if (sign === '}') depth -= 1;
      if (value.startsWith('{') && depth <= 0) ends.push(position);
    }
    expect(depth).toBe(0);
    // The closing brace is the last character of the value.
    if (value.startsWith('{')) expect(ends).toEqual([[...value].length - 1]);
  }
}

function expectRisRecord(cited: CitedPublication): void {
  const record = writeRis([cited]);
  expect(record).toMatch(
    /^TY {2}- [A-Z]+\r\n(?:(?!TY|ER)[A-Z][A-Z0-9] {2}- [^\r\n\u0000-\u001f\u0085\u2028\u2029]+\r\n)+ER {2}- \r\n$/,
  );
  expect(risValues(record, 'TI')).toEqual([oneLine(citedTitle(cited.publication))].filter(Boolean));
}

function expectNbibRecord(cited: CitedPublication): void {
  const record = writeNbib([cited]);
  const lines = record.split('\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) expect(line).toMatch(/^(?:[A-Z]{2,4} {0,2}- | {6}).*$/u);
  for (const line of lines)
    if (line.includes(' ', 7)) expect(line.length <= 87 || !line.slice(6, 87).includes(' ')).toBe(true);
  expect(lines.filter((line) => line.startsWith('PMID'))).toHaveLength(1);
  expect(nbibValues(record, 'TI  ')).toEqual([oneLine(citedTitle(cited.publication))].filter(Boolean));
}

const risValues = (record: string, tag: string): readonly string[] =>
  record
    .split('\r\n')
    .filter((line) => line.startsWith(`${tag}  - `))
    .map((line) => line.slice(6));

const nbibValues = (record: string, tag: string): readonly string[] =>
  record
    .replace(/\n {6}/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith(`${tag}- `))
    .map((line) => line.slice(6));

describe('a hostile value', () => {
  it.each(hostileRecords)('cannot break BibTeX: %s', (_, cited) => expectBibtexEntry(cited));
  it.each(hostileRecords)('cannot break RIS: %s', (_, cited) => expectRisRecord(cited));
  it.each(hostileRecords)('cannot break NBIB: %s', (_, cited) => expectNbibRecord(cited));
  it.each(hostileRecords)('cannot break CSL-JSON: %s', (_, cited) => {
    expect(JSON.parse(writeCslJson([cited]))).toHaveLength(1);
  });
});

describe('any text', () => {
  const hostileCited = fc
    .record({
      title: hostileText,
      abstract: hostileText,
      keywords: fc.array(hostileText, { maxLength: 3 }),
      family: hostileText,
      given: hostileText,
      group: hostileText,
      journal: hostileText,
      volume: hostileText,
      doi: hostileText,
      url: hostileText,
      copyright: hostileText,
      tex: hostileText,
    })
    .map(({ title, abstract, keywords, family, given, group, journal, volume, doi, url, copyright, tex }) =>
      makeCited({
        title: [title, { tag: 'sup', children: [title] }, { tex, mathml: '' }],
        abstracts: [plainAbstract(abstract)],
        keywords,
        contributions: [{ name: { family, given } }, { name: { group } }],
        journal,
        volume,
        doi: doi.toWellFormed(),
        url,
        copyright,
      }),
    );

  it('is one record in every format', () => {
    fc.assert(
      fc.property(hostileCited, (cited) => {
        expectBibtexEntry(cited);
        expectRisRecord(cited);
        expectNbibRecord(cited);
      }),
      { numRuns: 500, seed: 2024 },
    );
  });

  it('is read unchanged from RIS, NBIB and CSL-JSON, on one line', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, abstract) => {
        const cited = makeCited({ title: [title], abstracts: [plainAbstract(abstract)] });
        const text = oneLine(
          abstract
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
            .join(' '),
        );
        expect(risValues(writeRis([cited]), 'AB')).toEqual([text].filter(Boolean));
        expect(nbibValues(writeNbib([cited]), 'AB  ')).toEqual([text].filter(Boolean));
        expect(JSON.parse(writeCslJson([cited]))[0].title).toBe(title);
      }),
      { numRuns: 500, seed: 2024 },
    );
  });
});
