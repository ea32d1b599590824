import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { copyOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { startCommand } from '../support/run-command.ts';
import { slow } from '../support/slow.ts';

test('the development server shows the errors of settings with which it cannot start, and the site at its path when they are mended', async () => {
  const content = copyOf(siteFolder('small'));
  const settings = join(content, 'site.yaml');
  const good = readFileSync(settings, 'utf8');
  writeFileSync(settings, 'institute: "never closed\n');
  await using server = await start({ CONTENT_DIR: content });
  await until(async () => (await server.get('/')) !== undefined);
  const stopped = await server.get('/people/');
  expect(stopped?.status).toBe(503);
  expect(await stopped?.text()).toMatch(/<code>site\.yaml:1:12<\/code> .*starts with a quotation mark/);
  // The path is known only since the settings are mended.
  writeFileSync(settings, good.replace(/^url: .*$/m, 'url: https://papers.brooks.edu/publications'));
  await until(async () => (await server.get('/publications/'))?.status === 200);
  await expectSite(server);
});

test('the development server takes the base path of the environment', slow, async () => {
  await using server = await start({ CONTENT_DIR: siteFolder('small'), BASE_PATH: '/publications' });
  await until(async () => (await server.get('/publications/'))?.status === 200);
  await expectSite(server);
});

/** Waits until something holds, or never will. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 300_000;
  while (!(await holds()) && performance.now() < end) await wait(100);
}

/** It leads to the path `/publications/`, and shows the list that has the same name and the pictures. */
async function expectSite({ get, output }: Server): Promise<void> {
  const root = await get('/');
  expect([root?.status, root?.headers.get('location')], output()).toEqual([302, '/publications/']);
  expect(await (await get('/publications/'))?.text()).toContain('<h1');
  const list = await get('/publications/publications/');
  expect([list?.status, /<h1[^>]*>([^<]*)/.exec((await list?.text()) ?? '')?.[1]]).toEqual([200, 'Publications']);
  expect((await get('/publications/no-such-page/'))?.status).toBe(404);
  const slug = 'baran-2024-brooks';
  const page = await get(`/publications/publications/${slug}/`);
  const pictures = [...((await page?.text()) ?? '').matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, src]) => src!);
  expect(pictures).toContain(`/publications/publications/${slug}/brook.png`);
  const picture = await get(pictures[0]!);
  expect([picture?.status, picture?.headers.get('content-type')]).toEqual([200, 'image/png']);
  const own = readFileSync(join(siteFolder('small'), 'publications/2024/brook.png'));
  expect(Buffer.from((await picture?.arrayBuffer()) ?? new ArrayBuffer()).equals(own)).toBe(true);
  expect((await get(`/publications/publications/${slug}/no-brook.png`))?.status).toBe(404);
}

interface Server extends AsyncDisposable {
  /** Undefined while nothing answers. */
  get(path: string): Promise<Response | undefined>;
  /** What it has printed. */
  output(): string;
}

async function start(environment: Record<string, string>): Promise<Server> {
  const free = await freePort();
  const { child, done } = startCommand('dev', {
    NODE_ENV: 'development',
    VITEST: '',
    CACHE_DIR: temporaryFolder(),
    PORT: String(free),
    ...environment,
  });
  // Another program may take the port before the server does, which then takes the next one, and says so.
  let output = '';
  const add = (text: string) => (output += text);
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  const port = () => [...output.matchAll(/http:\/\/localhost:(\d+)/g)].at(-1)?.[1] ?? free;
  return {
    get: (path) => fetch(`http://localhost:${port()}${path}`, { redirect: 'manual' }).catch(() => undefined),
    output: () => output,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await done;
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
