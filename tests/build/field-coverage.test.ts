import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { offeredFormatIds } from '../../src/domain/publication/offered-format.ts';
import { citationFormats } from '../../src/formats/written-formats.ts';
import { publicationFields, type PublicationField } from '../../src/schemas/publication.ts';
import { buildFolder, contentFolder, styledSite, type OwnSite } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { readHtml, textOf } from '../support/read-html.ts';

/** Where a field of a publication is read: its page, the head of its page, and the formats of its citation. */
interface Coverage {
  /** Two values, as an author writes them. */
  readonly values: readonly [unknown, unknown];
  /** Other fields that it needs. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** True, or why the page does not show it. */
  readonly page: true | string;
  /** True, or why machines are not told in the head. */
  readonly head: true | string;
  /** `all` but those whose rules say that they lack it, or why no format holds it. */
  readonly formats: string;
}

const inBook = { type: 'chapter', container: 'Example Book', isbn: '978-3-16-148410-0' };
const aBook = { type: 'book', publisher: 'Example Press' };
const inJournal = { journal: 'Example Journal' };

/** A new field does not compile until it has a line here. */
// prettier-ignore
const coverage: Readonly<Record<PublicationField, Coverage>> = {
  title: { values: ['One', 'Two'], page: true, head: true, formats: 'all' },
  type: { values: ['review', 'letter'], page: true, head: true, formats: 'all' },
  lang: { values: ['en', 'de'], page: true, head: true, formats: 'all' },
  authors: { values: [['One, A'], ['Two, B']], page: true, head: true, formats: 'all' },
  affiliations: { values: [['Example One'], ['Example Two']], with: { authors: [{ name: 'One, A', affiliations: [1] }] }, page: true, head: true, formats: 'all' },
  journal: { values: ['Journal One', 'Journal Two'], page: true, head: true, formats: 'all' },
  container: { values: ['Book One', 'Book Two'], with: inBook, page: true, head: true, formats: 'all' },
  thesis: { values: [{ kind: 'master' }, { kind: 'doctoral', advisor: 'One, A' }], with: { type: 'thesis', publisher: 'Example University' }, page: true, head: true, formats: 'all' },
  event: { values: [{ name: 'Congress One' }, { name: 'Congress Two', place: 'Shiraz', start: '2024-05-02' }], with: { type: 'conference-paper', container: 'Proceedings' }, page: true, head: true, formats: 'all' },
  volume: { values: ['1', '2'], page: true, head: true, formats: 'all' },
  issue: { values: ['1', '2'], page: true, head: true, formats: 'all' },
  pages: { values: ['1-2', '3-4'], page: true, head: true, formats: 'all' },
  articleNumber: { values: ['e1', 'e2'], page: true, head: true, formats: 'all' },
  publisher: { values: ['Press One', 'Press Two'], with: inBook, page: true, head: true, formats: 'all' },
  editors: { values: [['One, A'], ['Two, B']], with: inBook, page: true, head: true, formats: 'all' },
  translators: { values: [['One, A'], ['Two, B']], with: inBook, page: true, head: true, formats: 'all' },
  seriesEditors: { values: [['One, A'], ['Two, B']], with: { ...inBook, series: 'Examples' }, page: true, head: true, formats: 'all' },
  place: { values: ['Place One', 'Place Two'], with: inBook, page: true, head: true, formats: 'all' },
  edition: { values: ['1', '2'], with: aBook, page: true, head: true, formats: 'all' },
  series: { values: ['Series One', 'Series Two'], with: aBook, page: true, head: true, formats: 'all' },
  seriesNumber: { values: ['1', '2'], with: { ...aBook, series: 'Examples' }, page: true, head: true, formats: 'all' },
  chapter: { values: ['1', '2'], with: inBook, page: true, head: true, formats: 'all' },
  pagesTotal: { values: ['100', '200'], with: aBook, page: true, head: true, formats: 'all' },
  number: { values: ['R1', 'R2'], with: { type: 'report', publisher: 'Example Institute' }, page: true, head: true, formats: 'all' },
  version: { values: ['1.0', '2.0'], with: { type: 'software', publisher: 'Example Archive' }, page: true, head: true, formats: 'all' },
  originalTitle: { values: ['One', 'Two'], with: aBook, page: true, head: true, formats: 'all' },
  accessed: { values: ['2024-01-01', '2024-01-02'], page: true, head: 'the day on which someone read the address says nothing of the work', formats: 'all' },
  published: { values: ['2023', '2024-05'], page: true, head: true, formats: 'all' },
  online: { values: ['2022-11-30', '2022-12-01'], with: { ...inJournal, published: '2023' }, page: true, head: true, formats: 'all' },
  doi: { values: ['10.5555/one', '10.5555/two'], page: true, head: true, formats: 'all' },
  pmid: { values: ['1', '2'], page: true, head: true, formats: 'all' },
  pmcid: { values: ['PMC1', 'PMC2'], page: true, head: true, formats: 'all' },
  arxiv: { values: ['2401.00001', '2401.00002'], page: true, head: true, formats: 'all' },
  isbn: { values: ['978-3-16-148410-0', '978-0-306-40615-7'], with: inBook, page: true, head: true, formats: 'all' },
  handle: { values: ['10013/one', '10013/two'], page: true, head: true, formats: 'all' },
  url: { values: ['https://a.example', 'https://b.example'], page: true, head: true, formats: 'all' },
  links: { values: [[{ rel: 'data', url: 'https://a.example' }], []], page: true, head: true, formats: 'a citation holds one address, and others lead elsewhere' },
  openAccess: { values: ['gold', 'closed'], page: true, head: true, formats: 'no format has a field for it' },
  license: { values: ['CC-BY-4.0', 'CC0-1.0'], page: true, head: true, formats: 'says how a work may be used, which no reference names' },
  copyright: { values: ['© One', '© Two'], page: true, head: true, formats: 'all' },
  keywords: { values: [['one'], ['two']], page: true, head: true, formats: 'all' },
  topics: { values: [['one'], ['two']], page: true, head: true, formats: 'subject headings of the site, and not of the publication' },
  mesh: { values: [['D000001'], ['D000002']], page: true, head: true, formats: 'all' },
  extra: { values: [{ 'Patent family': 'One' }, { 'Patent family': 'Two' }], page: true, head: 'a field of the institute means nothing to other machines', formats: 'no format has a place for fields of one institute' },
  trials: { values: [['NCT00000001'], ['NCT00000002']], page: true, head: true, formats: 'all' },
  funding: { values: [[{ funder: 'Example One' }], [{ funder: 'Example Two' }]], page: true, head: true, formats: 'all' },
  status: { values: ['published', 'retracted'], page: true, head: true, formats: 'all' },
  notices: { values: [[{ type: 'correction', doi: '10.5555/n1' }], [{ type: 'correction', doi: '10.5555/n2' }]], with: { status: 'corrected' }, page: true, head: true, formats: 'all' },
  versions: { values: [{ preprint: '10.5555/p1' }, { preprint: '10.5555/p2' }], page: true, head: true, formats: 'all' },
  abstractBy: { values: ['authors', 'office'], page: true, head: true, formats: 'all' },
  summaryTitle: { values: [{ en: 'One' }, { en: 'Two' }], page: true, head: true, formats: 'a text of the site, and not of the publication' },
  keyMessages: { values: [['One.'], ['Two.']], page: true, head: true, formats: 'a text of the site, and not of the publication' },
  summary: { values: [{ en: 'One.' }, { en: 'Two.' }], page: true, head: 'the abstract describes the page', formats: 'a text of the site, and not of the publication' },
  highlights: { values: [['One'], ['Two']], page: true, head: 'the abstract describes the page', formats: 'a text of the site, and not of the publication' },
  image: { values: [{ src: './a.png', alt: 'One' }, { src: './a.png', alt: 'Two' }], page: true, head: true, formats: 'no format has a field for it' },
  titles: { values: [{ fa: 'یک' }, { fa: 'دو' }], page: true, head: true, formats: 'all' },
  abstracts: { values: [{ fa: 'یک' }, { fa: 'دو' }], page: true, head: 'the head holds the abstract in its own language', formats: 'all' },
  preferred: { values: ['10.5555/one', '10.5555/two'], page: true, head: true, formats: 'all' },
  citekey: { values: ['one', 'two'], page: true, head: 'a key is a matter of files', formats: 'all' },
  aliases: { values: [['old-one'], ['old-two']], page: 'old addresses lead to the page', head: 'each old address has a page of its own', formats: 'an address of the site' },
  featured: { values: ['true', 'false'], page: 'decides about the home page', head: 'decides about the home page', formats: 'decides about the home page' },
  draft: { values: ['true', 'false'], page: true, head: true, formats: 'all' },
  added: { values: ['2024-01-01', '2024-01-02'], page: true, head: 'feeds and sitemaps say when a page is new', formats: 'a date of the site' },
};

