import { describe, expect, test } from 'vitest';
import { buildCatalog, type Catalog, type Content } from '../../../src/catalog/build-catalog.ts';
import { indexRows } from '../../../src/site-plan/index-rows.ts';
import { planOf } from '../../support/plan-of.ts';
import { countStatistics, largest } from '../../../src/site-plan/count-statistics.ts';
import type { Person, Topic, Unit } from '../../../src/domain/institute/institute.ts';
import type { Site } from '../../../src/domain/institute/site.ts';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import {
  asContent,
  compileText,
  makeSummary,
  namesOf,
  type WrittenPublication,
  nothingReadable,
} from '../../support/make.ts';

const written: readonly WrittenPublication[] = [
  {
    slug: 'late',
    title: 'Late',
    published: '2024-05',
    authors: ['Jamshidi A', 'Vosough M'],
    affiliations: ['Sleep Lab, Tehran, Iran', 'Elsewhere, Paris, France'],
    topics: ['naps'],
    openAccess: 'gold',
    journal: 'Gut',
    warnings: ['affiliation-unused'],
  },
  {
    slug: 'early',
    title: 'Early',
    published: '2023',
    authors: ['Vosough M'],
    affiliations: ['Somewhere, Shiraz, Iran', 'Elsewhere, Isfahan, Iran'],
    topics: ['sleep'],
    openAccess: 'closed',
    type: 'dataset',
    warnings: ['affiliation-unused'],
  },
  { slug: 'undated', title: 'Undated', published: '2024', authors: [{ group: 'A Consortium' }], journal: 'The Lancet' },
  { slug: 'draft', title: 'Draft', published: '2025', draft: 'true' },
];
const people = {
  'jamshidi-a': { names: ['Jamshidi, Ahmadreza', 'Jamshidi A'], unit: 'lab' },
  'vosough-m': { names: ['Vosough, M', 'Vosough M'], page: 'false' },
};
const units = { lab: { name: 'Sleep Lab', parent: 'faculty' }, faculty: { name: { fa: 'دانشکده', en: 'Faculty' } } };
const topics = { naps: { label: 'Naps', parent: 'sleep' }, sleep: { label: 'Sleep' }, unused: { label: 'Unused' } };

describe('the catalog', () => {
  const catalog = build(written);
  const slugsIn = (groups: ReadonlyMap<string | number, readonly { slug: string }[]>) =>
    Object.fromEntries([...groups].map(([id, own]) => [id, own.map(({ slug }) => slug)]));

  test('sorts publications, and does not hold drafts', () => {
    expect(catalog.publications.map(({ slug }) => slug)).toEqual(['late', 'undated', 'early']);
    expect(catalog.drafts.map(({ slug }) => slug)).toEqual(['draft']);
    expect(build(written, true).publications.map(({ slug }) => slug)).toEqual(['draft', 'late', 'undated', 'early']);
  });

  test('collects publications by what they refer to, and adds those of children to their parents', () => {
    expect(slugsIn(catalog.byPerson)).toEqual({ 'jamshidi-a': ['late'], 'vosough-m': ['late', 'early'] });
    expect(slugsIn(catalog.byUnit)).toEqual({ lab: ['late'], faculty: ['late'] });
    expect(slugsIn(catalog.byTopic)).toEqual({ naps: ['late'], sleep: ['late', 'early'] });
    expect(slugsIn(catalog.byYear)).toEqual({ 2024: ['late', 'undated'], 2023: ['early'] });
    expect(slugsIn(catalog.byJournal)).toEqual({ gut: ['late'], 'the-lancet': ['undated'] });
  });

  test('is the same in whatever order the files were read', () => {
    const reversed = build([...written].reverse());
    // `institute` keeps the order in which files were read.
    const derived = ({ related, institute: _, ...rest }: Catalog) => ({ ...rest, related: related() });
    expect(derived(reversed)).toEqual(derived(catalog));
    expect(pagesOf(reversed)).toEqual(pagesOf(catalog));
  });

  test('lists people with a page, topics as a tree, and journals by their names without an article', () => {
    expect(indexRows('people', catalog).map(({ id, count }) => ({ id, count }))).toEqual([
      { id: 'jamshidi-a', count: 1 },
    ]);
    expect(indexRows('topics', catalog).map(({ id, depth, count }) => `${id} ${depth} ${count}`)).toEqual([
      'sleep 0 2',
      'naps 1 1',
      'unused 0 0',
    ]);
    expect(indexRows('units', catalog).map(({ id, depth }) => `${id} ${depth}`)).toEqual(['faculty 0', 'lab 1']);
    expect(indexRows('journals', catalog).map(({ id }) => id)).toEqual(['gut', 'the-lancet']);
  });

  test('warns when there is no publication, but not when the publications have errors or are drafts', () => {
    expect(namesOf(build([]).problems)).toEqual(['no-publications']);
    expect(namesOf(build([], false, new Set(['publications/broken'])).problems)).toEqual([]);
    expect(namesOf(build([{ slug: 'draft', draft: 'true' }]).problems)).toEqual([]);
  });
});

