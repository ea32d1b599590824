import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { fetchEffects, type ServiceKeys } from '../../../../src/commands/network/fetch-effects.ts';
import { parsePartialDate } from '../../../../src/domain/dates/partial-date.ts';
import { fetchSearches } from '../../../../src/import/fetch/fetch-searches.ts';
import type { RequestedSearch } from '../../../../src/import/fetch/requested-identifiers.ts';
import type { Network } from '../../../../src/import/fetch/services.ts';
import { temporaryFolder } from '../../../support/build-site.ts';
import { localServices } from '../../../support/local-services.ts';
import { serveAnswers, type RecordedAnswer } from '../../../support/serve-answers.ts';

/** Answers as the documentation of each service shows them, with invented publications. */
const openalexWork = (number: number, changes: object = {}): object => ({
  id: `https://openalex.org/W${number}`,
  doi: `https://doi.org/10.5555/${number}`,
  title: `Study ${number} of sleep`,
  display_name: `Study ${number} of sleep`,
  publication_year: 2024,
  publication_date: '2024-05-06',
  ids: {},
  type: 'article',
  primary_location: { source: { display_name: 'Example Journal' } },
  open_access: { oa_status: 'gold' },
  authorships: [{ raw_author_name: 'Sara Karimi', raw_affiliation_strings: ['Example Institute, Tehran'] }],
  ...changes,
});
const openalexPage = (works: readonly object[], next: string | null, count = works.length): string =>
  JSON.stringify({ meta: { count, next_cursor: next }, results: works });
const crossrefWork = (number: number, changes: object = {}): object => ({
  DOI: `10.5555/${number}`,
  type: 'journal-article',
  title: [`Study ${number} of sleep`],
  author: [{ given: 'Sara', family: 'Karimi', affiliation: [{ name: 'Example Institute, Tehran' }] }],
  'container-title': ['Example Journal'],
  published: { 'date-parts': [[2024, 5]] },
  volume: '7',
  ...changes,
});
const crossrefPage = (works: readonly object[], next: string | null = null, total = works.length): string =>
  JSON.stringify({ status: 'ok', message: { 'total-results': total, items: works, 'next-cursor': next } });
const europepmcPage = (results: readonly object[], next: string | null = null, hitCount = results.length): string =>
  JSON.stringify({ hitCount, nextCursorMark: next, resultList: { result: results } });
