import { describe, expect, test } from 'vitest';
import { indexedRecord } from '../../../src/search/search-record.ts';
import { parseWholeQuery as parseQuery } from '../../support/parse-query.ts';
import { isWord, parseSynonym, synonymTerm } from '../../../src/search/terms.ts';
import { findAbbreviations } from '../../../src/search/vocabulary/find-abbreviations.ts';
import { otherKeyboards } from '../../../src/search/vocabulary/keyboard-layouts.ts';
import { SynonymCollector } from '../../../src/search/vocabulary/synonym-collector.ts';
import { widenQuery } from '../../../src/search/vocabulary/widen-query.ts';
import type { Topic } from '../../../src/domain/institute/institute.ts';
import { makePublication } from '../../support/make.ts';

describe('findAbbreviations', () => {
  test.each([
    ['We grew mesenchymal stem cells (MSCs).', [['MSCs', 'mesenchymal stem cells']]],
    ['bone marrow-derived MSC (BM-MSC) of teapots', [['BM-MSC', 'bone marrow-derived MSC']]],
    ['The Body mass index (BMI; kg/m2) rose.', [['BMI', 'Body mass index']]],
    ['with C-reactive protein (CRP)', [['CRP', 'C-reactive protein']]],
    ['Forty teapots (n = 40) and umbrellas (Fig. 2), P (<0.05)', []],
    ['Rain stopped. Counting (RC) went on', []],
    ['The cells (CE) of this', []],
  ])('%s', (text, pairs) => {
    expect(findAbbreviations(text).map(({ short, long }) => [short, long])).toEqual(pairs);
  });
});

test.each([
  ['sg,g fkdhnd', 'سلول بنیادی'],
  ['زشدزثق', 'cancer'],
  ['قشىيخة', 'random'],
])('%s was typed with another keyboard', (typed, meant) => {
  expect(otherKeyboards(typed)).toContain(meant);
});

test.each(['سلول stem', '2020', ''])('%s was typed with no other keyboard', (typed) => {
  expect(otherKeyboards(typed)).toEqual([]);
});

test('a synonym is no word, and says what it is about', () => {
  const term = synonymTerm(['heart', 'attack'], ['myocardial', 'infarction']);
  expect(isWord(term)).toBe(false);
  expect(parseSynonym(term, 'heart')).toEqual({ rest: ['attack'], other: ['myocardial', 'infarction'] });
  expect(parseSynonym(term, 'hear')).toBeUndefined();
});

describe('the vocabulary of a site', () => {
  const bodies = [
    'A randomised controlled trial (RCT) of tea. Health care of teapots.',
    'RCTs of tea in healthcare, with rapid cloud thawing (RCT) never again.',
    'Randomized controlled trials (RCTs) of healthcare, and health care.',
    // Errors of typesetting beside what is usual, and a word that is never written without its hyphen.
    'A kettlehandle, lamp-light.',
    ...Array.from({ length: 21 }, () => 'A translation of the kettle handle, and lamp light.'),
    'A trans- lation.',
    'Bad clouds (BC) and bright long clouds (BLC).',
  ];
  const tea: Topic = {
    id: 'tea',
    file: 'topics/tea.yaml',
    label: { en: 'Tea drinking', fa: 'نوشیدن چای' },
    mesh: 'D990001',
    terms: ['Infusions'],
  };
  const collect = (synonyms: readonly (readonly string[])[] = []) => {
    const collector = new SynonymCollector(bodies.length, synonyms);
    for (const [index, body] of bodies.entries()) {
      const publication = makePublication({
        slug: `example-${index}`,
        title: `Example ${index}`,
        authors: ['Fictus, Ada'],
        published: '2024',
        mesh: ['D990001'],
        body,
      });
      const source = {
        publication: { ...publication, meshLabels: { D990001: 'Beverages, Hot' } },
        people: new Map(),
        units: [],
        topics: index === 0 ? [tea] : [],
      };
      collector.add(source, indexedRecord(source));
    }
    return collector.finish();
  };
  const widened = async (text: string, synonyms?: readonly (readonly string[])[]) => {
    const terms = collect(synonyms);
    const { parts } = await widenQuery(parseQuery(text), (start) =>
      Promise.resolve(new Map(terms.filter((term) => term.startsWith(start[0]!)).map((term) => [term, 1]))),
    );
    return parts.map(({ any }) => any.flatMap(({ added, written }) => (added ? [written] : [])).sort());
  };

  test.each([
    // Of what one abbreviation means, the usual.
    ['RCT', [['randomised controlled trial', 'randomised controlled trials']]],
    ['randomized controlled trial', [['rct'], ['rct'], ['rct']]],
    ['RCT-6', [[], []]],
    ['چای', [[]]],
    [
      'نوشیدن چای',
      [
        ['hot beverages', 'infusions', 'tea drinking'],
        ['hot beverages', 'infusions', 'tea drinking'],
      ],
    ],
    ['infusions clouds', [['hot beverages', 'tea drinking', 'نوشیدن چای'], []]],
    ['healthcare', [['health care']]],
    ['health care', [['healthcare'], ['healthcare']]],
    ['translation', [[]]],
    ['trans lation', [['translation'], ['translation']]],
    ['kettlehandle', [['kettle handle']]],
    ['kettle handle', [[], []]],
    ['lamplight', [['lamp light']]],
    ['lamp light', [[], []]],
    [
      'NF-kB',
      [
        ['nf kappa b', 'nfkb'],
        ['nf kappa b', 'nfkb'],
      ],
    ],
    // A heading is narrower or wider than what it is named in texts, and an organ has two names.
    ['kidney neoplasms', [['renal'], ['cancer', 'tumor']]],
    ['renal tumour', [['kidney'], []]],
    // Two letters mean many things.
    ['BC', [['bad clouds']]],
    ['bad clouds', [[], []]],
    ['bright long clouds', [['blc'], ['blc'], ['blc']]],
    ['title:RCT', [[]]],
    ['"healthcare"', [[]]],
    ['one two three four five six seven healthcare', [[], [], [], [], [], [], [], []]],
  ])('%s', async (text, added) => {
    expect(await widened(text)).toEqual(added);
  });

  test('has the synonyms of the institute', async () => {
    expect(await widened('Kettle', [['kettle', 'tea pot', 'کتری']])).toEqual([['tea pot', 'کتری']]);
  });
});
