import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fetchEffects } from '../../../../src/commands/network/fetch-effects.ts';
import { fetchRecords } from '../../../../src/import/fetch/fetch-records.ts';
import type { FetchEffects, Network } from '../../../../src/import/fetch/services.ts';
import { localServices } from '../../../support/local-services.ts';
import { readIdentifier, readIdentifierList } from '../../../../src/import/fetch/requested-identifiers.ts';
import { temporaryFolder } from '../../../support/build-site.ts';
import { serveAnswers } from '../../../support/serve-answers.ts';

const cache = mkdtempSync(join(tmpdir(), 'colophon-answers-'));
afterAll(() => rmSync(cache, { recursive: true }));

/** Responses as the documentation of each service shows them, with an invented work. */
const work = JSON.stringify({
  status: 'ok',
  'message-type': 'work',
  message: {
    DOI: '10.5555/a',
    type: 'journal-article',
    title: ['Uptake of H<sub>2</sub>O &amp; more'],
    author: [
      {
        given: 'Sara',
        family: 'Karimi',
        sequence: 'first',
        ORCID: 'http://orcid.org/0000-0002-1825-0097',
        affiliation: [{ name: 'Example Institute', id: [{ id: 'https://ror.org/01c4pz451', 'id-type': 'ROR' }] }],
      },
      { name: 'Example Group', sequence: 'additional', affiliation: [] },
    ],
    'container-title': ['Example Journal'],
    'issn-type': [{ type: 'electronic', value: '1746-076X' }],
    published: { 'date-parts': [[2024, 12]] },
    page: '1-9',
    abstract: '<jats:sec><jats:title>Aims</jats:title><jats:p>To see 10<jats:sup>-3</jats:sup>.</jats:p></jats:sec>',
    license: [{ URL: 'https://creativecommons.org/licenses/by/4.0/', 'content-version': 'vor' }],
    score: 1,
  },
});
const article = (pmid: string): string =>
  `<PubmedArticle><MedlineCitation><PMID>${pmid}</PMID><Article><Journal><JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue><Title>J</Title></Journal><ArticleTitle>Work ${pmid}.</ArticleTitle></Article></MedlineCitation></PubmedArticle>`;
const works = JSON.stringify({
  group: [
    {
      'external-ids': {
        'external-id': [
          {
            'external-id-type': 'doi',
            'external-id-value': 'https://doi.org/10.5555/a',
            'external-id-relationship': 'self',
          },
        ],
      },
      'work-summary': [{}],
    },
    { 'external-ids': { 'external-id': [] }, 'work-summary': [{ title: { title: { value: 'A talk' } } }] },
  ],
});

