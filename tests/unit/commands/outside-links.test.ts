import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContentFolder } from '../../../src/build/read-content-folder.ts';
import {
  askLinks,
  type LinkAnswer,
  type LinkCache,
  type LinkState,
} from '../../../src/commands/outside-links/ask-links.ts';
import { checkOutsideLinks } from '../../../src/commands/outside-links/check-outside-links.ts';
import { askOverNetwork, keptAnswers, rulesOverNetwork } from '../../../src/commands/outside-links/ask-over-network.ts';
import { findSettingLinks } from '../../../src/commands/outside-links/find-outside-links.ts';
import { isPublicAddress } from '../../../src/commands/outside-links/public-address.ts';
import { allForbidden, noRules, parseRobots } from '../../../src/commands/outside-links/robots.ts';
import { readSettings } from '../../../src/project/settings.ts';
import { contentFolder, temporaryFolder } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';
import { serveAnswers } from '../../support/serve-answers.ts';

const nothingKnown = (): LinkCache & { readonly saved: Map<string, number> } => {
  const saved = new Map<string, number>();
  return { saved, find: (url) => saved.get(url), save: (url, status) => void saved.set(url, status) };
};
/** The state of a link to a server of this machine, asked over the network. */
async function askOverLoopback(url: string): Promise<LinkState | undefined> {
  const options = { site: undefined, isAllowed: () => true, timeout: 300 };
  const found = await askLinks([url], {
    ask: askOverNetwork(options),
    cache: nothingKnown(),
    wait: noWait,
    rulesOf: rulesOverNetwork(options),
  });
  return found.get(url);
}

const noWait = () => Promise.resolve();
const noRulesOf = () => Promise.resolve(noRules);

