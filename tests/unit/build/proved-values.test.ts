import { expect, test } from 'vitest';
import { provePublication } from '../../../src/build/proof/prove-publication.ts';
import { offeredFormatIds } from '../../../src/domain/publication/offered-format.ts';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { publicationTypes } from '../../../src/domain/publication/publication-type.ts';
import { makePublication } from '../../support/make.ts';
import { slow } from '../../support/slow.ts';

const inJournal = { journal: 'Journal of Sleep' };

/** The fields of an author's file → the differences that the proof finds. */
function lossesOf(fields: Record<string, unknown>): readonly string[] {
  const publication = makePublication({ ...fields, warnings: ['keywords-in-one'] });
  return provePublication({ publication, context: contextOf(publication) }, offeredFormatIds).withheld.flatMap(
    ({ problems }) => problems.map(({ message }) => message),
  );
}

const contextOf = ({ slug, journal }: Publication) => ({
  url: `https://example.org/publications/${slug}/`,
  ...(journal === undefined ? {} : { journal: { id: 'journal', title: journal, file: '' } }),
  people: {},
  units: [],
  topics: [],
  related: [],
});

// What journals and offices write, and what once came back from one of the formats in another form.
const keywords: readonly (readonly string[])[] = [
  ['sleep; memory'],
  ['x; y'],
  ['x ; y', 'z'],
  ['*c'],
  ['a/b', '*c'],
  ['*-algebra'],
  ['a , b'],
  ['a ,b'],
  ['a,b'],
  [', a'],
  ['a |b'],
  ['}} , evil'],
  ['Arthritis, Rheumatoid'],
  ['self-care', 'self‑care'],
  ['T-cell', 'T‐cell', 'T–cell', 'T−cell'],
  ['sleep', 'sleep'],
];
const numbers = ['S1 - 12', 'e1002 - e1003', 'A - B', '12 - A', 'e12–e15', 'a-b', '1 -- 2', '1-2-3', '034502(R)'];
const pages = [
  ...numbers.filter((number) => number !== '1-2-3'),
  ...['676-90; appendix 690-2', 'S1-S9, 12', '1-5, 7', '1; 3-5', 'iv, 312', '302-9; quiz 310', 'e5, e6', '12'],
];
const arxiv = ['math/0307200v3', 'math.GT/0309136', 'hep-th/9901001', '2101.00001v2'];

const values: readonly Record<string, unknown>[] = [
  ...keywords.map((words) => ({ ...inJournal, keywords: words })),
  ...numbers.map((articleNumber) => ({ ...inJournal, articleNumber })),
  ...pages.map((range) => ({ ...inJournal, pages: range })),
  ...arxiv.flatMap((id) => [
    { ...inJournal, arxiv: id },
    { ...inJournal, arxiv: id, pages: '1-9', articleNumber: 'e5' },
    { arxiv: id },
  ]),
  { pagesTotal: 'xii, 312', publisher: 'Example Press' },
  { pagesTotal: '312 p.', publisher: 'Example Press' },
  { container: 'X; Y', isbn: '978-3-16-148410-0' },
  { container: 'Annals of Examples', publisher: 'Example Press' },
  { container: 'Annals of Examples', publisher: 'Example Press', series: 'Examples', seriesNumber: '4' },
  { title: 'Sleep of 👩🏽‍🔬 and ❤️' },
  { title: 'خواب می‌شود', lang: 'fa' },
  { series: 'Lecture Notes', publisher: 'Example Press' },
  { series: 'Lecture Notes', seriesNumber: '4-5' },
];

test.each(values)('every format gives back %j, in a publication of every type', slow, (fields) => {
  for (const type of publicationTypes) expect([type, ...lossesOf({ type, ...fields })]).toEqual([type]);
});

// Each type has some of the values, and each value some of the types.
test.each(values.map((fields, index) => ({ fields, index })))(
  'every format gives back $fields',
  ({ fields, index }) => {
    for (const type of publicationTypes.filter((_, number) => (number + index) % 4 === 0))
      expect([type, ...lossesOf({ type, ...fields })]).toEqual([type]);
  },
);
