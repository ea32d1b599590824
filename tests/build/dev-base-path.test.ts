import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { siteFolder, temporaryFolder } from '../support/build-site.ts';
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
    expect(Buffer.from((await picture?.arrayBuffer()) ?? []).equals(own)).toBe(true);
    expect((await get(`/publications/publications/${slug}/no-brook.png`))?.status).toBe(404);
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