const pubmedArticle = (pmid: string, doi: string): string =>
  `<PubmedArticle><MedlineCitation><PMID>${pmid}</PMID><Article><Journal><JournalIssue><Volume>8</Volume><PubDate><Year>2024</Year></PubDate></JournalIssue><Title>Example journal</Title></Journal><ArticleTitle>Study in PubMed.</ArticleTitle><AuthorList><Author><LastName>Karimi</LastName><ForeName>Sara</ForeName></Author></AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">${doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;
const names = JSON.stringify({
  names: [
    { value: 'Example Institute', types: ['ror_display', 'label'] },
    { value: 'EXI', types: ['acronym'] },
  ],
});
const nothing = { '/works?': crossrefPage([]), '/europepmc': europepmcPage([]), '/efetch.fcgi': '<PubmedArticleSet/>' };

const ror: RequestedSearch = { kind: 'ror', value: '01c4pz451' };
const date = parsePartialDate('2024');
const since = date.ok ? date.value : undefined;

function network(address: string, waits: number[] = [], keys: ServiceKeys = {}, cache = temporaryFolder()): Network {
  const services = localServices(address);
  return {
    services,
    contact: 'library@example.org',
    effects: {
      ...fetchEffects(cache, 'library@example.org', false, () => undefined, services, keys),
      wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
    },
  };
}

const search = (address: string, one: RequestedSearch = ror, waits: number[] = []) =>
  fetchSearches([one], since, () => [], network(address, waits));

const decoded = (paths: readonly { readonly path: string }[]): readonly string[] =>
  paths.map(({ path }) => decodeURIComponent(path));

describe('the publications of an institute', () => {
  it('are not those that name only an organisation of it, which is said unless it is searched too', async () => {
    const child = { type: 'child', label: 'Sample Hospital', id: 'https://ror.org/05dxps055' };
    const parent = { type: 'parent', label: 'Ministry', id: 'https://ror.org/03yrm5c26' };
    const known = { ...(JSON.parse(names) as object), relationships: [child, parent] };
    await using server = await serveAnswers({
      '/ror/organizations/05dxps055': names,
      '/ror/organizations/': JSON.stringify(known),
      '/openalex/works': openalexPage([], null),
      ...nothing,
    });
    const alone = await search(server.address);
    expect(alone.problems.map(({ severity, name, message }) => [severity, name, message])).toEqual([
      [
        'warning',
        'children-not-searched',
        'ror:01c4pz451 has 1 organisation of its own in ROR, and papers that name only one of them are not looked for: Sample Hospital (ror:05dxps055)',
      ],
    ]);
    const both: readonly RequestedSearch[] = [ror, { kind: 'ror', value: '05dxps055' }];
    expect((await fetchSearches(both, since, () => [], network(server.address))).problems).toEqual([]);
  });

  it('are found in all services, and each is one record: PubMed’s, else Crossref’s, else what was found', async () => {
    await using server = await serveAnswers({
      '/ror/organizations/01c4pz451': names,
      '/openalex/works': openalexPage(
        [
          openalexWork(1, { ids: { pmid: 'https://pubmed.ncbi.nlm.nih.gov/99000001' } }),
          openalexWork(2),
          openalexWork(3, { doi: 'https://doi.org/10.5555/other-agency' }),
        ],
        null,
      ),
      '/works?filter=doi:': crossrefPage([]),
      '/works?filter=ror-id': crossrefPage([crossrefWork(2)]),
      '/works?query.affiliation': crossrefPage([
        crossrefWork(4),
        crossrefWork(5, { author: [{ family: 'Karimi', affiliation: [{ name: 'Example University' }] }] }),
      ]),
      '/europepmc/search': europepmcPage([
        {
          id: '99000001',
          source: 'MED',
          pmid: '99000001',
          pmcid: 'PMC9900001',
          doi: '10.5555/1',
          title: 'Study 1',
          pubYear: '2024',
          authorList: {
            author: [{ lastName: 'Karimi', authorId: { type: 'ORCID', value: '0000-0002-1825-0097' } }],
          },
        },
      ]),
      '/efetch.fcgi': `<PubmedArticleSet>${pubmedArticle('99000001', '10.5555/1')}</PubmedArticleSet>`,
    });
    const { records, problems } = await search(server.address);
    expect(problems).toEqual([]);
    expect(records.map(({ doi, title, volume }) => [doi, title, volume])).toEqual([
      ['10.5555/1', 'Study in PubMed', '8'],
      ['10.5555/2', 'Study 2 of sleep', '7'],
      ['10.5555/other-agency', 'Study 3 of sleep', undefined],
      ['10.5555/4', 'Study 4 of sleep', '7'],
    ]);
    expect(records[0]).toMatchObject({
      pmcid: 'PMC9900001',
      openAccess: 'gold',
      authors: [{ name: 'Karimi, Sara', orcid: '0000-0002-1825-0097' }],
    });
    expect(records[1]).toMatchObject({ openAccess: 'gold' });
    const asked = decoded(server.asked);
    expect(asked).toEqual([
      '/ror/organizations/01c4pz451',
      expect.stringMatching(
        /^\/openalex\/works\?filter=authorships\.institutions\.ror:https:\/\/ror\.org\/01c4pz451,from_publication_date:2024-01-01&select=.*,awards,funders&per_page=100&cursor=\*&mailto=/,
      ),
      '/works?filter=ror-id:https://ror.org/01c4pz451,from-pub-date:2024&rows=50&cursor=*&mailto=library@example.org',
      '/works?query.affiliation=Example Institute&filter=from-pub-date:2024&rows=50&cursor=*&mailto=library@example.org',
      expect.stringMatching(
        /^\/europepmc\/search\?query=\(AFF:"Example Institute"\) AND FIRST_PDATE:\[2024-01-01 TO 3000-12-31\]&resultType=core&format=json&pageSize=100&cursorMark=\*/,
      ),
      expect.stringMatching(/^\/efetch\.fcgi\?db=pubmed&retmode=xml&id=99000001&/),
      expect.stringMatching(/^\/works\?filter=doi:10\.5555\/other-agency&rows=1/),
    ]);
  });

  it('are read page by page, and an interrupted search goes on where it was', async () => {
    const pages = (second: RecordedAnswer): Readonly<Record<string, RecordedAnswer>> => ({
      ...nothing,
      '/ror/': { status: 404 },
      '/openalex/works': openalexPage([openalexWork(1)], 'next', 2),
      '/openalex/second': second,
    });
    const cache = temporaryFolder();
    const asked: string[] = [];
    const run = async (second: RecordedAnswer) => {
      await using server = await serveAnswers(pages(second));
      const one = network('http://kept.invalid', [], {}, cache);
      const effects: Network['effects'] = {
        ...one.effects,
        request: (url, accept) => {
          asked.push(url);
          const path = url.replace('http://kept.invalid', server.address).replace(/works\?.*cursor=next.*/, 'second');
          return network(server.address, [], {}, cache).effects.request(path, accept);
        },
      };
      return await fetchSearches([ror], since, () => [], { ...one, effects });
    };
    const first = await run({ status: 500 });
    expect(first.problems).toMatchObject([{ name: 'unknown-identifier' }, { name: 'service-refused' }]);
    expect(first.records).toHaveLength(1);
    asked.length = 0;
    const second = await run(openalexPage([openalexWork(2)], null, 2));
    expect(second.records.map(({ doi }) => doi)).toEqual(['10.5555/1', '10.5555/2']);
    expect(asked.filter((url) => url.includes('openalex'))).toEqual([expect.stringContaining('cursor=next')]);
  });

  it('are asked for from the start where the cursor of a kept page is too old', async () => {
    const cache = temporaryFolder();
    await using server = await serveAnswers({
      ...nothing,
      '/ror/': { status: 404 },
      '/openalex/works': [
        openalexPage([openalexWork(1)], 'old', 2),
        { status: 403 },
        { status: 400 },
        openalexPage([openalexWork(1)], 'new', 2),
        openalexPage([openalexWork(2)], null, 2),
      ],
    });
    const one = network(server.address, [], {}, cache);
    await fetchSearches([ror], since, () => [], one);
    const { records } = await fetchSearches([ror], since, () => [], one);
    expect(records.map(({ doi }) => doi)).toEqual(['10.5555/1', '10.5555/2']);
  });

  it('are reported as incomplete where a service sends fewer than it has found', async () => {
    await using server = await serveAnswers({
      ...nothing,
      '/ror/': names,
      '/openalex/works': [openalexPage([openalexWork(1)], 'next', 300), openalexPage([], null, 300)],
    });
    const { records, problems } = await search(server.address);
    expect(records).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        severity: 'error',
        name: 'search-incomplete',
        message: expect.stringContaining('found 300 publications and sent 1'),
      },
    ]);
  });

  it.each([
    ['half an answer', openalexPage([openalexWork(1)], null).slice(0, -20), 'answer-unreadable'],
    ['an answer of another shape', '{"results":{"items":[]}}', 'answer-unreadable'],
    ['a page in HTML', '<html>We are busy</html>', 'answer-unreadable'],
    ['an error', { status: 500 }, 'service-refused'],
    ['a search that is not understood', { status: 400, body: '{"error":"Invalid"}' }, 'search-refused'],
    ['a limit that ends tomorrow', { status: 429, headers: { 'Retry-After': '40000' } }, 'service-limit'],
    [
      'a redirect to the own network',
      { status: 302, headers: { location: 'http://127.0.0.1:9/x' } },
      'service-refused',
    ],
  ] as const)('are those of the other services after %s, which is a problem', async (_, answer, name) => {
    await using server = await serveAnswers({
      '/ror/': names,
      '/openalex/works': answer,
      '/works?filter=ror-id': crossrefPage([crossrefWork(2)]),
      ...nothing,
    });
    const waits: number[] = [];
    const { records, problems } = await search(server.address, ror, waits);
    expect(records.map(({ doi }) => doi)).toEqual(['10.5555/2']);
    expect(problems.map((problem) => problem.name)).toEqual([name]);
    expect(Math.max(...waits)).toBeLessThan(10_000);
  });

  it('are found after a pause that the service asks for, in seconds or as a date', async () => {
    const inTenSeconds = new Date(Date.now() + 10_500).toUTCString();
    await using server = await serveAnswers({
      ...nothing,
      '/ror/': names,
      '/openalex/works': [
        { status: 429, headers: { 'Retry-After': '7' } },
        { status: 503, headers: { 'Retry-After': inTenSeconds } },
        openalexPage([openalexWork(1)], null),
      ],
    });
    const waits: number[] = [];
    const { records, problems } = await search(server.address, ror, waits);
    expect([records.length, problems]).toEqual([1, []]);
    expect(waits).toContain(7000);
    expect(waits.some((wait) => wait >= 9000 && wait <= 11_000)).toBe(true);
  });

  it('are those of the other services where one breaks off in the middle of its answer', async () => {
    const broken = createServer((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"meta":');
      response.destroy();
    });
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    await using server = await serveAnswers({
      ...nothing,
      '/ror/': names,
      '/works?filter=ror-id': crossrefPage([crossrefWork(2)]),
    });
    const one = network(server.address);
    const services = { ...one.services, openalex: `http://127.0.0.1:${(broken.address() as AddressInfo).port}` };
    const { problems } = await fetchSearches([ror], since, () => [], { ...one, services });
    broken.close();
    expect(problems).toMatchObject([{ name: 'no-network', message: expect.stringContaining('OpenAlex') }]);
  });
});

