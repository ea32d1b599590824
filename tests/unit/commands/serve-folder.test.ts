import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../src/commands/serve-folder.ts';
import { offeredFormatIds } from '../../../src/domain/publication/offered-format.ts';
import { mediaTypes } from '../../../src/feeds/headers.ts';
import { offeredFormats } from '../../../src/formats/written-formats.ts';
import { drawingPolicy, sitePolicy, unframedPolicy } from '../../../src/metadata/content-security-policy.ts';
import { temporaryFolder } from '../../support/build-site.ts';

const folder = temporaryFolder();
const video = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const files: Readonly<Record<string, string | Buffer>> = {
  'index.html': '<p>home',
  '404.html': '<p>nothing here',
  'publications/index.html': '<p>list',
  'people/a b/index.html': '<p>person',
  'people/x/embed/index.html': '<p>embed',
  'empty/file.txt': 'text',
  'evil.test/index.html': '<p>a folder of this site',
  'drawing.svg': '<svg/>',
  'film.mp4': video,
  'film.vtt': 'WEBVTT',
  'pagefind/a.pf_index': 'bytes',
  '.colophon': 'the program’s own',
  '.git/config': 'secret',
  'publications/.well-known/x': 'secret',
  'back\\slash.txt': 'another file on Windows',
  '.well-known/security.txt': 'Contact: mailto:a@example.org',
};

const servers = [serveFolder(folder), serveFolder(folder, '/lab', ['lib.example.org'])];
let ports: number[] = [];

beforeAll(async () => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ports = servers.map((server) => (server.address() as AddressInfo).port);
});
afterAll(() => servers.forEach((server) => server.close()));

describe('a path', () => {
  test.each([
    ['/', '<p>home'],
    ['/publications/', '<p>list'],
    ['/publications/index.html', '<p>list'],
    ['/people/a%20b/', '<p>person'],
    ['/publications/?year=2024?', '<p>list'],
    ['/empty/file.txt', 'text'],
    ['/.well-known/security.txt', 'Contact: mailto:a@example.org'],
  ])('%s is found', async (path, body) => {
    expect(await ask(path)).toMatchObject({ status: 200, body });
    expect(await ask(`/lab${path}`, {}, 1)).toMatchObject({ status: 200, body });
  });

  test.each([
    ...['/.colophon', '/.git/config', '/%2ecolophon', '/publications/.well-known/x', '/.well-known/.colophon'],
    ...['//', '//publications/', '/publications//', '/./', '/publications/../', '/publications/%2e%2e/index.html'],
    ...[
      '/..%2f..%2fetc%2fpasswd',
      '/back%5cslash.txt',
      '/%00',
      '/%E0%A4%A',
      `/${'a'.repeat(5000)}`,
      '/index.html/',
      '/empty',
    ],
    ...['/empty/', 'http://evil.test/', '*'],
  ])('%s is not found', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: '<p>nothing here' });
  });

  test('outside the base path is not found', async () => {
    for (const path of ['/', '/publications/', '/laboratory/', '//lab/'])
      expect(await ask(path, {}, 1)).toMatchObject({ status: 404 });
  });

  test('without a 404.html is answered all the same', async () => {
    rmSync(join(folder, '404.html'));
    expect(await ask('/nowhere')).toMatchObject({ status: 404, body: 'Not found.\n' });
    writeFileSync(join(folder, '404.html'), files['404.html']!);
  });
});

describe('an address without its slash', () => {
  test.each([
    [0, '/publications', '/publications/'],
    [0, '/publications?x=1?y', '/publications/?x=1?y'],
    [0, '/people/a%20b', '/people/a%20b/'],
    [0, '/people%2fa%20b', '/people/a%20b/'],
    [1, '/lab', '/lab/'],
    [1, '/lab/evil.test', '/lab/evil.test/'],
  ])('of server %i, %s, leads to %s', async (server, path, location) => {
    expect(await ask(path, {}, server)).toMatchObject({ status: 301, headers: { location } });
  });

  test.each([
    ...['//evil.test', '//evil.test/..', '//evil.test/%2e%2e/publications', '///evil.test', '/%2fevil.test'],
    ...['/\\evil.test', '/%5cevil.test', '/.//evil.test', '/publications/..//evil.test', '//publications'],
  ])('%s leads nowhere', async (path) => {
    const { status, headers } = await ask(path);
    expect({ status, location: headers['location'] }).toEqual({ status: 404, location: undefined });
  });
});

