import { describe, expect, test } from 'vitest';
import { findIdentifiers } from '../../../src/search/identifiers.ts';
import { mayHaveIdentifiers, mayHaveOperators, parseQuery as parsePlain } from '../../../src/search/parse-query.ts';
import { parseWholeQuery as parseQuery } from '../../support/parse-query.ts';

describe('findIdentifiers', () => {
  test.each([
    ['10.5555/a.1', [['10.5555/a.1']]],
    [
      'see https://doi.org/10.5555/a.1?utm_source=x.',
      [['10.5555/a.1?utm_source=x', '10.5555/a.1', 'doi.org/10.5555/a.1']],
    ],
    [
      'https://example.org/articles/10.5555/a.1/full',
      [['10.5555/a.1/full', '10.5555/a.1', 'example.org/articles/10.5555/a.1/full']],
    ],
    [
      'https://example.org/content/pdf/10.5555/a.1.pdf',
      [['10.5555/a.1.pdf', '10.5555/a.1', 'example.org/content/pdf/10.5555/a.1.pdf']],
    ],
    ['10.5555/ a.1', [['10.5555/a.1']]],
    ['10.5555%2Fa.1', [['10.5555/a.1']]],
    ['<10.5555/s0001(99)00001-2>', [['10.5555/s0001(99)00001-2']]],
    ['PMID: 99000001 and pmid 99000002', [['99000001'], ['99000002']]],
    ['99000001, 99000002 99000003', [['99000001'], ['99000002'], ['99000003']]],
    ['https://pubmed.ncbi.nlm.nih.gov/?term=99000001', [['99000001', 'pubmed.ncbi.nlm.nih.gov/?term=99000001']]],
    [
      'https://pubmed.ncbi.nlm.nih.gov/?sort=date&term=99000001',
      [['99000001', 'pubmed.ncbi.nlm.nih.gov/?sort=date&term=99000001']],
    ],
    ['99000001[uid]', [['99000001']]],
    ['trial NCT99000001 of PMC99000001', [['nct99000001'], ['pmc99000001']]],
    ['arXiv:9901.00001v2', [['990100001']]],
    ['٩٩٠٠٠٠٠١ ٩٩٠٠٠٠٠٢', [['99000001'], ['99000002']]],
    [
      'https://example.org/fa/publications/fictus-2024-counting.bib',
      [['fictus2024counting', 'example.org/fa/publications/fictus-2024-counting.bib']],
    ],
    ['data at https://www.example.org/Data/7/?utm_source=x&part=2.', [['example.org/data/7?part=2']]],
    ['covid-19 in 2020', []],
    ['2019-2022', []],
    ['type 2 diabetes', []],
  ])('%s', (text, keys) => {
    expect(findIdentifiers(text).map((identifier) => identifier.keys)).toEqual(keys);
    // What has some is read with them.
    expect(mayHaveIdentifiers(text) || keys.length === 0).toBe(true);
  });

  test.each(['pmid 123', 'PMC۱۲۳', 'example.org?id=2', 'arXiv cs/9901001', '0000-0000-1825-0025', '123[uid]'])(
    '%s may be one',
    (text) => expect(mayHaveIdentifiers(text)).toBe(true),
  );

  test.each([
    'does aspirin prevent stroke?',
    'IL-6 and CD4+ in 2019',
    'clouds 2019-2022',
    'Dai et al., 2022a',
    'H2O 10-3',
  ])('%s is none, and needs no code of them', (text) => {
    expect(mayHaveIdentifiers(text)).toBe(false);
    expect(parseQuery(text).identifiers).toEqual([]);
  });
});

