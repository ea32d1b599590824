import { expect, test } from 'vitest';
import { provePublication } from '../../../src/build/proof/prove-publication.ts';
import { offeredFormatIds } from '../../../src/domain/publication/offered-format.ts';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import { biblatex } from '../../../src/formats/biblatex/format.ts';
import { bibtex } from '../../../src/formats/bibtex/format.ts';
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

test.each([
  ['book', 'publisher', 'publisher'],
  ['thesis', 'container', 'school'],
  ['report', 'publisher', 'institution'],
] as const)('BibTeX and biblatex read "and" in the %s of one publisher as a word', (type, field, name) => {
  const cited = makeCited({ type, [field]: 'Taylor and Francis', place: 'Milton and Abingdon' });
  const list = (format: typeof bibtex): readonly (string | undefined)[] => {
    const text = format.write.file([cited]);
    const read = format.read(text).records[0];
    expect(read?.publisher ?? read?.container).toBe('Taylor and Francis');
    return [...text.matchAll(/^ {2}(publisher|school|institution|location|address) +=(.*),$/gm)].map(
      ([, key, value]) => `${key}:${value}`,
    );
  };
  const value = '{{Taylor and Francis}}';
  expect(list(bibtex)).toEqual([`${name}: ${value}`, 'address: {{Milton and Abingdon}}']);
  expect(list(biblatex)).toEqual([
    `${type === 'book' ? 'publisher' : 'institution'}: ${value}`,
    'location: {{Milton and Abingdon}}',
  ]);
});

test('a key of DBLP is the same in every file: manuscripts cite it', () => {
  const cited = makeCited({ journal: 'Sleep', citekey: 'DBLP:conf/example/Karimi20' });
  expect(bibtex.write.file([cited])).toContain('@article{DBLP:conf/example/Karimi20,');
  expect(biblatex.write.file([cited])).toContain('@article{DBLP:conf/example/Karimi20,');
});

/** Names in notes by which Zotero decides that a file of RIS is one of ProCite, and reads all other records by its rules. */
const namesOfProCite =
  /^(?:Edition|ISBN|Language|Publisher Name|Series Title|Proceedings Title|Volume ID|Issue ID|Issue Identification|Series Volume ID|Scale|Place of Publication|Size|Call Number|Record ID|Record Number|Notes|Connective Phrase|Extent of Work|Packaging Method)\s*:/;

test.each(publicationTypes)('no note of a %s in RIS is one of ProCite', (type) => {
  const cited = makeCited({ type, journal: 'Sleep', edition: '2', series: 'S', seriesNumber: '3', lang: 'en' });
  const notes = [...ris.write.file([cited]).matchAll(/^N1 {2}- (.*)$/gm)].map(([, note]) => note);
  expect(notes.filter((note) => namesOfProCite.test(note ?? ''))).toEqual([]);
  expect(ris.read(ris.write.file([cited])).records[0]).toMatchObject({ edition: '2' });
});

test('a note "Edition: 2" of earlier releases is still read', () =>
  expect(ris.read('TY  - JOUR\r\nTI  - A\r\nN1  - Edition: 2\r\nER  - \r\n').records[0]).toMatchObject({
    edition: '2',
  }));

test('a single page of MODS ends where it starts, and is read as one page', () => {
  const text = mods.write.file([makeCited({ journal: 'Sleep', pages: { first: '1120' } })]);
  expect(text).toMatch(/<start>1120<\/start>\s*<end>1120<\/end>/);
  expect(mods.read(text).records[0]?.pages).toEqual({ first: '1120' });
});