describe('the pages of a catalog', () => {
  test('have keys that change exactly when what they show changes', () => {
    const before = pagesOf(build(written));
    const corrected = written.map((item) =>
      item.slug === 'early' ? { ...item, title: 'Early, and corrected' } : item,
    );
    const after = pagesOf(build(corrected), corrected);
    const changed = Object.keys(before).filter((address) => before[address] !== after[address]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const isFile = (address: string) => !address.endsWith('/');
    expect(changed.filter((address) => !isFile(address)).sort()).toEqual([
      '/',
      '/publications/',
      '/publications/early/',
      '/topics/sleep/',
      '/topics/sleep/embed/',
      '/years/2023/',
    ]);
    const lists = ['/publications', '/topics/sleep', '/years/2023'];
    const extensions = offeredFormats().map(({ extension }) => extension);
    expect(changed.filter(isFile).sort()).toEqual(
      [
        ...lists.flatMap((list) => extensions.map((extension) => list + extension)),
        ...['', '/topics/sleep'].flatMap((root) => [`${root}/feed.json`, `${root}/feed.xml`]),
        '/publications/early.card.png',
      ].sort(),
    );
  });

  test('have a file of citations in each format beside every list that is not empty', () => {
    const { rows } = planOf(build(written), sources);
    const bibliographies = rows
      .filter(({ data }) => JSON.parse(data).format === 'bibtex')
      .map(({ address }) => address);
    expect(bibliographies.sort()).toEqual([
      '/journals/gut.bib',
      '/journals/the-lancet.bib',
      '/people/jamshidi-a.bib',
      '/publications.bib',
      '/topics/naps.bib',
      '/topics/sleep.bib',
      '/units/faculty.bib',
      '/units/lab.bib',
      '/years/2023.bib',
      '/years/2024.bib',
    ]);
    const all = rows.find(({ address }) => address === '/publications.bib')!;
    expect(JSON.parse(all.entries)).toEqual(build(written).publications.map(({ slug }) => slug));
  });

  test('have one address each', () => {
    const addresses = planOf(build(written), sources).rows.map(({ address, locale }) => `${address} ${locale}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  test('do not exist for features that are switched off', () => {
    const off = pagesOf(build(written, false, new Set(), { search: 'false', statistics: 'false' }));
    expect(Object.keys(off)).not.toEqual(expect.arrayContaining(['/search/']));
    expect(Object.keys(off)).not.toEqual(expect.arrayContaining(['/statistics/']));
  });
});

describe('statistics', () => {
  const publications = build(written).publications;
  const none = { journals: [], units: [], topics: [], topicYears: [], network: { people: [], pairs: [], total: 0 } };

  test('count each publication once in each figure', () => {
    expect(countStatistics(publications, none)).toMatchObject({
      total: 3,
      byYear: [
        { year: 2023, count: 1, byType: { dataset: 1 } },
        { year: 2024, count: 2, byType: { article: 2 } },
      ],
      openByYear: [
        { year: 2023, known: 1, open: 0 },
        { year: 2024, known: 1, open: 1 },
      ],
      countries: [
        { country: 'IR', count: 2 },
        { country: 'FR', count: 1 },
      ],
    });
  });

  test('are empty without publications', () => {
    expect(countStatistics([], none)).toEqual({
      total: 0,
      byYear: [],
      openByYear: [],
      journals: [],
      journalCount: 0,
      units: [],
      topics: [],
      topicYears: [],
      countries: [],
      network: none.network,
    });
  });

  test('take the largest rows, and of equal rows the first by id', () => {
    const row = (id: string, count: number) => ({ id, name: { und: id }, count });
    expect(largest([row('b', 1), row('a', 1), row('c', 2)], 2).map(({ id }) => id)).toEqual(['c', 'a']);
  });
});

describe('related publications', () => {
  const relatedOf = (publications: readonly WrittenPublication[]) => Object.fromEntries(build(publications).related());

  test('share topics, people, keywords and rare words of the title, the nearest first', () => {
    const related = relatedOf([
      {
        slug: 'a',
        title: 'Narcolepsy among shepherds',
        topics: ['naps'],
        keywords: ['sheep', 'wool'],
        authors: ['One A'],
      },
      { slug: 'b', title: 'Narcolepsy among sailors', topics: ['naps'], keywords: ['Sheep'], authors: ['Two B'] },
      { slug: 'c', title: 'Snoring', topics: ['naps'], keywords: ['sheep', 'wool'], authors: ['Three C'] },
      { slug: 'd', title: 'Entirely different matters', authors: ['Four D'] },
      { slug: 'e', title: 'Unlike the others', authors: ['Five E'] },
    ]);
    expect(related['a']).toEqual(['c', 'b']);
    expect(related['d']).toEqual([]);
  });

  test('are empty where the feature is switched off', () => {
    expect([...build(written, false, new Set(), { related: 'false' }).related()]).toEqual([]);
  });

  test('are three at most, never the publication itself, and the same in any order of files', () => {
    const publications = Array.from({ length: 12 }, (_, index) => ({
      slug: `p${String(index).padStart(2, '0')}`,
      title: `Title ${'abcdefghijkl'[index]!.repeat(5)}`,
      keywords: ['shared', `k${index % 3}`],
      topics: ['naps'],
    }));
    const related = relatedOf(publications);
    for (const [slug, others] of Object.entries(related)) {
      expect(others.length).toBeLessThanOrEqual(3);
      expect(others).not.toContain(slug);
      expect(new Set(others).size).toBe(others.length);
    }
    expect(relatedOf([...publications].reverse())).toEqual(related);
  });
});

const sources = {
  digest: (text: string) => text,
  digestOf: (file: string) => written.find(({ slug }) => file.endsWith(`/${slug}.mdx`))?.slug ?? '',
  imagesOf: () => undefined,
  withheldOf: () => [],
  citationKeyOf: () => '',
  citationBytesOf: () => 0,
  frameBytesOf: () => 0,
  fileAt: () => undefined,
};

function pagesOf(catalog: Catalog, publications: readonly WrittenPublication[] = written): Record<string, string> {
  const titles = new Map(publications.map(({ slug, title }) => [slug, JSON.stringify(title)]));
  // The title of a publication serves as the digest of its file.
  const digestOf = (file: string) => titles.get(file.replace(/^.*\/|\.mdx$/g, '')) ?? '';
  const citationKeyOf = (slug: string) => titles.get(slug) ?? '';
  return Object.fromEntries(
    planOf(catalog, { ...sources, digestOf, citationKeyOf }).rows.map(({ address, key }) => [address, key]),
  );
}

function build(
  publications: readonly WrittenPublication[],
  drafts = false,
  excluded: ReadonlySet<string> = new Set(),
  features: Record<string, string> = {},
): Catalog {
  const site: Site = {
    ...siteSchema.parse({ institute: 'Example', url: 'https://example.org', features }),
    formats: offeredFormats(),
    platform: { und: 'Publications' },
    base: '',
  };
  const table = <Row>(kind: string, files: Record<string, object>) =>
    new Map(
      Object.entries(files).map(
        ([id, fields]) =>
          [id, JSON.parse(compileText(`${kind}/${id}.yaml`, JSON.stringify(fields)).record!) as Row] as const,
      ),
    );
  const content: Content = {
    site,
    ...asContent(publications.map(makeSummary)),
    pages: [],
    people: table<Person>('people', people),
    units: table<Unit>('units', units),
    topics: table<Topic>('topics', topics),
    journals: new Map(),
    excluded,
    readable: nothingReadable,
  };
  return buildCatalog(content, { drafts });
}
