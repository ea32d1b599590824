import { beforeAll, expect, test } from 'vitest';
import { siteFolder } from '../support/build-site.ts';
import { attribute, hasClass, isInside, textOf } from '../support/read-html.ts';
import { sharedSite } from '../support/shared-site.ts';
import type { Facet, FacetName, SearchDocuments } from '../../src/search/search-data.ts';
import { readPages, type SitePage } from './site-pages.ts';

let pages: readonly SitePage[];
beforeAll(async () => {
  pages = readPages(await sharedSite(siteFolder('gallery')));
});
const pageAt = (path: string): SitePage => pages.find((page) => page.path === `${path}index.html`)!;
const hrefs = (path: string): (string | undefined)[] =>
  pageAt(path)
    .html.all('a')
    .map((link) => attribute(link, 'href'));

test('a topic shows how much was published on it in each year, by whom, and what else these publications are about', () => {
  const [aside] = pageAt('topics/cloud-arithmetic/').html.all('aside');
  const text = textOf(aside!);
  for (const heading of ['Publications per year', 'People', 'Related topics']) expect(text).toContain(heading);
  expect(hrefs('topics/cloud-arithmetic/')).toContain('/people/fictus-ada/');
});

test('a topic begins with what to read first, and says by which rule', () => {
  const [start] = pageAt('topics/cloud-arithmetic/')
    .html.all('section')
    .filter((each) => attribute(each, 'aria-labelledby') === 'start');
  expect(textOf(start!)).toContain('Explained in plain language first');
  expect(textOf(start!)).toContain('Counting clouds with whole numbers');
  expect(textOf(start!)).not.toContain('Data set');
  // A short list is its own beginning.
  expect(textOf(pageAt('topics/moss/').html.all('main')[0]!)).not.toContain('Start here');
});

test('a topic without a description has people and a chart, and a centre has its topics', () => {
  const [topic, unit] = [pageAt('topics/moss/'), pageAt('units/department-of-cloud-arithmetic/')];
  expect(topic.html.all('aside').map(textOf).join()).toContain('People');
  expect(unit.html.all('aside').map(textOf).join()).toContain('Topics');
});

test('what is about a topic comes before its list where that is long, and after a short list', () => {
  const order = (path: string): (string | undefined)[] =>
    pageAt(path)
      .html.all('*', (each) => ['aside', 'section'].includes(each.tagName))
      .map((each) => (each.tagName === 'aside' ? 'aside' : attribute(each, 'aria-labelledby')))
      .filter((name) => ['aside', 'start', 'publications'].includes(name ?? ''));
  expect(order('topics/cloud-arithmetic/')).toEqual(['start', 'aside', 'publications']);
  expect(order('units/department-of-cloud-arithmetic/')).toEqual(['start', 'aside', 'publications']);
  expect(order('topics/moss/')).toEqual(['publications', 'aside']);
});

test('the number of its publications stands beside the name of a topic, a centre and a journal', () => {
  for (const path of ['topics/moss/', 'units/faculty-of-imaginary-sciences/', 'journals/teapot-letters/']) {
    const [head] = pageAt(path).html.all('header', (each) => hasClass(each, 'pub-head'));
    expect(textOf(head!)).toMatch(/\d+ publications/);
  }
  expect(textOf(pageAt('people/fictus-ada/').html.all('aside')[0]!)).toMatch(/Publications\d+ \(\d{4}–\d{4}\)/);
});

test('the headings of the statistics tell what is largest, and a name in another script keeps its direction', () => {
  const headings = (path: string): string[] => pageAt(path).html.all('figcaption').map(textOf);
  expect(headings('statistics/')).toEqual(
    expect.arrayContaining([
      'Most in 2024: 16 publications',
      'Most often in Journal of Invented Results: 13 publications',
      'Most from Faculty of Imaginary Sciences: 32 publications',
      'Most on Weather: 24 publications',
    ]),
  );
  expect(headings('fa/statistics/')).toContain('بیش از همه در Journal of Invented Results: ۱۳ اثر');
  const [name] = pageAt('fa/statistics/').html.all(
    'span',
    (each) => isInside(each, 'figcaption') && isInside(each, 'bdi'),
  );
  expect([textOf(name!), attribute(name!, 'dir')]).toEqual(['Journal of Invented Results', 'ltr']);
});

