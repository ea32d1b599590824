import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { copyOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { startCommand } from '../support/run-command.ts';

test('the development server leads to the base path, and shows the list that has the same name and the pictures', async () => {
  const port = await freePort();
  const { child, done } = startCommand('dev', {
    NODE_ENV: 'development',
    VITEST: '',
    CONTENT_DIR: siteFolder('small'),
    CACHE_DIR: temporaryFolder(),
    BASE_PATH: '/publications',
    PORT: String(port),
  });
  try {
    const origin = `http://localhost:${port}`;
    const get = (path: string) => fetch(origin + path, { redirect: 'manual' }).catch(() => undefined);
    const end = performance.now() + 60_000;
    while ((await get('/publications/'))?.status !== 200 && performance.now() < end) await wait(100);
    const root = await get('/');
    expect([root?.status, root?.headers.get('location')]).toEqual([302, '/publications/']);
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
  } finally {
    child.kill('SIGKILL');
    await done;
  }
});

test('the development server shows the errors of settings with which it cannot start, and the site when they are mended', async () => {
  const port = await freePort();
  const content = copyOf(siteFolder('small'));
  const settings = join(content, 'site.yaml');
  const good = readFileSync(settings, 'utf8');
  writeFileSync(settings, 'institute: "never closed\n');
  const { child, done } = startCommand('dev', {
    NODE_ENV: 'development',
    VITEST: '',
    CONTENT_DIR: content,
    CACHE_DIR: temporaryFolder(),
    PORT: String(port),
  });
  try {
    const get = async (path: string) => {
      const response = await fetch(`http://localhost:${port}${path}`, { redirect: 'manual' }).catch(() => undefined);
      return {
        status: response?.status,
        location: response?.headers.get('location'),
        text: (await response?.text()) ?? '',
      };
    };
    const end = performance.now() + 60_000;
    while ((await get('/')).status === undefined && performance.now() < end) await wait(100);
    const { status, text } = await get('/people/');
    expect(status).toBe(503);
    expect(text).toMatch(/<code>site\.yaml:1:12<\/code> .*starts with a quotation mark/);
    writeFileSync(settings, good.replace(/^url: .*$/m, 'url: https://papers.brooks.edu/lab'));
    while ((await get('/lab/')).status !== 200 && performance.now() < end) await wait(100);
    expect((await get('/lab/')).text).toContain('<h1');
    // The path is known only since the settings are mended.
    expect((await get('/')).location).toBe('/lab/');
  } finally {
    child.kill('SIGKILL');
    await done;
  }
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
