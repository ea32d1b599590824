import { expect, test } from 'vitest';
import { buildCatalog, type Content } from '../../../src/catalog/build-catalog.ts';
import { planOf } from '../../support/plan-of.ts';
import type { PublicationSummary } from '../../../src/domain/publication/publication-summary.ts';
import type { Site } from '../../../src/domain/institute/site.ts';
import { asContent, makeSummary, nothingReadable } from '../../support/make.ts';

const site: Site = {
  institute: { en: 'Institute' },
  platform: { en: 'Publications' },
  url: 'https://example.org',
  base: '',
  locales: ['en', 'fa'],
  accent: { light: '#0b5563', dark: '#86cad6' },
  social: [],
  share: [],
  styles: [],
  formats: [],
  trust: 'mdx',
  errors: 'stop',
  features: {
    search: true,
    statistics: true,
    related: true,
    embeds: true,
    linkset: false,
    oai: false,
    cards: 'none',
    bulk: { split: 20, archive: false },
  },
};
const content = (list: readonly PublicationSummary[]): Content => ({
  site,
  ...asContent(list),
  pages: [],
  people: new Map(),
  units: new Map(),
  journals: new Map(),
  topics: new Map(),
  excluded: new Set(),
  readable: nothingReadable,
});
const sources = {
  digest: (text: string) => text,
  digestOf: (file: string) => file,
  imagesOf: () => undefined,
  withheldOf: () => [],
  citationKeyOf: () => '',
  citationBytesOf: () => 0,
  frameBytesOf: () => 0,
  fileAt: () => undefined,
};
const publications = [
  makeSummary({ slug: 'b', title: 'Second of the day', published: '2024-05-02' }),
  makeSummary({ slug: 'a', title: 'First of the day', published: '2024-05-02' }),
  makeSummary({ slug: 'c', title: 'Of the month', published: '2024-05' }),
  makeSummary({ slug: 'd', title: 'Of the year', published: '2024' }),
  makeSummary({ slug: 'e', title: 'Of the next year', published: '2025' }),
];

test('publications are sorted: newest first, less precise dates last, then by slug', () => {
  expect(buildCatalog(content(publications), { drafts: false }).publications.map(({ slug }) => slug)).toEqual([
    'e',
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('the order in which files are read changes nothing', () => {
  const pages = (list: typeof publications) => planOf(buildCatalog(content(list), { drafts: false }), sources);
  expect(pages([...publications].reverse())).toEqual(pages(publications));
});

test('a change of one publication changes the keys of the pages that show it, and of no other', () => {
  const keys = (list: typeof publications) => {
    const digestOf = (file: string) => JSON.stringify(list.find((each) => each.file === file)?.title);
    const { rows } = planOf(buildCatalog(content(list), { drafts: false }), { ...sources, digestOf });
    return new Map(rows.map(({ address, key }) => [address, key]));
  };
  const before = keys(publications);
  const after = keys(
    publications.map((publication) =>
      publication.slug === 'e' ? { ...publication, title: ['Another title'] } : publication,
    ),
  );
  const changed = [...after].filter(([address, key]) => before.get(address) !== key).map(([address]) => address);
  const feeds = ['/fa/feed.json', '/fa/feed.xml', '/feed.json', '/feed.xml'];
  expect(changed.sort()).toEqual(['/', ...feeds, '/publications/', '/publications/e/', '/years/2025/']);
});

test('a change of the record that is to be cited instead changes the page that gives its reference', () => {
  const list = [...publications, makeSummary({ slug: 'preprint', title: 'A preprint', preferred: 'e' })];
  const keys = (digestOf: (file: string) => string) =>
    new Map(
      planOf(buildCatalog(content(list), { drafts: false }), { ...sources, digestOf }).rows.flatMap(
        ({ kind, slug, key }) => (kind === 'publication' ? [[slug, key] as const] : []),
      ),
    );
  const before = keys((file) => file);
  const after = keys((file) => (file === 'publications/e.mdx' ? 'another text' : file));
  expect([...after].filter(([slug, key]) => before.get(slug) !== key).map(([slug]) => slug)).toEqual(['e', 'preprint']);
});

test('a build counts drafts, and does not hold them', () => {
  const draft = makeSummary({ slug: 'draft', title: 'Not yet', draft: 'true' });
  const catalog = buildCatalog(content([...publications, draft]), { drafts: false });
  expect([catalog.publications.length, catalog.drafts.map(({ slug }) => slug)]).toEqual([5, ['draft']]);
});