describe('parseQuery', () => {
  test.each(['"whole numbers"', '“whole numbers”', '«whole numbers»', '„whole numbers“'])('%s is a phrase', (text) => {
    expect(parseQuery(`clouds ${text}`).parts).toMatchObject([
      { any: [{ token: 'clouds' }] },
      { any: [{ tokens: ['whole', 'numbers'] }] },
    ]);
  });

  test('remembers words as they were written', () => {
    expect(parseQuery('Thalassaemia').parts).toEqual([{ any: [{ token: 'thalassemia', written: 'Thalassaemia' }] }]);
  });

  test.each([
    ['https://scholar.example.org/scholar?hl=en&q=kidney+stones&btnG=', 'kidney stones'],
    ['https://search.example.org/?term=Dai%20M%5Bau%5D%202022', 'Dai M[au] 2022'],
    ['https://example.org/search/?q=%D8%A7%D8%A8%D8%B1', 'ابر'],
  ])('the address %s of a search asks for the same', (address, words) => {
    const { identifiers: _, ...asked } = parseQuery(address);
    const { identifiers: __, ...typed } = parseQuery(words);
    expect(asked.parts.length).toBeGreaterThan(0);
    expect(asked).toEqual(typed);
  });

  test('an address with a DOI asks for the DOI alone', () => {
    expect(parseQuery('https://example.org/?q=10.5555/a.1').parts).toEqual([]);
  });

  test.each([
    ['year:2019..2022 clouds', { from: 2019, to: 2022 }],
    ['year:2019', { from: 2019, to: 2019 }],
    ['year:2019..', { from: 2019 }],
    ['clouds 2019-2022', { from: 2019, to: 2022 }],
    ['2019:2022[dp]', { from: 2019, to: 2022 }],
    ['سال:۲۰۱۹', { from: 2019, to: 2019 }],
    ['ابر ۲۰۱۹-۲۰۲۲', { from: 2019, to: 2022 }],
    ['ابر ٢٠١٩..٢٠٢٢', { from: 2019, to: 2022 }],
    ['year:۲۰۱۹..', { from: 2019 }],
    ['clouds ۲۰۱۹[dp]', { from: 2019, to: 2019 }],
    ['clouds tea 2019[dp]', { from: 2019, to: 2019 }],
    ['Dai[au] AND 2019[dp] AND clouds[ti] AND tea[ti]', { from: 2019, to: 2019 }],
    ['clouds 2019 to 2022', { from: 2019, to: 2022 }],
    ['clouds from 2019 to 2022', { from: 2019, to: 2022 }],
    ['ابر ۲۰۱۹ تا ۲۰۲۲', { from: 2019, to: 2022 }],
  ])('%s has years', (text, years) => {
    expect(parseQuery(text).years).toEqual(years);
  });

  test.each([
    'Cancer of clouds in the provinces of the country 2010-2019: a study',
    'Cancer of clouds in the provinces of the country, 2010 to 2019',
    'Dai M, Li W. Counting clouds above plantations of tea. J Clouds. 2022;15(8):1949-1954.',
    'The K2P -channel of clouds over tea plantations at the dawn of the day',
  ])('%s is a pasted text, and has no operator', (text) => {
    expect(parseQuery(text)).toMatchObject({ operators: [], none: [] });
  });

  test.each([
    ...[
      '"a phrase"',
      '“a phrase”',
      '„a phrase“',
      '«a phrase»',
      'author:Dai',
      'نویسنده:کریمی',
      'year:2019..2022',
      'Dai M[au]',
    ],
    ...[
      'clouds 2019-2022',
      'clouds 2019 to 2022',
      'ابر ۲۰۱۹ تا ۲۰۲۲',
      '2019–2022',
      '2019..2022',
      '2019:2022[dp]',
      'clouds NOT rain',
      'clouds -rain',
      'tea OR (rain AND snow)',
    ],
    ...['immun*', 'https://search.example.org/?term=a+OR+b'],
  ])('%s is read with operators', (text) => {
    expect(parseQuery(text)).not.toEqual(parsePlain(text));
    expect(mayHaveOperators(text)).toBe(true);
  });

  test.each([
    'clouds over tea',
    'out-of-domain counting',
    'IL-6 and CD4+ in 2019',
    'C++',
    'Dai et al., 2022',
    "O'Brien",
    'Dai M, Li W. Counting clouds above tea plantations: a trial (extended). J Clouds. 2022;15(8):1172-81.',
  ])('%s needs no code of operators', (text) => {
    expect(mayHaveOperators(text)).toBe(false);
    expect(parseQuery(text)).toEqual(parsePlain(text));
  });

  test('each operator may be taken away', () => {
    const text = 'clouds author:Dai NOT rain year:2019..2022 journal:"J Clouds"';
    expect(parseQuery(text).operators.map(({ written, without }) => [written, without])).toEqual([
      ['author:Dai', 'clouds NOT rain year:2019..2022 journal:"J Clouds"'],
      ['NOT rain', 'clouds author:Dai year:2019..2022 journal:"J Clouds"'],
      ['year:2019..2022', 'clouds author:Dai NOT rain journal:"J Clouds"'],
      ['journal:"J Clouds"', 'clouds author:Dai NOT rain year:2019..2022'],
    ]);
    expect(parseQuery(text).journals).toEqual(['J Clouds']);
  });

  test.each([
    'C++ and AT&T',
    'or not',
    'a (b',
    ') (',
    'NOT',
    'OR OR',
    '- - -',
    '((((((',
    '"unfinished',
    'title:',
    '[au]',
    '*',
  ])('%s is no error', (text) => {
    expect(() => parseQuery(text)).not.toThrow();
  });

  test.each([
    ['year:۲۰۱۹..۲۰۲۲ clouds', { from: 2019, to: 2022 }],
    ['سال:٢٠١٩-٢٠٢٢', { from: 2019, to: 2022 }],
    ['clouds ۲۰۱۹-۲۰۲۲', { from: 2019, to: 2022 }],
    ['clouds AND ۲۰۱۹:۲۰۲۲[dp]', { from: 2019, to: 2022 }],
    ['(clouds[Title/Abstract] OR tea[tiab]) AND ۲۰۲۲[pdat]', { from: 2022, to: 2022 }],
  ])('%s is limited to years, in the digits of any keyboard', (text, years) => {
    expect(mayHaveOperators(text)).toBe(true);
    expect(parseQuery(text)).toMatchObject({ years });
  });

  test.each([
    ['۱۰.۵۵۵۵/a.۱', '10.5555/a.1'],
    ['١٠٫٥٥٥٥/a.1', '10.5555/a.1'],
    ['PMID ۹۹۰۰۰۰۰۱', '99000001'],
    ['PMC٩٩٠٠٠٠٠١', 'pmc99000001'],
    ['NCT۹۹۰۰۰۰۰۱', 'nct99000001'],
  ])('%s is an identifier in the digits of another keyboard', (text, key) => {
    expect(parseQuery(`see ${text}`).identifiers.map(({ keys }) => keys[0])).toEqual([key]);
  });

  test('digits stay in the query as they were typed', () => {
    expect(parseQuery('ابر ۲۰۱۹-۲۰۲۲ سال:۲۰۲۰').operators).toEqual([
      { written: '۲۰۱۹-۲۰۲۲', without: 'ابر سال:۲۰۲۰' },
      { written: 'سال:۲۰۲۰', without: 'ابر ۲۰۱۹-۲۰۲۲' },
    ]);
    expect(parsePlain('ابر ۲۰۱', true).parts.at(-1)).toMatchObject({ any: [{ token: '201', open: true }] });
  });

  test.each([
    ['author:karimi title:clouds year:2019..2022', { from: 2019, to: 2022 }],
    ['karimi[au] AND clouds[ti] AND 2019:2022[dp]', { from: 2019, to: 2022 }],
    ['Karimi[Author] AND clouds[Title] AND 2019:2022[pdat]', { from: 2019, to: 2022 }],
    ['karimi[1au] clouds[ti] 2019..2022', { from: 2019, to: 2022 }],
    ['نویسنده:karimi عنوان:clouds سال:۲۰۱۹..۲۰۲۲', { from: 2019, to: 2022 }],
  ])('%s names several fields', (text, years) => {
    const { parts, ...query } = parseQuery(text);
    const fields = parts.map(({ any: [one] }) => one?.field);
    expect(fields).toEqual(['author', 'title']);
    expect(query).toMatchObject({ years, none: [], journals: [] });
  });

  test('a tag of PubMed for any field is no word', () => {
    expect(parseQuery('clouds[tiab] AND rain[MeSH Terms] AND "tea plantations"[Title/Abstract]').parts).toMatchObject([
      { any: [{ token: 'clouds' }] },
      { any: [{ token: 'rain' }] },
      { any: [{ tokens: ['tea', 'plantations'] }] },
    ]);
  });

  test('brackets in ordinary text are punctuation', () => {
    expect(
      parseQuery('clouds (tea) count').parts.flatMap(({ any }) => any.map((one) => 'token' in one && one.token)),
    ).toEqual(['clouds', 'tea', 'count']);
  });

  test.each([
    ['COUNTING OF CLOUDS IN A STUDY', ['counting', 'clouds', 'study']],
    ['Li and O’Daniel', ['li', 'daniel']],
    ["l'hôpital", ['hopital']],
  ])('%s: a letter that is no word and no initial is nothing', (text, tokens) => {
    expect(parseQuery(text).parts).toMatchObject(tokens.map((token) => ({ any: [{ token }] })));
    expect(parseQuery(text).parts.flatMap(({ any }) => any)).not.toContainEqual(
      expect.objectContaining({ initials: expect.anything() as string }),
    );
  });

  test('while it is typed, the last word may be the beginning of one', () => {
    expect(parseQuery('counting clo', true).parts.at(-1)).toEqual({
      any: [{ token: 'clo', written: 'clo', open: true }],
    });
    expect(parseQuery('counting clo ').parts.at(-1)).toEqual({ any: [{ token: 'clo', written: 'clo' }] });
  });
});