test('the home page begins with a featured study, its picture, and what is new in the newest month', () => {
  const sections = new Map(
    pageAt('')
      .html.all('section')
      .map((each) => [attribute(each, 'aria-labelledby'), textOf(each)]),
  );
  expect([...sections.keys()].slice(0, 4)).toEqual(['institute', 'featured', 'newest', 'latest']);
  expect(sections.get('featured')).toContain('Counting clouds');
  expect(sections.get('newest')).toContain('New in October 2026');
  expect(sections.get('latest')).not.toContain('Lids, and other things');
  const [picture] = pageAt('')
    .html.all('img')
    .filter((each) => attribute(each, 'src')?.includes('fictus-2024-counting'));
  expect(attribute(picture!, 'alt')).not.toBe('');
  expect(attribute(picture!, 'width')).toMatch(/^[1-9]/);
  expect(sections.get('plain')).not.toContain('Counting clouds');
});

test('the statistics show the largest topics year by year, and each number opens its publications', () => {
  const text = textOf(pageAt('statistics/').html.all('main')[0]!);
  expect(text).toMatch(/Most in \d{4}–\d{4} on Weather: \d+ publications/);
  expect(hrefs('statistics/')).toContain('/search/?year=2024&topic=weather');
});

test('the home page leads to the people who publish most', () => {
  expect(hrefs('')).toContain('/people/fictus-ada/');
});

test('the feed of each kind of list is named only where there are such lists', () => {
  expect(textOf(pageAt('').html.all('main')[0]!)).toContain('Each topic, centre and person has its own feed, too.');
});

test('a year in the data of a chart leads to its publications', () => {
  expect(hrefs('statistics/')).toContain('/years/2024/');
});

test('a bar of a chart of years opens the search with that year, and with what the page is about', () => {
  const bar = (path: string, href: string) =>
    pageAt(path)
      .html.all('a')
      .find((link) => attribute(link, 'href') === href);
  for (const path of ['', 'statistics/']) {
    const link = bar(path, '/search/?year=2024');
    expect(attribute(link!, 'aria-label')).toMatch(/^2024: \d+ publications$/);
  }
  expect(bar('topics/cloud-arithmetic/', '/search/?year=2024&topic=cloud-arithmetic')).toBeDefined();
  expect(bar('people/fictus-ada/', '/search/?year=2024&person=fictus-ada')).toBeDefined();
  expect(attribute(bar('fa/statistics/', '/fa/search/?year=2024')!, 'aria-label')).toMatch(/^سال [۰-۹]+: [۰-۹]+ اثر$/);
});

test('a bar of a journal, a centre or a topic, and a type, opens the search that has as many publications', async () => {
  const site = await sharedSite(siteFolder('gallery'));
  const { facets, large } = JSON.parse(site.read('search/documents.json')) as SearchDocuments;
  const facet = (name: FacetName): Facet =>
    name in large ? (JSON.parse(site.read(`search/facets/${name}.json`)) as Facet) : (facets[name] ?? []);
  for (const name of ['journal', 'unit', 'topic'] as const)
    for (const { id, documents } of facet(name).slice(0, 3)) {
      const link = pageAt('statistics/')
        .html.all('a', (each) => isInside(each, 'table'))
        .find((each) => attribute(each, 'href') === `/search/?${name}=${id}`);
      expect(attribute(link!, 'aria-label')).toBe(`${textOf(link!)}: ${documents.length} publications`);
    }
  expect(hrefs('statistics/')).toEqual(
    expect.arrayContaining([
      '/search/?type=article',
      '/search/?year=2024&type=article',
      '/search/?year=2024&access=open',
    ]),
  );
  expect(hrefs('fa/statistics/')).toContain('/fa/search/?topic=weather');
});