describe('a request', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('to %s is refused', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('for the head gets what the whole would say, and no bytes', async () => {
    const [{ headers: whole }, { status, headers, body }] = [
      await ask('/film.mp4'),
      await ask('/film.mp4', { method: 'HEAD' }),
    ];
    expect({ status, body, headers: { ...headers, date: '' } }).toEqual({
      status: 200,
      body: '',
      headers: { ...whole, date: '' },
    });
    expect(headers['content-length']).toBe('1000');
  });

  test.each([
    'localhost',
    'LOCALHOST:4321',
    '127.0.0.1',
    '127.0.0.1:80',
    '[::1]:4321',
    'lib.example.org',
    'lib.example.org:8080',
  ])('for %s is answered', async (host) => {
    expect(await ask('/lab/', { headers: { host } }, 1)).toMatchObject({ status: 200 });
  });

  test.each([
    ...['evil.test', 'evil.test:4321', 'localhost.evil.test', '127.0.0.1.evil.test', 'lib.example.org.evil.test'],
    ...['evil.test@localhost', 'localhost@evil.test', 'evil.test#localhost', '127.0.0.2', '0.0.0.0', 'localhost:a'],
  ])('for another host, %j, is refused', async (host) => {
    const { status, body } = await ask('/lab/', { headers: { host } }, 1);
    expect(status).toBe(421);
    expect(body).not.toContain('home');
  });

  test('of HTTP/1.0 that names no host is refused', async () => {
    expect(await sendRaw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
  });
});

describe('a range', () => {
  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=0-0', 0, 0],
    ['bytes=900-', 900, 999],
    ['bytes=-10', 990, 999],
  ])('%s gets these bytes', async (range, start, end) => {
    const { status, headers, bytes } = await ask('/film.mp4', { headers: { range } });
    expect(status).toBe(206);
    expect(headers).toMatchObject({
      'content-range': `bytes ${start}-${end}/1000`,
      'content-length': String(end - start + 1),
      'content-type': 'video/mp4',
    });
    expect(bytes).toEqual(video.subarray(start, end + 1));
  });

  test('of a text is not compressed', async () => {
    const { status, headers, body } = await ask('/publications/', {
      headers: { range: 'bytes=1-2', 'accept-encoding': 'gzip' },
    });
    expect({ status, body, encoding: headers['content-encoding'] }).toEqual({
      status: 206,
      body: 'p>',
      encoding: undefined,
    });
  });

  test('beyond the end says how long the file is', async () => {
    const { status, headers, body } = await ask('/film.mp4', { headers: { range: 'bytes=1000-' } });
    expect({ status, body, range: headers['content-range'] }).toEqual({ status: 416, body: '', range: 'bytes */1000' });
  });

  test.each([
    ['malformed', { headers: { range: 'bytes=9-3' } }],
    ['of several parts', { headers: { range: 'bytes=0-1,5-6' } }],
    ['that holds for another version', { headers: { range: 'bytes=0-1', 'if-range': '"a"' } }],
  ])('%s gets the whole', async (_, options) => {
    const { status, headers, bytes } = await ask('/film.mp4', options);
    expect({ status, ranges: headers['accept-ranges'] }).toEqual({ status: 200, ranges: 'bytes' });
    expect(bytes).toEqual(video);
  });

  test('of a page that is not there gets the page that says so', async () => {
    expect(await ask('/nowhere', { headers: { range: 'bytes=0-1' } })).toMatchObject({
      status: 404,
      body: '<p>nothing here',
    });
  });
});

describe('a header', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/empty/file.txt', 'text/plain; charset=utf-8'],
    ['/drawing.svg', 'image/svg+xml'],
    ['/film.vtt', 'text/vtt; charset=utf-8'],
    ['/pagefind/a.pf_index', 'application/octet-stream'],
    ['/nowhere.svg', 'text/html; charset=utf-8'],
  ])('says that %s is %s', async (path, type) => {
    expect((await ask(path)).headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
  });

  test('gives a file the media type that /_headers gives it', async () => {
    const types = mediaTypes(offeredFormats());
    expect(types.length).toBeGreaterThan(6);
    for (const { pattern, type } of types) {
      const name = pattern.replace('/*', 'publications-').replace(/^\//, '');
      writeFileSync(join(folder, name), '{}');
      expect((await ask(`/lab/${name}`, {}, 1)).headers['content-type'], name).toBe(type);
    }
  });

  test('knows every format of the table', async () => {
    for (const { extension, mediaType } of offeredFormats(offeredFormatIds)) {
      writeFileSync(join(folder, `list${extension}`), '');
      expect((await ask(`/list${extension}`)).headers['content-type']).toContain(mediaType);
    }
  });

  test.each([
    ['/', unframedPolicy],
    ['/people/x/embed/', sitePolicy],
    ['/drawing.svg', drawingPolicy],
    ['/nowhere', unframedPolicy],
  ])('holds the policy of %s', async (path, policy) => {
    expect((await ask(path)).headers['content-security-policy']).toBe(policy);
  });

  test('says what is compressed', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const text = await ask('/publications/', { headers });
    expect(text.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(text.bytes).toString()).toBe('<p>list');
    const film = await ask('/film.mp4', { headers });
    expect(film.headers['content-encoding']).toBeUndefined();
    expect(film.bytes).toEqual(video);
  });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly body: string;
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The path is sent as it is written: `fetch` would tidy it first. */
function ask(path: string, options: AskOptions = {}, server = 0): Promise<Answer> {
  return new Promise((resolve, reject) => {
    send({ port: ports[server], host: '127.0.0.1', path, agent: false, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, body: bytes.toString() });
      });
    })
      .once('error', reject)
      .end();
  });
}

function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(ports[0]!, '127.0.0.1', () => socket.end(text));
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.once('end', () => resolve(answer)).once('error', reject);
  });
}
