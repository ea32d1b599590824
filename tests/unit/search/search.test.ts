import { describe, expect, test } from 'vitest';
import { countFacets } from '../../../src/search/facets.ts';
import { highlight, passage } from '../../../src/search/highlight.ts';
import { identifierKey } from '../../../src/search/identifiers.ts';
import { nearestWords } from '../../../src/search/near-words.ts';
import { parseWordList } from '../../../src/search/search-data.ts';
import { stemOf } from '../../../src/search/stem-of.ts';
import type { Facet, FacetName, SearchDocuments } from '../../../src/search/search-data.ts';
import { foldTokens } from '../../../src/search/fold.ts';
import { formatState, readState } from '../../../src/components/search/search-state.ts';

describe('identifierKey', () => {
  test.each([
    [
      '10.5555/Inv.2024.001',
      'doi:10.5555/inv.2024.001',
      'https://doi.org/10.5555/inv.2024.001',
      'http://dx.doi.org/10.5555%2Finv.2024.001',
      'DOI: 10.5555/inv.2024.001.',
    ],
    ['99000001', 'PMID: 99000001', 'pmid99000001', 'https://pubmed.ncbi.nlm.nih.gov/99000001/', '۹۹۰۰۰۰۰۱'],
    ['PMC99000001', 'pmcid: PMC99000001', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC99000001/'],
    ['0000-0000-1825-0025', 'https://orcid.org/0000-0000-1825-0025', 'ORCID 0000 0000 1825 0025'],
    ['NCT99000001', 'nct99000001', 'https://clinicaltrials.gov/study/NCT99000001'],
    ['IRCT20000101999999N1'],
    ['2015-001234-12'],
  ])('%s is one identifier in all its forms', (...forms) => {
    expect(new Set(forms.map(identifierKey)).size).toBe(1);
    expect(identifierKey(forms[0])).toBeDefined();
  });

  test.each(['clouds', '2024', 'vitamin D3', 'type 2 diabetes', 'covid-19 in 2020', 'Jamshidi 2024', ''])(
    '%s is a query',
    (text) => {
      expect(identifierKey(text)).toBeUndefined();
    },
  );
});

describe('nearestWords', () => {
  const words = parseWordList('translation 40\ntranslator\nteapot 3\nteaspoon');

  test.each([
    ['tranzlation', 'translation'],
    ['translaiton', 'translation'],
    ['teapt', 'teapot'],
    ['tespoon', 'teaspoon'],
  ])('%s is near %s', (written, meant) => {
    expect(nearestWords(written, [words], true)[0]).toBe(meant);
  });

  test('what is near none is not guessed', () => {
    expect(nearestWords('elephant', [words], true)).toEqual([]);
  });
});

describe('stemOf', () => {
  test.each([
    ['study', 'studies'],
    ['cloud', 'clouds'],
    ['police', 'policing'],
    ['counted', 'counting'],
    ['box', 'boxes'],
    ['planned', 'planning'],
  ])('%s and %s are one word', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  test.each([
    ['police', 'policy'],
    ['aging', 'agencies'],
    ['colour', 'colorectal'],
    ['analysis', 'analyst'],
    ['virus', 'viru'],
    ['rag', 'rage'],
    ['ring', 'red'],
  ])('%s and %s are two', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });
});

describe('highlight', () => {
  const marks = (text: string, query: string) =>
    highlight(text, foldTokens(query))
      .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
      .join('');

  test.each([
    ['Łukasz wrote it', 'lukasz', '[Łukasz] wrote it'],
    ['The H₂O of clouds', 'h2o', 'The [H₂O] of clouds'],
    ['TNF-α in mice', 'tnf alpha', '[TNF-α] in mice'],
    ['Thalassaemia, again', 'thalassemia', '[Thalassaemia], again'],
    ['دربارهٔ کتاب‌ها', 'كتاب', 'دربارهٔ [کتاب]‌ها'],
    ['Studies of clouds', 'study clouds', 'Studies of [clouds]'],
    ['counting clouds', 'counting clouds', '[counting clouds]'],
  ])('%s for %s', (text, query, expected) => {
    expect(marks(text, query)).toBe(expected);
  });

  test('a passage holds most of the words', () => {
    const text = `${'Nothing here matters. '.repeat(30)}Clouds were counted twice. ${'Nor does this. '.repeat(30)}`;
    const found = passage(text, foldTokens('counted clouds'));
    expect(found?.different).toBe(2);
    expect(found?.text).toContain('Clouds were counted twice');
    expect(found!.text.length).toBeLessThan(300);
    expect(passage(text, ['elephant'])).toBeUndefined();
  });
});

describe('countFacets', () => {
  const documents = {
    total: 6,
    years: [
      [2020, 2],
      [2021, 3],
      [2022, 1],
    ],
  } as unknown as SearchDocuments;
  const facets = new Map<FacetName, Facet>([
    [
      'type',
      [
        { id: 'article', documents: [0, 1, 1, 1] },
        { id: 'book', documents: [4, 1] },
      ],
    ],
    [
      'topic',
      [
        { id: 'weather', documents: [0, 2, 2] },
        { id: 'tea', documents: [1, 4] },
      ],
    ],
  ]);
  const all = [0, 1, 2, 3, 4, 5];

  test('a value counts what one more choice in its facet would give', () => {
    const counts = countFacets(all, documents, facets, { facets: { type: ['article'], topic: ['weather'] } });
    expect(counts.documents).toEqual([0, 2]);
    expect(Object.fromEntries(counts.of(facets.get('type')!, 'type'))).toEqual({ article: 2, book: 1 });
    expect(Object.fromEntries(counts.of(facets.get('topic')!, 'topic'))).toEqual({ weather: 2, tea: 1 });
    expect(Object.fromEntries(counts.years)).toEqual({ 2020: 1, 2021: 1 });
  });

  test('values of one facet add up, years narrow, and the order stays', () => {
    expect(countFacets([5, 3, 1], documents, facets, { facets: { type: ['article', 'book'] } }).documents).toEqual([
      5, 3, 1,
    ]);
    const counts = countFacets(all, documents, facets, { from: 2021, to: 2021, facets: {} });
    expect(counts.documents).toEqual([2, 3, 4]);
    expect(Object.fromEntries(counts.years)).toEqual({ 2020: 2, 2021: 3, 2022: 1 });
  });
});

describe('the address of a state', () => {
  test.each([
    '',
    '?q=clouds',
    '?q=a+b&year=2020-2024&type=article&type=book&sort=newest',
    '?year=2024',
    '?year=2020-',
    '?year=-2020&person=x',
    '?q=x&show=60',
  ])('%s is read and written as the same', (search) => {
    expect(formatState(readState(search))).toBe(search);
  });

  test('without JavaScript the years come in two fields', () => {
    expect(formatState(readState('?q=x&from=2020&to=2024&sort=relevance'))).toBe('?q=x&year=2020-2024');
  });
});