describe('records from the network', () => {
  it('come from Crossref, PubMed and ORCID, with pauses and one request each', async () => {
    await using server = await serveAnswers({
      '/works/10.5555%2Fa': work,
      '/efetch.fcgi': `<PubmedArticleSet>${article('1')}${article('2')}</PubmedArticleSet>`,
      '/0000-0002-1825-0097/works': works,
    });
    const waits: number[] = [];
    const ids = ['doi:10.5555/a', 'pmid:2', 'pmid:1', 'orcid:0000-0002-1825-0097'].map((text) => readIdentifier(text)!);
    const found = await fetchRecords(ids, network(server.address, effects(waits), 'library@example.org'));
    expect(found.records.map(({ title }) => title)).toEqual(['Uptake of H<sub>2</sub>O & more', 'Work 2', 'Work 1']);
    expect(found.records[0]).toMatchObject({
      type: 'article',
      doi: '10.5555/a',
      published: { year: 2024, month: 12 },
      license: 'CC-BY-4.0',
      eissn: '1746-076X',
      affiliations: [{ name: 'Example Institute', ror: 'https://ror.org/01c4pz451' }],
      authors: [
        { name: 'Karimi, Sara', orcid: '0000-0002-1825-0097', affiliations: [1] },
        { name: 'Example Group', group: true },
      ],
      abstracts: [{ sections: [{ label: 'Aims', text: 'To see 10⁻³.' }] }],
    });
    expect(found.problems).toMatchObject([
      { severity: 'warning', name: 'work-without-identifier', message: expect.stringContaining('A talk') },
    ]);
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/0000-0002-1825-0097/works',
      '/efetch.fcgi?db=pubmed&retmode=xml&id=2,1&tool=colophon&email=library%40example.org',
      '/works/10.5555%2Fa?mailto=library%40example.org',
    ]);
    expect(server.asked.every(({ agent }) => agent.includes('mailto:library@example.org'))).toBe(true);
    // A pause after each request keeps the rate below three per second.
    expect(waits.filter((wait) => wait >= 340)).toHaveLength(3);
    await fetchRecords(ids, network(server.address, effects([]), 'library@example.org'));
    expect(server.asked).toHaveLength(3);
  });

  it('are requested again if a service is busy, and then reported as a problem', async () => {
    await using server = await serveAnswers({
      '/works/10.5555%2Fbusy': [{ status: 429, headers: { 'Retry-After': '7' } }, { status: 503 }, work],
      '/works/10.5555%2Fdown': { status: 500 },
    });
    const waits: number[] = [];
    const one = await fetchRecords([{ kind: 'doi', value: '10.5555/busy' }], network(server.address, effects(waits)));
    expect([one.records.length, one.problems]).toEqual([1, []]);
    expect(waits).toContain(7000);
    const two = await fetchRecords([{ kind: 'doi', value: '10.5555/down' }], network(server.address, effects([])));
    expect(two.problems).toMatchObject([{ severity: 'error', name: 'service-refused' }]);
    expect(server.asked.filter(({ path }) => path.includes('down'))).toHaveLength(4);
  });

  it('come from the agency of a DOI that Crossref does not know', async () => {
    await using server = await serveAnswers({
      '/10.5555/data': JSON.stringify({ type: 'dataset', title: 'Data', DOI: '10.5555/data' }),
    });
    const found = await fetchRecords(
      [
        { kind: 'doi', value: '10.5555/data' },
        { kind: 'doi', value: '10.5555/none' },
      ],
      network(server.address, effects([])),
    );
    expect(found.records).toMatchObject([{ type: 'dataset', title: 'Data' }]);
    expect(found.problems).toMatchObject([
      { name: 'unknown-identifier', message: 'Crossref or doi.org does not know doi:10.5555/none' },
    ]);
    expect(server.asked.find(({ path }) => path === '/10.5555/data')?.accept).toBe(
      'application/vnd.citationstyles.csl+json',
    );
  });

  it('are missing with one clear message if there is no network', async () => {
    const asked: string[] = [];
    const found = await fetchRecords(
      [
        { kind: 'doi', value: '10.5555/x1' },
        { kind: 'doi', value: '10.5555/x2' },
      ],
      network('http://127.0.0.1:9', {
        ...effects([]),
        request: (url) => {
          asked.push(url);
          return Promise.reject(new Error('getaddrinfo ENOTFOUND'));
        },
      }),
    );
    expect(found.problems).toMatchObject([
      {
        name: 'no-network',
        message: expect.stringMatching(/Crossref cannot be reached/),
        hint: expect.stringMatching(/connect to the network/),
      },
    ]);
    expect(asked).toHaveLength(4);
  });
});