const slugOf = (field: PublicationField): string => `of-${field.toLowerCase()}`;

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const siteOf = (which: 0 | 1): Promise<OwnSite> => {
  const files: Record<string, string | Uint8Array> = {
    'site.yaml': `${styledSite}styles: [vancouver]\nformats: [${offeredFormatIds.join(', ')}]\nfeatures: { search: false, cards: none }\n`,
    'topics/one.yaml': 'label: Topic one\n',
    'topics/two.yaml': 'label: Topic two\n',
    'publications/a.png': picture,
  };
  for (const field of publicationFields) {
    const { values, with: others = {} } = coverage[field];
    files[`publications/${slugOf(field)}.mdx`] = publicationText({
      title: `A study of ${field}`,
      ...('type' in others ? others : { ...inJournal, ...others }),
      [field]: values[which],
      body: 'An abstract.',
    });
  }
  return buildFolder(contentFolder(files));
};

let sites: readonly [OwnSite, OwnSite];
beforeAll(async () => {
  sites = [await siteOf(0), await siteOf(1)];
  expect(sites.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
});

test.each(publicationFields)('%s is read where the table says', (field) => {
  const { page, head, formats } = coverage[field];
  const read = sites.map((site) => readPage(site, field));
  expect({ page: read[0]?.page !== read[1]?.page, head: read[0]?.head !== read[1]?.head }).toEqual({
    page: page === true,
    head: head === true,
  });
  const holding = citationFormats.filter(({ file }) => {
    const [one, two] = sites.map((site) => readFile(site, `publications/${slugOf(field)}${file.extension}`));
    return one !== two;
  });
  const expected = citationFormats.filter(({ proof }) => formats === 'all' && !Object.hasOwn(proof.rules.lacks, field));
  expect(holding.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
});

test.each(citationFormats)('$label lacks only fields that there are', ({ proof }) => {
  expect(Object.keys(proof.rules.lacks).filter((field) => !Object.hasOwn(coverage, field))).toEqual([]);
});

/** What a reader finds in the page of a field, and what a machine finds in its head. */
function readPage(site: OwnSite, field: PublicationField): { readonly page: string; readonly head: string } {
  const html = readHtml(readFile(site, `publications/${slugOf(field)}/index.html`));
  const attributes = (...tags: readonly string[]): string =>
    JSON.stringify(tags.flatMap((tag) => html.all(tag).map(({ attrs }) => attrs)));
  return {
    page: html.all('main').map(textOf).join() + attributes('a', 'img'),
    head: attributes('meta', 'link') + html.all('script').map(textOf).join(),
  };
}

const readFile = ({ settings, read }: OwnSite, path: string): string =>
  existsSync(join(settings.outDir, path)) ? read(path) : '';
