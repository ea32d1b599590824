import { expect, test } from 'vitest';
import { siteFolder, temporaryFolder } from '../support/build-site.ts';
import { startDevServer } from '../support/dev-server.ts';

test('the development server takes the base path of the environment', async () => {
  const { origin, stop } = await startDevServer({
    CONTENT_DIR: siteFolder('small'),
    CACHE_DIR: temporaryFolder(),
    BASE_PATH: '/publications',
  });
  const get = (path: string) => fetch(origin + path, { redirect: 'manual' });
  const root = await get('/');
  expect([root.status, root.headers.get('location')]).toEqual([302, '/publications/']);
  const list = await get('/publications/publications/');
  expect([list.status, /<h1[^>]*>([^<]*)/.exec(await list.text())?.[1]]).toEqual([200, 'Publications']);
  expect((await get('/publications/no-such-page/')).status).toBe(404);
  await stop();
});