describe('a search', () => {
  it.each([
    [
      { kind: 'issn', value: '1746-0751' },
      ['primary_location.source.issn:1746-0751', 'issn:1746-0751', 'ISSN:1746-0751'],
    ],
    [{ kind: 'orcid', value: '0000-0002-1825-0097' }, ['orcid:0000-0002-1825-0097', 'AUTHORID:"0000-0002-1825-0097"']],
    [
      { kind: 'affiliation', value: 'Example Institute' },
      ['raw_affiliation_strings.search:"Example Institute"', 'Example Institute', 'AFF:"Example Institute"'],
    ],
    [{ kind: 'europepmc', value: 'TITLE:sleep' }, ['(TITLE:sleep)']],
  ] as const)('for %o asks each service that can answer it', async (one, queries) => {
    await using server = await serveAnswers({ ...nothing, '/openalex': openalexPage([], null) });
    const { problems } = await search(server.address, one);
    expect(problems).toEqual([]);
    const asked = decoded(server.asked);
    expect(asked).toHaveLength(queries.length);
    for (const [index, query] of queries.entries()) expect(asked[index]).toContain(query);
  });

  it('by an address leaves what only resembles it, and stops there', async () => {
    const other = { author: [{ family: 'Lee', affiliation: [{ name: 'Institute of Examples' }] }] };
    await using server = await serveAnswers({
      '/openalex': openalexPage([openalexWork(9, { authorships: [] })], 'more', 5000),
      '/works?query.affiliation': [
        crossrefPage([crossrefWork(1), crossrefWork(2, other)], 'b', 9000),
        crossrefPage([crossrefWork(3, other)], 'c', 9000),
      ],
      '/works?filter=doi': crossrefPage([]),
      '/europepmc': europepmcPage([]),
    });
    const { records, problems } = await search(server.address, { kind: 'affiliation', value: 'Example Institute' });
    expect([records.map(({ doi }) => doi), problems]).toEqual([['10.5555/1'], []]);
    expect(server.asked).toHaveLength(4);
  });

  it('sends keys to their service only, and keeps them in no file', async () => {
    const cache = temporaryFolder();
    const seen: [string, string | undefined][] = [];
    const server = createServer((request, response) => {
      seen.push([request.url ?? '', request.headers['crossref-plus-api-token'] as string | undefined]);
      response.end((request.url ?? '').startsWith('/openalex') ? openalexPage([], null) : crossrefPage([]));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const keys = { openalex: 'secret-o', crossref: 'secret-c', pubmed: 'secret-p' };
    const services = { ...localServices(address), crossref: `${address}/crossref`, pubmed: `${address}/pubmed` };
    const one = { ...network(address, [], keys, cache), services };
    const effects = fetchEffects(cache, undefined, false, () => undefined, services, keys);
    await fetchSearches([{ kind: 'issn', value: '1746-0751' }], since, () => [], {
      ...one,
      effects: { ...effects, wait: () => Promise.resolve() },
    });
    server.close();
    expect(seen.filter(([path]) => path.includes('secret-o')).map(([path]) => path.slice(0, 9))).toEqual(['/openalex']);
    expect(
      seen.filter(([, token]) => token === 'Bearer secret-c').every(([path]) => path.startsWith('/crossref')),
    ).toBe(true);
    expect(seen.some(([, token]) => token !== undefined)).toBe(true);
    expect(seen.filter(([path]) => path.includes('secret-p'))).toEqual([]);
  });
});
