import { expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/publication/entry.ts';
import { coinsHtml, contextObject } from '../../../src/metadata/coins.ts';
import { attribute, readHtml } from '../../support/read-html.ts';

const page = 'https://example.org/publications/a/';
const entry = (more: Partial<Entry> = {}): Entry => ({
  slug: 'a',
  type: 'article',
  lang: 'en',
  title: ['Tea & “lids”: 100% of them'],
  titles: {},
  authors: [],
  laterPeople: [],
  authorCount: 2,
  container: 'Teapot Letters',
  published: { year: 2024, month: 5 },
  status: 'published',
  cited: {
    authors: ['van der Berg, Jan Jr.', 'Tea Group'],
    journal: true,
    volume: '7',
    pages: { first: '1', last: '9' },
  },
  ...more,
});
const read = (value: Entry): URLSearchParams => new URLSearchParams(contextObject(value, page));

test('an article in its journal', () => {
  const values = read(entry({ doi: '10.5555/a(b)<c>' }));
  expect(Object.fromEntries(values)).toMatchObject({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:journal',
    rft_id: 'info:doi/10.5555/a(b)<c>',
    'rft.atitle': 'Tea & “lids”: 100% of them',
    'rft.jtitle': 'Teapot Letters',
    'rft.volume': '7',
    'rft.spage': '1',
    'rft.epage': '9',
    'rft.date': '2024-05',
    'rft.aulast': 'van der Berg',
  });
  expect(values.getAll('rft.au')).toEqual(['van der Berg, Jan Jr.', 'Tea Group']);
});

test('without a DOI the page is the identifier', () => {
  expect(read(entry()).getAll('rft_id')).toEqual([page]);
});

test('a group that signs first is a corporation, and named once', () => {
  const values = read(entry({ cited: { authors: ['Committee, Very Large'], group: true } }));
  expect([values.get('rft.aucorp'), values.get('rft.aulast'), values.getAll('rft.au')]).toEqual([
    'Committee, Very Large',
    null,
    [],
  ]);
});

test.each([
  ['chapter', 'book', 'rft.atitle', 'rft.btitle'],
  ['book', 'book', 'rft.btitle', undefined],
  ['thesis', 'dissertation', 'rft.title', 'rft.inst'],
  ['patent', 'patent', 'rft.title', undefined],
  ['dataset', 'dc', 'rft.title', 'rft.source'],
] as const)('a %s is of the matrix %s', (type, matrix, title, container) => {
  const values = read(entry({ type, cited: { authors: [] } }));
  expect(values.get('rft_val_fmt')).toBe(`info:ofi/fmt:kev:mtx:${matrix}`);
  expect(values.get(title)).toBe('Tea & “lids”: 100% of them');
  if (container) expect(values.get(container)).toBe('Teapot Letters');
});

test.each([
  ['preprint', 'preprint'],
  ['dataset', 'dataset'],
  ['software', 'computerProgram'],
  ['poster', 'presentation'],
  ['protocol', 'document'],
  ['media', 'webpage'],
] as const)('Zotero reads a %s as its own type', (type, itemType) => {
  expect(read(entry({ type, cited: { authors: [] } })).get('rft.type')).toBe(itemType);
});

test('a retraction goes before the title', () => {
  expect(read(entry({ status: 'retracted' })).get('rft.atitle')).toMatch(/^RETRACTED: /);
});

test('is an empty element, hidden from those who listen, whose attribute a browser reads back', () => {
  const [span] = readHtml(`<!doctype html><p>${coinsHtml(entry(), page)}</p>`).all('span');
  expect([attribute(span!, 'class'), attribute(span!, 'aria-hidden'), span!.childNodes.length]).toEqual([
    'Z3988',
    'true',
    0,
  ]);
  expect(attribute(span!, 'title')).toBe(contextObject(entry(), page));
});
