import { expect, test } from 'vitest';
import { provePublication } from '../../../src/build/proof/prove-publication.ts';
import { offeredFormatIds } from '../../../src/domain/publication/offered-format.ts';
import { mods } from '../../../src/formats/mods/format.ts';
import { ris } from '../../../src/formats/ris/format.ts';
import { makeCited, plainAbstract } from './make-cited.ts';

const group = (name: string) => ({ name: { group: name } });
const board = 'Board of Sleep; Office of Dreams';

test.each([
  ['a group with a semicolon', { contributions: [group(board), { name: { family: 'A', given: 'B' } }] }],
  ['an only author with a semicolon', { contributions: [group('A and others; et al.')] }],
  ['an editing group with a semicolon', { type: 'chapter', container: 'Book', editors: [group(board)] } as const],
  ['a character reference in a title', { title: ['Of &lt; and &amp; and &#60; and &eacute;'] }],
  ['a character reference in an abstract', { abstracts: [plainAbstract('Text &lt;b&gt; and &amp;amp; here')] }],
  ['a character reference in a publisher', { type: 'book', publisher: 'A &amp; B' } as const],
  ['a character reference in a keyword', { keywords: ['A &amp; B', 'c; d', 'e'] }],
])('%s is in every format as it is', (_, sketch) => {
  expect(provePublication(makeCited({ journal: 'Sleep', ...sketch }), offeredFormatIds).withheld).toEqual([]);
});

test('several persons in one field are still told apart, with a comma behind the last too', () => {
  const file = (names: string) => `TY  - JOUR\r\nTI  - A\r\nAU  - ${names}\r\nER  - \r\n`;
  const authorsOf = (names: string) =>
    ris.read(file(names)).records.flatMap(({ authors }) => authors.map(({ name }) => name));
  expect(authorsOf('Smith, J.; Doe, A.,')).toEqual(['Smith, J.', 'Doe, A.']);
  expect(authorsOf(`${board},`)).toEqual([board]);
});

test('a single page of MODS ends where it starts, and is read as one page', () => {
  const text = mods.write.file([makeCited({ journal: 'Sleep', pages: { first: '1120' } })]);
  expect(text).toMatch(/<start>1120<\/start>\s*<end>1120<\/end>/);
  expect(mods.read(text).records[0]?.pages).toEqual({ first: '1120' });
});
