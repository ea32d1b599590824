import { writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveFolder } from '../../../src/commands/serve-folder.ts';
import { temporaryFolder } from '../../support/build-site.ts';

const folder = temporaryFolder();
writeFileSync(join(folder, 'index.html'), '<p>home');
writeFileSync(join(folder, 'film.mp4'), Buffer.alloc(30_000_000));
const limits = { headers: 800, request: 1200, silence: 1500, connections: 500 };
let server: ReturnType<typeof serveFolder>;
let sockets: Socket[] = [];

beforeEach(async () => {
  server = serveFolder(folder, '', [], limits);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  server.close();
  await once(server, 'close');
});

/** A connection, and what it gets until it ends. */
interface Connection {
  readonly socket: Socket;
  readonly answer: Promise<string>;
}

/** Opens a connection, and sends a text on it. */
async function open(text = ''): Promise<Connection> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let answer = '';
  socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
  // The server ends most of them.
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)));
  await Promise.race([once(socket, 'connect'), closed]);
  if (text !== '') socket.write(text);
  return { socket, answer: closed };
}

const get = 'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n';
const askHome = async () => (await open(get)).answer;

describe('a connection is ended', () => {
  test.each([
    ['on which nothing comes', ''],
    ['with half a line', 'GET / HT'],
    ['with half of its headers', 'GET / HTTP/1.1\r\nhost: localhost\r\nx-a: '],
    ['with half of a body', 'GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nhalf'],
    ['with half of a body that is refused', 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nhalf'],
    ['with half of a chunk', 'GET / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nff\r\nhalf'],
  ])('%s', async (_, text) => {
    await (
      await open(text)
    ).answer;
    expect(await askHome()).toContain('<p>home');
  });

  test('whose headers come letter by letter', async () => {
    const { socket, answer } = await open('GET / HTTP/1.1\r\nhost: localhost\r\n');
    const slow = setInterval(() => void socket.write('x'), 50);
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(slow);
  });

  test('whose body comes letter by letter', async () => {
    const { socket, answer } = await open('GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n\r\n');
    const slow = setInterval(() => void socket.write('x'), 50);
    await answer;
    clearInterval(slow);
    expect(await askHome()).toContain('<p>home');
  });

  test('on which the reader takes no more of a file', async () => {
    const { socket } = await open('GET /film.mp4 HTTP/1.1\r\nhost: localhost\r\n\r\n');
    socket.pause();
    await expect.poll(connections).toBe(0);
  });

  test.each(['\0\0\0\x16\x03\x01', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`, `x: ${'y'.repeat(100_000)}`])(
    'that speaks something else (%#)',
    async (text) => {
      await (
        await open(text)
      ).answer;
      expect(await askHome()).toContain('<p>home');
    },
  );
});

describe('a reader is answered', () => {
  test('at once beside 400 connections on which nothing comes, which are ended', async () => {
    await Promise.all(Array.from({ length: 400 }, () => open()));
    expect(await askHome()).toContain('<p>home');
    await expect.poll(connections).toBe(0);
  });

  test('after more connections than there may be', async () => {
    const many = await Promise.all(Array.from({ length: 700 }, () => open('GET / HT')));
    await Promise.all(many.map(({ answer }) => answer));
    expect(await askHome()).toContain('<p>home');
  });

  test('to 300 requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, askHome));
    expect(new Set(answers.map((answer) => /^HTTP\/1\.1 \d+/.exec(answer)?.[0]))).toEqual(new Set(['HTTP/1.1 200']));
  });
});

test('the limits of the preview end what waits, and leave time for a slow machine', () => {
  const usual = serveFolder(folder);
  expect(usual.headersTimeout).toBeGreaterThan(1000);
  expect(usual.headersTimeout).toBeLessThanOrEqual(30_000);
  expect(usual.requestTimeout).toBeLessThanOrEqual(60_000);
  expect(usual.timeout).toBeGreaterThanOrEqual(30_000);
  expect(usual.maxConnections).toBeGreaterThan(100);
});

const connections = (): Promise<number> =>
  new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))));