describe('links to other sites', () => {
  test('are asked one at a time of each host, by GET where HEAD says nothing', async () => {
    const asked: string[] = [];
    const running = new Map<string, number>();
    const statuses: Record<string, Record<string, number | undefined>> = {
      'https://a.org/1': { HEAD: 200 },
      'https://a.org/2': { HEAD: 405, GET: 200 },
      'https://a.org/3': { HEAD: 404, GET: 404 },
      'https://b.org/4': { HEAD: 404, GET: 200 },
      'https://b.org/5': { HEAD: 403, GET: 403 },
      'https://b.org/6': { HEAD: 429 },
      'https://c.org/7': {},
      'https://c.org/8': { HEAD: 410, GET: 410 },
    };
    const cache = nothingKnown();
    const found = await askLinks([...Object.keys(statuses), 'https://a.org/1#part'], {
      ask: async (url, method) => {
        const { host } = new URL(url);
        running.set(host, (running.get(host) ?? 0) + 1);
        expect(running.get(host)).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        running.set(host, 0);
        asked.push(`${method} ${url}`);
        const status = statuses[url]?.[method];
        return status === undefined ? undefined : { status };
      },
      cache,
      wait: noWait,
      rulesOf: noRulesOf,
    });
    expect(Object.fromEntries(found)).toEqual({
      'https://a.org/1': 200,
      'https://a.org/2': 200,
      'https://a.org/3': 404,
      'https://b.org/4': 200,
      'https://b.org/5': 'unclear',
      'https://b.org/6': 'unclear',
      'https://c.org/7': 'unclear',
      'https://c.org/8': 410,
    });
    expect(asked.filter((line) => line.endsWith('a.org/1'))).toEqual(['HEAD https://a.org/1']);
    expect(asked).not.toContain('GET https://b.org/6');
    const again = await askLinks(['https://a.org/3', 'https://b.org/5'], {
      ask: (url) => Promise.resolve(url.endsWith('5') ? { status: 200 } : undefined),
      cache,
      wait: noWait,
      rulesOf: noRulesOf,
    });
    expect([...again.values()]).toEqual([404, 200]);
  });

  /** Asks with recorded answers, each the next of its address. Times that were waited are listed among the requests. */
  async function askRecorded(
    answers: Readonly<Record<string, readonly (LinkAnswer | undefined)[]>>,
    rules: Readonly<Record<string, string>> = {},
  ) {
    const log: (string | number)[] = [];
    const counts = new Map<string, number>();
    const found = await askLinks(Object.keys(answers), {
      ask: (url, method) => {
        log.push(`${method} ${url.replace('https://', '')}`);
        const count = counts.get(url) ?? 0;
        counts.set(url, count + 1);
        return Promise.resolve(answers[url]?.[count]);
      },
      cache: nothingKnown(),
      wait: (time) => Promise.resolve(void log.push(time)),
      rulesOf: (origin) => Promise.resolve(parseRobots(rules[origin] ?? '', 'colophon')),
    });
    return { found: Object.fromEntries(found), log };
  }
  const there: LinkAnswer = { status: 200 };

  test('are not asked where robots.txt forbids it, and no faster than it wants', async () => {
    const rules = { 'https://a.org': 'User-agent: *\nCrawl-delay: 7\nDisallow: /private' };
    const { found, log } = await askRecorded(
      { 'https://a.org/1': [there], 'https://a.org/private/2': [there], 'https://a.org/3': [there] },
      rules,
    );
    expect(found).toEqual({ 'https://a.org/1': 200, 'https://a.org/private/2': 'forbidden', 'https://a.org/3': 200 });
    expect(log).toEqual(['HEAD a.org/1', 7000, 'HEAD a.org/3']);
  });

  test('of one host are a second apart', async () => {
    const { log } = await askRecorded({ 'https://a.org/1': [there], 'https://a.org/2': [{ status: 405 }, there] });
    expect(log).toEqual(['HEAD a.org/1', 1000, 'HEAD a.org/2', 1000, 'GET a.org/2']);
  });

  test('of a busy host are asked again when it says so, and no more when it stays busy', async () => {
    const busy: LinkAnswer = { status: 429, retryAfter: 20 };
    const { found, log } = await askRecorded({
      'https://a.org/1': [busy, there],
      'https://a.org/2': [busy, busy],
      'https://a.org/3': [there],
    });
    expect(found).toEqual({ 'https://a.org/1': 200, 'https://a.org/2': 'unclear', 'https://a.org/3': 'unclear' });
    expect(log).toEqual(['HEAD a.org/1', 20_000, 'HEAD a.org/1', 1000, 'HEAD a.org/2', 20_000, 'HEAD a.org/2']);
  });

  test('of a host that wants an hour of rest, or gives no answer, wait for another run', async () => {
    const { found, log } = await askRecorded({
      'https://a.org/1': [{ status: 429, retryAfter: 3600 }],
      'https://a.org/2': [there],
      ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`https://b.org/${number}`, []])),
    });
    expect(new Set(Object.values(found))).toEqual(new Set(['unclear']));
    expect(log.filter((entry) => String(entry).startsWith('HEAD'))).toEqual([
      'HEAD a.org/1',
      ...[1, 2, 3].map((number) => `HEAD b.org/${number}`),
    ]);
  });

  test('are followed where they lead, but not where robots.txt forbids it, nor from the resolver of DOIs', async () => {
    const to = (location: string): LinkAnswer => ({ status: 302, location });
    const { found, log } = await askRecorded(
      {
        'https://a.org/moved': [to('https://b.org/new')],
        'https://a.org/closed': [to('https://c.org/secret')],
        'https://a.org/circle': Array.from({ length: 9 }, () => to('https://a.org/circle')),
        'https://doi.org/10.5555/1': [to('https://a.org/paper')],
        'https://b.org/new': Array.from({ length: 4 }, () => ({ status: 404 })),
      },
      { 'https://c.org': 'User-agent: *\nDisallow: /' },
    );
    expect(found).toMatchObject({
      'https://a.org/moved': 404,
      'https://a.org/closed': 302,
      'https://a.org/circle': 'unclear',
      'https://doi.org/10.5555/1': 302,
    });
    expect(log.filter((entry) => /c\.org|paper/.test(String(entry)))).toEqual([]);
    expect(log.filter((entry) => String(entry) === 'HEAD a.org/circle')).toHaveLength(6);
  });

  test('of the settings are those of accounts and of the form for corrections', () => {
    const social = [{ service: 'x', url: 'https://x.com/brooks' }];
    expect([...findSettingLinks({ social, corrections: 'https://brooks.edu/report?page={url}' })]).toEqual([
      { file: 'site.yaml', url: 'https://x.com/brooks', field: 'social[1].url' },
      { file: 'site.yaml', url: 'https://brooks.edu/report?page=', field: 'corrections' },
    ]);
    expect([...findSettingLinks({ social: [], corrections: 'library@brooks.edu' })]).toEqual([]);
  });

  test('whose pages are gone are warnings with file and line, and answers are kept', async () => {
    await using server = await serveAnswers({
      '/there': 'here',
      '/gone': { status: 404 },
      '/private': { status: 403 },
      '/moved': { status: 301, headers: { Location: '/there' } },
      '/robots.txt': 'User-agent: colophon\nDisallow: /forbidden',
    });
    const at = (path: string) => server.address.replace('127.0.0.1', 'localhost') + path;
    const folder = temporaryFolder();
    const settings = readSettings({
      CONTENT_DIR: contentFolder({
        'publications/x.mdx': publicationText({
          links: [{ rel: 'data', url: at('/gone/data') }],
          body: `An abstract.\n\n[A](${at('/there')}) [B](${at('/gone')}) [C](${at('/private')}) [D](${at('/moved')}) [E](${at('/forbidden')})`,
        }),
      }),
      CACHE_DIR: join(folder, 'cache'),
      OUT_DIR: join(folder, 'dist'),
    });
    mkdirSync(settings.cacheDir, { recursive: true });
    const { store, site, problems } = await readContentFolder(settings, { drafts: true });
    expect(problems).toEqual([]);
    const report = await checkOutsideLinks(store!, settings, site, () => {}, { wait: noWait, isAllowed: () => true });
    expect(report).toMatchObject({
      asked: 5,
      unclear: 1,
      forbidden: 1,
      problems: [
        { severity: 'warning', name: 'outside-link-gone', file: 'publications/x.mdx', line: 5, field: 'links[1].url' },
        { severity: 'warning', name: 'outside-link-gone', file: 'publications/x.mdx', line: 9 },
      ],
    });
    expect(new Set(server.asked.map(({ agent }) => agent))).toEqual(
      new Set([`colophon/0.1 (link check; +${site!.url})`]),
    );
    expect(server.asked.map(({ path }) => path)).not.toContain('/forbidden');
    const before = server.asked.length;
    await checkOutsideLinks(store!, settings, site, () => {}, { wait: noWait, isAllowed: () => true });
    // Only the answer that says nothing is asked for again.
    expect(server.asked.slice(before).map(({ path }) => path)).toEqual(['/robots.txt', '/private', '/private']);
    store!.close();
  });

  test.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[64:ff9b::7f00:1]',
    'http://localhost',
    'http://169.254.169.254',
    'http://10.0.0.1',
    'http://172.31.0.1',
    'http://192.168.1.1',
    'http://100.64.0.1',
    'http://0.0.0.0',
    'http://[fd00::1]',
    'http://[fe80::1]',
  ])('are not asked in the network of this machine: %s', async (origin) => {
    await using server = await serveAnswers({ '/': 'inside' });
    const { port } = new URL(server.address);
    const network = { site: undefined, isAllowed: isPublicAddress };
    expect(await askOverNetwork(network)(`${origin}:${port}/gone`, 'GET')).toBeUndefined();
    expect(await rulesOverNetwork(network)(`${origin}:${port}`)).toBe(allForbidden);
    expect(server.asked).toEqual([]);
  });

  test.each(['93.184.215.14', '172.32.0.1', '2606:4700::1111', '64:ff9b::808:808'])('may be to %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test('that lead into the network of this machine are not followed, neither to a page nor to robots.txt', async () => {
    await using inside = await serveAnswers({ '/': 'inside' });
    const inner = inside.address.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    await using outside = await serveAnswers({ '/': { status: 302, headers: { Location: `${inner}/` } } });
    const network = { site: undefined, isAllowed: (address: string) => address === '127.0.0.1' };
    expect(await rulesOverNetwork(network)(outside.address)).toBe(allForbidden);
    const found = await askLinks([`${outside.address}/page`], {
      ask: askOverNetwork(network),
      cache: nothingKnown(),
      wait: noWait,
      rulesOf: noRulesOf,
    });
    expect([...found.values()]).toEqual(['unclear']);
    expect(inside.asked).toEqual([]);
  });

  /** A server that fails in one way, and what its link then is; undefined where the connection itself fails. */
  const failures: Readonly<Record<string, readonly [handle: RequestListener, state: LinkState]>> = {
    'knows no HEAD': [({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end(), 200],
    'closes the connection at HEAD': [
      ({ method }, response) => (method === 'HEAD' ? response.destroy() : response.writeHead(200).end('page')),
      200,
    ],
    'has no such page': [(_, response) => response.writeHead(404).end(), 404],
    'fails inside': [(_, response) => response.writeHead(500).end(), 'unclear'],
    'has too many requests': [(_, response) => response.writeHead(429, { 'Retry-After': '1' }).end(), 'unclear'],
    'never answers': [() => undefined, 'unclear'],
    'ends in the middle of a page': [
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '1000' }).write('half');
        setImmediate(() => response.destroy());
      },
      200,
    ],
    'redirects in a circle': [(_, response) => response.writeHead(302, { Location: '/page' }).end(), 'unclear'],
    'redirects to what is gone': [
      ({ url }, response) => response.writeHead(url === '/page' ? 301 : 410, { Location: '/gone' }).end(),
      410,
    ],
    'redirects to what is no address': [(_, response) => response.writeHead(302, { Location: 'https://' }).end(), 302],
  };

  test.each(Object.entries(failures))('to a server that %s', async (_, [handle, state]) => {
    const server = createServer((request, response) =>
      request.url === '/robots.txt' ? response.writeHead(404).end() : handle(request, response),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      expect(await askOverLoopback(`${origin}/page`)).toBe(state);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('to a server without TLS, or to none, say nothing of the page', async () => {
    const server = createServer((_, response) => response.writeHead(200).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await askOverLoopback(`https://127.0.0.1:${port}/page`)).toBe('forbidden');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await askOverLoopback(`http://127.0.0.1:${port}/page`)).toBe('forbidden');
  });

  test('cost no more than half a megabyte of a robots.txt, and nothing of a page', async () => {
    let sent = 0;
    const server = createServer((_, response) => {
      const send = (): void => {
        if (response.destroyed) return;
        sent += 100_000;
        response.write('x'.repeat(100_000), () => setImmediate(send));
      };
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      send();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const network = { site: undefined, isAllowed: () => true };
    expect(await rulesOverNetwork(network)(origin)).toEqual(noRules);
    expect(await askOverNetwork(network)(`${origin}/page`, 'GET')).toEqual({ status: 200 });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    // What the system keeps for a connection comes on top.
    expect(sent).toBeLessThan(30_000_000);
  });

  test.each(['{"https://a.org": ', '[null, 1]', 'null', '{"https://a.org/": {"status": "x"}}'])(
    'are asked again where the kept answers are damaged: %s',
    (text) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'outside-links.json'), text);
      expect(keptAnswers(folder).find('https://a.org/')).toBeUndefined();
    },
  );
});
