import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { provePublication } from '../../../../src/build/proof/prove-publication.ts';
import { offeredFormatIds } from '../../../../src/domain/publication/offered-format.ts';
import { publicationTypes } from '../../../../src/domain/publication/publication-type.ts';
import { structureOf, unusedFields } from '../../../../src/formats/proof/record-structure.ts';
import type { CitedPublication } from '../../../../src/formats/record/cited-publication.ts';
import { citationFormats } from '../../../../src/formats/written-formats.ts';
import { specialCharacters, textSymbols } from '../../../../src/formats/latex/latex-symbols.ts';
import { damages } from './damages.ts';
import { testEach } from '../../../support/slow.ts';
import { makeCited, plainAbstract, type PublicationSketch } from '../make-cited.ts';

const journal = { id: 'sleep', title: 'Journal of Sleep' };
const article = (publication: PublicationSketch) => makeCited({ journal: journal.title, ...publication }, { journal });
const lossesOf = (cited: CitedPublication) => provePublication(cited, offeredFormatIds).withheld;

describe('the structure of a record', () => {
  test('is the same for other ordinary letters and digits', () => {
    const structure = structureOf(
      article({ title: ['Sleep and memory of Zürich'], volume: '12', pages: { first: '101', last: '110' } }),
    );
    const other = article({
      title: ['Pulse and oxygen of Mürren'],
      volume: '34',
      pages: { first: '201', last: '210' },
    });
    expect(structureOf(other)).toEqual(structure);
  });

  test.each<[string, PublicationSketch, PublicationSketch]>([
    ['a sign in a title', { title: ['Sleep & memory'] }, { title: ['Sleep and memory'] }],
    ['a sign beside another letter', { title: ['Sleep $x_1$'] }, { title: ['Sleep $y_1$'] }],
    ['a foreign letter', { title: ['Sleep in Łódź'] }, { title: ['Sleep in Zürich'] }],
    ['a letter of another script', { keywords: ['خواب'] }, { keywords: ['خوان'] }],
    ['a combining mark', { title: ['Sleep of re\u0301sume'] }, { title: ['Sleep of resume'] }],
    ['a capital', { title: ['Sleep and meMory-b'] }, { title: ['Sleep and memory-b'] }],
    ['two spaces', { title: ['Sleep  and'] }, { title: ['Sleep and'] }],
    ['markup', { title: ['Sleep ', { tag: 'i', children: ['and'] }] }, { title: ['Sleep and'] }],
    ['a formula', { title: [{ tex: 'x^2', mathml: '' }] }, { title: [{ tex: 'y^2', mathml: '' }] }],
    ['a first sign', { title: ['[Sleep and memory]'] }, { title: ['Sleep and memory'] }],
    ['a last sign', { title: ['Sleep and memory.'] }, { title: ['Sleep and memory'] }],
    ['a value', { volume: '12' }, {}],
    ['a list', { keywords: ['sleep', 'memory'] }, { keywords: ['sleep'] }],
    ['equal values', { keywords: ['sleep', 'sleep'] }, { keywords: ['sleep', 'dream'] }],
    [
      'a publisher that is the container',
      { container: 'Sleepers', publisher: 'Sleepers' },
      { container: 'Sleepers', publisher: 'Dreamers' },
    ],
    ['a type', { type: 'review' }, { type: 'article' }],
    ['a language', { lang: 'fa' }, { lang: 'en' }],
    ['the language of a translation', { titles: { fa: ['Sleep'] } }, { titles: { de: ['Sleep'] } }],
    ['a month', { published: { year: 2024, month: 1 } }, { published: { year: 2024, month: 2 } }],
    ['a shorter last page', { pages: { first: '101', last: '10' } }, { pages: { first: '101', last: '110' } }],
    ['letters in pages', { pages: { first: 'e101' } }, { pages: { first: '1101' } }],
    [
      'a particle',
      { contributions: [{ name: { family: 'van Berg', given: 'Jan' } }] },
      { contributions: [{ name: { family: 'Aan Berg', given: 'Jan' } }] },
    ],
    [
      'a word of lists of names',
      { contributions: [{ name: { group: 'Sleepers and Dreamers' } }] },
      { contributions: [{ name: { group: 'Sleepers mit Dreamers' } }] },
    ],
    [
      'a suffix',
      { contributions: [{ name: { family: 'Berg', given: 'Jan', suffix: 'Jr.' } }] },
      { contributions: [{ name: { family: 'Berg', given: 'Jan', suffix: 'Sr.' } }] },
    ],
    ['a group', { contributions: [{ name: { group: 'Berg' } }] }, { contributions: [{ name: { family: 'Berg' } }] }],
    ['a line', { abstracts: [plainAbstract('Sleep\nis')] }, { abstracts: [plainAbstract('Sleep is')] }],
    ['a retraction', { status: 'retracted' }, { status: 'published' }],
  ])('differs for %s', (_, one, other) => {
    const known = structureOf(article(other));
    expect([...structureOf(article(one))].filter((part) => !known.has(part))).not.toEqual([]);
  });

  const cases = Object.values(damages).flat();
  testEach(['one type', 'every type'])('holds all that writers read of each case as %s', (types) => {
    const read = new Set<string>();
    for (const [place, type] of publicationTypes.entries())
      for (const { cited } of cases.filter(
        (_, index) => types === 'every type' || index % publicationTypes.length === place,
      )) {
        const publication = recorded({ ...cited.publication, type }, read);
        for (const { write } of citationFormats) write.record({ ...cited, publication });
      }
    expect(read).toContain('.abstracts.sections.text');
    expect([...read].filter((path) => unusedFields.has(path.slice(1)) || path.endsWith('.html'))).toEqual([]);
  });

  const signs = [...Object.keys(specialCharacters), ...textSymbols.map(([sign]) => sign), ..."-–’.,:;?!/()'*é ı", ' '];
  const word = fc.stringMatching(/^[A-Z]?[a-z]{1,4}$|^[A-Z]{2}$|^[0-9]{2}$/);
  const text = fc
    .array(fc.oneof({ arbitrary: word, weight: 3 }, { arbitrary: fc.constantFrom(...signs), weight: 1 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => `A${parts.join('')}b`.replace(/ +/g, ' '));
  const sketch = fc.record({
    title: text,
    abstract: text,
    family: text,
    given: text,
    group: text,
    keyword: text,
    publisher: text,
    container: text,
    volume: text,
    type: fc.constantFrom(...publicationTypes),
  });
  type Sketch = typeof sketch extends fc.Arbitrary<infer Value> ? Value : never;
  const toCited = ({ title, abstract, family, given, group, keyword, type, ...rest }: Sketch) =>
    makeCited({
      ...rest,
      type,
      title: [title],
      abstracts: [plainAbstract(abstract)],
      contributions: [{ name: { family, given } }, { name: { group } }],
      keywords: [keyword],
    });
  /** Other letters and digits of the same kinds, in words that have no other signs. */
  const changed = (value: string) =>
    value.replace(/(?<= )[A-Za-z0-9]+(?= )/g, (run) => run.replace(/[a-z0-9]/g, nextLetter));
  const nextLetter = (letter: string) =>
    String.fromCodePoint(letter.codePointAt(0)! + (/[z9]/.test(letter) ? (letter === '9' ? -9 : -25) : 1));

  test('comes back as another publication of the same structure does', () => {
    fc.assert(
      fc.property(sketch, sketch, (one, two) => {
        const proved = new Set<string>();
        for (const value of [one, two]) provePublication(toCited(value), offeredFormatIds, proved);
        const mixed = { ...two, title: changed(one.title), abstract: changed(one.abstract), type: two.type };
        for (const cited of [toCited(mixed), toCited({ ...one, keyword: changed(two.keyword) })]) {
          fc.pre([...structureOf(cited)].every((part) => proved.has(part)));
          expect(lossesOf(cited)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The value, whose properties are added to `read` when they are read, with the path to them. */
function recorded<Value extends object>(value: Value, read: Set<string>, path = ''): Value {
  return new Proxy(value, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      const inner = Array.isArray(target) ? path : `${path}.${String(name)}`;
      read.add(inner);
      return typeof found === 'object' && found !== null ? recorded(found, read, inner) : found;
    },
  });
}