test('a Persian list names authors in Persian where the record does', () => {
  expect(textOf(pageAt('fa/publications/').html.all('main')[0]!)).toContain('آدا فیکتوس');
});

test('a headline in plain language stands before the title of the paper', () => {
  const headings = pageAt('plain-language/').html.all('h4').map(textOf);
  expect(headings).toContain('No rain, good company');
});

test('key messages are told as sentences among the summaries, and the headline in lists and feeds', async () => {
  const summaries = pageAt('plain-language/').html.all('li').map(textOf);
  expect(summaries).toContain('Fifty-two people waited with umbrellas.');
  const entry = (path: string) =>
    pageAt(path)
      .html.all('p')
      .filter((each) => attribute(each, 'class') === 'pub__plain')
      .map(textOf);
  expect(entry('publications/')).toContain('No rain, good company');
  expect(entry('fa/publications/')).toContain('باران نیامد، آدم‌ها ماندند');
  const site = await sharedSite(siteFolder('gallery'));
  expect(site.read('plain-language/feed.xml')).toContain('No rain, good company');
  expect(site.read('topics/unlikely-rain/feed.json')).toContain('No rain, good company');
});

test('a comma stays on the line of its word, in the line to follow', () => {
  for (const [path, comma] of [
    ['', ','],
    ['fa/', '،'],
  ] as const) {
    const parts = pageAt(path)
      .html.all('span', (element) => attribute(element, 'class') === 'whole')
      .map(textOf);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every((part) => part.trim().endsWith(comma))).toBe(true);
  }
});

test('“Use this list” has the feeds of the list, on the list of all publications those of the site', () => {
  const offered = (path: string) =>
    pageAt(path)
      .html.all('a', (link) => isInside(link, 'dialog'))
      .map((link) => attribute(link, 'href'));
  expect(offered('publications/')).toEqual(expect.arrayContaining(['/feed.xml', '/feed.json']));
  expect(offered('people/fictus-ada/')).toContain('/people/fictus-ada/feed.xml');
  expect(offered('years/2024/').filter((href) => /feed\.(xml|json)$/.test(href ?? ''))).toEqual([]);
});

test('names of feeds are isolated: between Persian words, the first of two in Latin letters would else come last', () => {
  for (const path of ['fa/publications/', 'fa/people/fictus-ada/']) {
    const [atom] = pageAt(path).html.all('a', (link) => isInside(link, 'dialog') && textOf(link) === 'Atom');
    expect(isInside(atom!, 'bdi')).toBe(true);
  }
});

test('a journal is named in the heading of its page, in the largest size unless the name is long', () => {
  const [list] = pageAt('journals/journal-of-invented-results/').html.all('section', (each) =>
    hasClass(each, 'by-year'),
  );
  expect(textOf(list!)).toContain('Counting clouds with whole numbers');
  expect(textOf(list!)).not.toContain('Journal of Invented Results');
  const large = (path: string) => hasClass(pageAt(path).html.all('h1')[0]!, 'xl');
  expect(large('journals/journal-of-invented-results/')).toBe(true);
  expect(large('journals/acta-fictionis/')).toBe(false);
});

test('the key figures are read as sentences, the number before the words that continue it', () => {
  const figures = (path: string) =>
    pageAt(path)
      .html.all('li', (each) => isInside(each, 'sums'))
      .map(textOf);
  expect(figures('statistics/')).toEqual([
    expect.stringMatching(/^\d+ publications, \d{4}–\d{4}$/),
    expect.stringMatching(/^\d+% of \d+ publications from \d{4}–\d{4} are open access$/),
    expect.stringMatching(/^\d+ journals$/),
    expect.stringMatching(/^\d+ countries$/),
  ]);
  expect(figures('fa/statistics/')[1]).toMatch(/^[۰-۹٪]+ از [۰-۹]+ اثر \([۰-۹–]+\) دسترسی آزاد دارد$/);
});