describe('an answer that is not from a service', () => {
  const id = [readIdentifier('doi:10.5555/a')!];
  const fetchFrom = async (address: string) => {
    const waits: number[] = [];
    const found = await fetchRecords(
      id,
      network(address, {
        ...fetchEffects(temporaryFolder(), undefined, false, () => undefined, localServices(address)),
        wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
      }),
    );
    return { found, waits };
  };

  it.each([
    'http://169.254.169.254/latest/',
    'http://127.0.0.1:9/x',
    'https://evil.example/',
    'http://api.crossref.org/',
    'file:///etc/passwd',
    'https://api.crossref.org@evil.example/',
  ])('is not read: a redirect to %s', async (location) => {
    await using internal = await serveAnswers({ '/': work });
    await using server = await serveAnswers({ '/works/': { status: 302, headers: { location } } });
    const { found } = await fetchFrom(server.address);
    expect(found.records).toEqual([]);
    expect(found.problems).toMatchObject([
      { name: 'service-refused', message: expect.stringContaining('it redirects to') },
    ]);
    expect([server.asked.length, internal.asked.length]).toEqual([1, 0]);
  });

  it('is not read: a redirect to another server of the own network', async () => {
    await using internal = await serveAnswers({ '/': work });
    await using server = await serveAnswers({
      '/works/': { status: 307, headers: { location: `${internal.address}/x` } },
    });
    expect((await fetchFrom(server.address)).found.records).toEqual([]);
    expect(internal.asked).toEqual([]);
  });

  it('is read where the service redirects to itself, but not without end', async () => {
    await using server = await serveAnswers({
      '/works/': { status: 302, headers: { location: '/moved' } },
      '/moved': work,
    });
    expect((await fetchFrom(server.address)).found.records).toHaveLength(1);
    await using circle = await serveAnswers({ '/works/': { status: 302, headers: { location: '/works/x' } } });
    expect((await fetchFrom(circle.address)).found.problems[0]?.message).toContain('more than');
    expect(circle.asked.length).toBeLessThan(10);
  });

  it.each(['never begins', 'stops in the middle'])(
    'is given up where it %s, and the report says for how long was waited',
    async (how) => {
      const server = createServer((_, response) => {
        if (how === 'stops in the middle') response.writeHead(200).write('{"status":');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const impatient = fetchEffects(
        temporaryFolder(),
        undefined,
        false,
        () => undefined,
        localServices(address),
        {},
        50,
      );
      const found = await fetchRecords([readIdentifier('doi:10.5555/a')!], {
        ...network(address, effects([])),
        effects: { ...impatient, wait: () => Promise.resolve() },
      });
      expect(found.records).toEqual([]);
      expect(found.problems).toMatchObject([
        { name: 'no-network', message: expect.stringContaining('its answer took longer than 0.05 seconds') },
      ]);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  );

  it('is asked for once, and not read to its end, where it is very large after unpacking', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { found, waits } = await fetchFrom(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    expect(found.problems).toMatchObject([
      { name: 'service-refused', message: expect.stringContaining('larger than 10 MB') },
    ]);
    expect([asked, waits]).toEqual([1, []]);
  });
});

describe('identifiers', () => {
  it.each([
    ['doi:10.5555/a', 'doi', '10.5555/a'],
    ['https://doi.org/10.5555/a', 'doi', '10.5555/a'],
    ['10.5555/a', 'doi', '10.5555/a'],
    ['pmid:35757629', 'pmid', '35757629'],
    ['https://pubmed.ncbi.nlm.nih.gov/35757629/', 'pmid', '35757629'],
    ['orcid:0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097'],
    ['https://orcid.org/0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097'],
  ])('are read: %s', (text, kind, value) => {
    expect(readIdentifier(text)).toEqual({ kind, value });
  });

  it('are read from a list, and from no other text', () => {
    expect(readIdentifierList('# ours\ndoi:10.5555/a # new\r\n\npmid:1\n')).toHaveLength(2);
    for (const text of ['doi:10.5555/a\nand more', 'refs.bib', '', 'orcid:0000-0002-1825-0098'])
      expect(readIdentifierList(text)).toBeUndefined();
  });
});

const network = (address: string, effects: FetchEffects, contact?: string): Network => ({
  services: localServices(address),
  contact,
  effects,
});

const effects = (waits: number[]): FetchEffects => ({
  ...fetchEffects(cache, 'library@example.org', false, () => undefined),
  wait: (milliseconds) => {
    waits.push(milliseconds);
    return Promise.resolve();
  },
});
