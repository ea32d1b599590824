import { expect, test } from 'vitest';
import { singleFormats } from '../../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { writeHeaders } from '../../../src/feeds/headers.ts';
import { writeLinkset } from '../../../src/feeds/linkset.ts';
import { writeLlms } from '../../../src/feeds/llms.ts';
import { writeOaiRepository } from '../../../src/feeds/oai-static-repository.ts';
import { writeOpenSearch } from '../../../src/feeds/opensearch.ts';
import { pagePolicy, policyOfPath } from '../../../src/metadata/content-security-policy.ts';
import { createUrls } from '../../../src/urls.ts';
import { xmlFaults } from '../../support/validate-xml.ts';
import { makeCited, plainAbstract } from '../formats/make-cited.ts';

const urls = createUrls({ siteUrl: 'https://example.org', base: '', locales: ['en'] });

test('a search description keeps to the lengths that its standard permits', async () => {
  const describe = (names: string[]) =>
    writeOpenSearch({
      names,
      description: 'd'.repeat(2000),
      search: 'https://example.org/search/',
      self: 'https://example.org/opensearch.xml',
      icon: 'https://example.org/favicon.svg',
      language: 'en',
    });
  for (const names of [
    ['A very long name of an institute of very many words & signs', 'Short name'],
    ['Institute of Invented Sciences'],
    ['مؤسسهٔ علوم خیالی و دانش‌های ساختگی'],
  ]) {
    const text = describe(names);
    expect(await xmlFaults(text, 'opensearch.xsd')).toEqual([]);
    expect(text).toContain('template="https://example.org/search/?q={searchTerms}"');
  }
  expect(describe(['A very long name of an institute', 'Short name'])).toContain('<ShortName>Short name</ShortName>');
});

test('a static repository is valid, and tells what became of a record', async () => {
  const text = writeOaiRepository({
    name: 'Example & Institute',
    url: 'https://example.org/oai.xml',
    mail: 'library@example.org',
    publications: [
      makeCited({
        slug: 'a',
        published: { year: 2024 },
        status: 'retracted',
        notices: [{ type: 'retraction', date: { year: 2025, month: 2, day: 1 } }],
      }),
      makeCited({
        slug: 'b',
        title: ['x < y'],
        titles: { fa: ['عنوان'] },
        published: { year: 2023, month: 5 },
        abstracts: [plainAbstract('a & b')],
      }),
    ],
  });
  expect(await xmlFaults(text, 'oai.rng')).toEqual([]);
  expect(text).toContain('<oai:earliestDatestamp>2023-05-01</oai:earliestDatestamp>');
  expect(text).toContain('<oai:datestamp>2025-02-01</oai:datestamp>');
  expect(text).toContain('>RETRACTED: A title</dc:title>');
  expect(text).toContain('<dc:description>RETRACTED on 2025-02-01.</dc:description>');
});

test('a linkset has an anchor for the page and for each of its files', () => {
  const { linkset } = JSON.parse(
    writeLinkset(makeCited({ links: [{ rel: 'data', url: 'https://data.example/1' }] }), urls, offeredFormats()),
  ) as {
    linkset: Record<string, unknown>[];
  };
  expect(linkset.map(({ anchor }) => anchor)).toEqual([
    'https://example.org/publications/example-2024/',
    'https://data.example/1',
    ...singleFormats(offeredFormats()).map(
      ({ extension }) => `https://example.org/publications/example-2024${extension}`,
    ),
  ]);
  expect(linkset[1]).toMatchObject({ collection: [{ href: 'https://example.org/publications/example-2024/' }] });
});

test('llms.txt is a heading, a summary and lists of links', () => {
  expect(
    writeLlms(
      'T\nitle',
      'Summary',
      ['Text.'],
      [
        { heading: 'Lists', links: [{ name: 'a [b]', url: 'https://example.org/', note: 'n' }] },
        { heading: 'Empty', links: [] },
      ],
    ),
  ).toBe('# T itle\n\n> Summary\n\nText.\n\n## Lists\n\n- [a \\[b\\]](https://example.org/): n\n');
});

test('the headers are few rules, below the path of the site', () => {
  const rules = writeHeaders({ base: '/pubs', locales: ['en', 'fa'], formats: offeredFormats() }).split('\n\n');
  expect(rules.length).toBeLessThan(100);
  expect(rules.every((rule) => rule.startsWith('/pubs/'))).toBe(true);
  expect(rules).toContain(
    '/pubs/*.bib\n  Content-Type: application/x-bibtex; charset=utf-8\n  Access-Control-Allow-Origin: *',
  );
  expect(
    rules
      .join('\n')
      .split('\n')
      .every((line) => line.length < 2000),
  ).toBe(true);
});

test('a page forbids no less in its head than the server that sends it', () => {
  const rules = writeHeaders({ base: '', locales: ['en', 'fa'], formats: offeredFormats() }).split('\n\n');
  const [, sent = ''] = /Content-Security-Policy: (.*)/.exec(rules[0] ?? '') ?? [];
  const allowed = new Map(sent.split('; ').map((directive) => [directive.split(' ', 1)[0], directive.split(' ')]));
  for (const [kind, search] of [
    ['search', true],
    ['search', false],
    ['publication', true],
  ] as const)
    for (const directive of pagePolicy(kind, search).split('; ')) {
      const [name, ...sources] = directive.split(' ');
      expect([...(allowed.get(name) ?? []), "'none'"], directive).toEqual(expect.arrayContaining(sources));
    }
  expect(pagePolicy('search', true)).toBe(sent);
});

test.each([
  ['/', true],
  ['/about/', true],
  ['/fa/', true],
  ['/fa/about/', true],
  ['/people/x/', true],
  ['/fa/people/x/', true],
  ['/people/x/embed/', false],
  ['/fa/people/x/embed/', false],
])('other sites may not show %s in a frame: %s', (path, unframed) => {
  const rules = writeHeaders({ base: '', locales: ['en', 'fa'], formats: offeredFormats() }).split('\n\n');
  const matching = rules.filter((rule) => {
    const [pattern = ''] = rule.split('\n', 1);
    return new RegExp(
      `^${pattern
        .replace('.', '\\.')
        .replace('*', '.*')
        .replace(/:[a-z]+/g, '[^/]+')}$`,
    ).test(path);
  });
  const policies = matching.flatMap((rule) =>
    [...rule.matchAll(/Content-Security-Policy: (.*)/g)].map(([, value]) => value),
  );
  expect(policies.join(', ').includes("frame-ancestors 'self'")).toBe(unframed);
  expect(policyOfPath(path).includes("frame-ancestors 'self'")).toBe(unframed);
});
