import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readInputs } from '../../../src/commands/read-inputs.ts';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/import/read/decode-text.ts';
import type { ImportSource } from '../../../src/import/import-publications.ts';
import { readSource } from '../../../src/import/read/read-source.ts';
import { readZip } from '../../../src/import/read/read-zip.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ris = 'TY  - JOUR\nTI  - Été à Köln\nAU  - Müller, J.\nPY  - 2020\nER  - \n';

function read(bytes: Uint8Array | string): ImportSource {
  const found = readSource('file', typeof bytes === 'string' ? utf8(bytes) : bytes);
  if (!('source' in found)) throw new Error('identifiers');
  return found;
}
const names = ({ problems }: ImportSource): readonly string[] => problems.map(({ name }) => name);
const titles = ({ records }: ImportSource): readonly (string | undefined)[] => records.map(({ title }) => title);

describe('a file with an error', () => {
  it.each([
    ['empty', '', 'file-empty'],
    ['nothing but spaces', ' \r\n\t ', 'file-empty'],
    ['binary', new Uint8Array([1, 0, 2, 0, 0, 9, 200, 0]), 'not-text'],
    ['a letter to the editor', 'Dear editor,\nplease find enclosed our paper @ last.', 'unknown-format'],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'unknown-format'],
    ['a table of publications', 'title,year\nA,2020', 'unknown-columns'],
    ['a table of something else', 'room,floor\nA,2', 'unknown-format'],
    ['a PDF', utf8('%PDF-1.7\nTI  - One'), 'document'],
    ['a Word document of old', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'document'],
    ['a Word document as RTF', '{\\rtf1\\ansi TY  - JOUR}', 'document'],
    ['JSON of something else', '{"name":"colophon","version":"1"}', 'unknown-format'],
    ['half a JSON', '[{"type":"article-journal","title":"A","id":"a"},{"type":"art', 'json-malformed'],
  ])('is refused: %s', (_, bytes, name) => {
    const found = read(bytes);
    expect([found.records, names(found)]).toEqual([[], [name]]);
    expect(found.problems[0]).toMatchObject({ severity: 'error' });
  });

  it.each([
    ['NBIB', 'PMID- 1\nTI  - One\n\nPMID- 2\nTI  - Tw', 4],
    ['ENW', '%0 Book\n%T One\n\n%0 Book\n%T Tw', 4],
    [
      'RefWorks',
      'RT Journal Article\nSR Print(0)\nID 1\nA1 Karimi,S.\nT1 One\nJF J\nYR 2020\n\nRT Journal Article\nSR Print(0)\nID 2\nT1 Tw',
      9,
    ],
  ])('is read as far as it goes, and may be cut off where its last line has no end: %s', (format, text, line) => {
    const found = read(text);
    expect([found.format, found.records.length]).toEqual([format, 2]);
    expect(found.problems).toMatchObject([{ severity: 'warning', name: 'maybe-cut-off', line }]);
    expect(names(read(`${text}\n`))).toEqual([]);
  });

  it('is a table that ends in the middle of a row', () => {
    const table =
      'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n1,One,A B,x,A B,J,2020,x,,,10.5555/1\n2,Two,A';
    const found = read(table);
    expect([found.format, titles(found)]).toEqual(['PubMed CSV', ['One', 'Two']]);
    expect(found.problems).toMatchObject([{ severity: 'error', name: 'row-cut-off', line: 3 }]);
  });

  it('has line breaks of several kinds, and all rows are read, with their lines', () => {
    const found = read(
      'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\r\n1,One,A B,x,A B,J,2020,x,,,10.5555/1\n2,Two,A B,x,A B,J,2020,x,,,10.5555/2\r3,Three,A B,x,A B,J,2020,x,,,10.5555/3\r\n',
    );
    expect(titles(found)).toEqual(['One', 'Two', 'Three']);
    expect(found.records.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it('is recognised by its content, not by its name', () => {
    expect(
      [ris, '@article{a, title={T}}', 'PMID- 1\nTI  - T', '%0 Book\n%T T', '[{"type":"book","title":"T"}]'].map(
        (text) => read(text).format,
      ),
    ).toEqual(['RIS', 'BibTeX', 'NBIB', 'ENW', 'CSL-JSON']);
  });

  it.each([
    ['UTF-8', utf8(ris)],
    ['UTF-8 with a mark', utf8(`\uFEFF${ris}`)],
    ['UTF-16 little-endian', utf16(`\uFEFF${ris}`, true)],
    ['UTF-16 big-endian', utf16(`\uFEFF${ris}`, false)],
    ['UTF-16 big-endian without a mark', utf16(ris, false)],
    ['UTF-16 little-endian without a mark', utf16(ris, true)],
    ['windows-1252', Uint8Array.from(ris, (sign) => sign.charCodeAt(0))],
    ['CR', utf8(ris.replaceAll('\n', '\r'))],
    ['CRLF', utf8(ris.replaceAll('\n', '\r\n'))],
  ])('loses no letter in %s', (_, bytes) => {
    expect(titles(read(bytes))).toEqual(['Été à Köln']);
  });

  it('reports a guessed encoding, and lost letters', () => {
    expect(names(read(Uint8Array.from(ris, (sign) => sign.charCodeAt(0))))).toEqual(['encoding-guessed']);
    expect(names(read(ris.replace('É', '\uFFFD')))).toEqual(['letters-lost']);
  });

  const persian = ris.replace('Été à Köln', 'خواب و بیداری پرستاران در بیمارستان‌های تهران');
  const letters = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  it.each([
    [
      'windows-1256',
      Uint8Array.from(persian.replaceAll('ی', 'ي'), (sign) => letters.indexOf(sign)),
      ['encoding-guessed'],
    ],
    ['UTF-16 without a mark', utf16(persian, true), []],
    ['UTF-16 without a mark, the other way round', utf16(persian, false), []],
  ])('reads Persian in %s', (_, bytes, problems) => {
    const source = read(bytes);
    expect(titles(source).map((title) => title?.replaceAll('ي', 'ی'))).toEqual([
      'خواب و بیداری پرستاران در بیمارستان‌های تهران',
    ]);
    expect(names(source)).toEqual(problems);
  });

  it('reads files of several encodings that were joined, and the marks between them', () => {
    const joined = [utf8(ris), utf8(`\uFEFF${ris}`), Uint8Array.from(ris, (sign) => sign.charCodeAt(0)), utf8(ris)];
    const source = read(Uint8Array.from(joined.flatMap((part) => [...part])));
    expect(titles(source)).toEqual(Array.from({ length: 4 }, () => 'Été à Köln'));
    expect(names(source)).toEqual(['encoding-guessed']);
  });

  it('reads GBK', () => {
    expect(
      decodeText(new Uint8Array([0x40, 0x61, 0x7b, 0xd6, 0xd0, 0xce, 0xc4, 0xd1, 0xd0, 0xbe, 0xbf, 0x7d])),
    ).toMatchObject({ text: '@a{中文研究}', encoding: 'gb18030' });
  });

  it('skips a record that is cut off, and keeps the complete ones', () => {
    const found = read(`${ris}\nTY  - JOUR\nTI  - Half of a ti`);
    expect([titles(found), names(found)]).toEqual([['Été à Köln'], ['record-cut-off']]);
  });

  it('continues after a missing end, and reports text between records', () => {
    const found = read(`Dear reader\n${ris.replace('ER  - \n', '')}${ris}Yours`);
    expect([titles(found).length, names(found)]).toEqual([
      2,
      ['text-between-records', 'record-without-end', 'text-between-records'],
    ]);
  });

  it('continues after a brace without a closing one', () => {
    const found = read('@article{a, title={Open\n\n@book{b, title={Closed}, year=2020}\n');
    expect([titles(found), names(found)]).toEqual([['Closed'], ['entry-malformed']]);
    expect(found.problems[0]?.line).toBe(1);
  });

  it('expands no entity of an XML file', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
    const external = bomb.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"');
    for (const text of [bomb, external])
      expect([read(text).records, names(read(text))]).toEqual([[], ['xml-entities']]);
  });

  it('keeps the records before an error in XML', () => {
    const article =
      '<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>One</ArticleTitle></Article></MedlineCitation></PubmedArticle>';
    const found = read(`<PubmedArticleSet>${article}<PubmedArticle><MedlineCitation>`);
    expect([titles(found), names(found)]).toEqual([['One'], ['xml-malformed']]);
  });

  it('is not read if it is too large', () => {
    expect(names(read(new Uint8Array(100_000_001)))).toEqual(['file-too-large']);
  });
});

it.each([
  ['PMIDs', '35757629\n12345678\n', 2],
  ['PMIDs with a comment', '35757629 # ours\r\n', 1],
])('a list of bare %s is read', (_, text, count) => {
  const found = readSource('file', utf8(text));
  expect('source' in found ? [] : found.map(({ kind }) => kind)).toEqual(Array.from({ length: count }, () => 'pmid'));
});

it('a list of years is no list of PMIDs', () => {
  expect(names(read('2020\n2021\n'))).toEqual(['unknown-format']);
});

it.each([
  ['Word document', 'word/document.xml'],
  ['Excel workbook', 'xl/workbook.xml'],
])('a %s is told in one sentence', (kind, name) => {
  const file = join(mkdtempSync(join(tmpdir(), 'colophon-')), 'file.docx');
  writeFileSync(
    file,
    zip([
      ['[Content_Types].xml', '<Types/>'],
      [name, '<x/>'],
    ]),
  );
  const { sources } = readInputs([file], () => new Uint8Array());
  expect(sources.flatMap(({ problems }) => problems.map((problem) => [problem.name, problem.message]))).toEqual([
    ['document', `this is a${/^E/.test(kind) ? 'n' : ''} ${kind}, and a document has no records that can be read`],
  ]);
});

describe('a zip archive', () => {
  it('is unpacked to its files', () => {
    expect(
      readZip(
        zip([
          ['a.ris', ris],
          ['folder/b.ris', ris],
        ]),
        1e6,
      ).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['a.ris', ris],
      ['folder/b.ris', ris],
    ]);
  });

  it.each([
    ['a name that leaves the folder', zip([['../../evil.ris', ris]]), /leaves the folder/],
    ['a name from the root', zip([['/etc/evil.ris', ris]]), /leaves the folder/],
    ['more than may be unpacked', zip([['bomb.ris', 'a'.repeat(2_000_000)]]), /more than the 1 MB that remain/],
    ['less than it says', zip([['liar.ris', 'a'.repeat(50_000)]], 100), /larger than the archive says/],
    ['half an archive', zip([['a.ris', ris]]).subarray(0, 40), /no end/],
  ])('is refused for %s', (_, archive, message) => {
    expect(() => readZip(archive, 1e6)).toThrow(message);
  });
});

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), little);
  return bytes;
}

/** Builds a zip archive. `stated` is the size that it states for every file. */
function zip(files: readonly (readonly [name: string, text: string])[], stated?: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const bytes = utf8(text);
    const packed = deflateRawSync(bytes);
    const header = (signature: number, length: number, at: number): Uint8Array => {
      const view = new DataView(new ArrayBuffer(length));
      view.setUint32(0, signature, true);
      view.setUint16(at, 8, true);
      view.setUint32(at + 10, packed.length, true);
      view.setUint32(at + 14, stated ?? bytes.length, true);
      view.setUint16(at + 18, utf8(name).length, true);
      return new Uint8Array(view.buffer);
    };
    const central = header(0x02014b50, 46, 10);
    new DataView(central.buffer).setUint32(42, offset, true);
    directory.push(central, utf8(name));
    parts.push(header(0x04034b50, 30, 8), utf8(name), packed);
    offset += 30 + utf8(name).length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, files.length, true);
  end.setUint32(16, offset, true);
  return Buffer.concat([...parts, ...directory, new Uint8Array(end.buffer)]);
}
