import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContentFolder } from '../../../src/build/read-content-folder.ts';
import { askLinks, type LinkCache } from '../../../src/commands/outside-links/ask-links.ts';
import { checkOutsideLinks } from '../../../src/commands/outside-links/check-outside-links.ts';
import { readSettings } from '../../../src/project/settings.ts';
import { contentFolder, temporaryFolder } from '../../support/build-site.ts';
import { publicationText } from '../../support/make.ts';
import { serveAnswers } from '../../support/serve-answers.ts';

const nothingKnown = (): LinkCache & { readonly saved: Map<string, number> } => {
  const saved = new Map<string, number>();
  return { saved, find: (url) => saved.get(url), save: (url, status) => void saved.set(url, status) };
};
const noPause = () => Promise.resolve();

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
        return statuses[url]?.[method];
      },
      cache,
      pause: noPause,
    });
    expect(Object.fromEntries(found)).toEqual({
      'https://a.org/1': 200,
      'https://a.org/2': 200,
      'https://a.org/3': 404,
      'https://b.org/4': 200,
      'https://b.org/5': undefined,
      'https://b.org/6': undefined,
      'https://c.org/7': undefined,
      'https://c.org/8': 410,
    });
    expect(asked.filter((line) => line.endsWith('a.org/1'))).toEqual(['HEAD https://a.org/1']);
    expect(asked).not.toContain('GET https://b.org/6');
    const again = await askLinks(['https://a.org/3', 'https://b.org/5'], {
      ask: (url) => Promise.resolve(url.endsWith('5') ? 200 : undefined),
      cache,
      pause: noPause,
    });
    expect([...again.values()]).toEqual([404, 200]);
  });

  test('whose pages are gone are warnings with file and line, and answers are kept', async () => {
    await using server = await serveAnswers({
      '/there': 'here',
      '/gone': { status: 404 },
      '/private': { status: 403 },
      '/moved': { status: 301, headers: { Location: '/there' } },
    });
    const at = (path: string) => server.address.replace('127.0.0.1', 'localhost') + path;
    const folder = temporaryFolder();
    const settings = readSettings({
      CONTENT_DIR: contentFolder({
        'publications/x.mdx': publicationText({
          links: [{ rel: 'data', url: at('/gone/data') }],
          body: `An abstract.\n\n[A](${at('/there')}) [B](${at('/gone')}) [C](${at('/private')}) [D](${at('/moved')})`,
        }),
      }),
      CACHE_DIR: join(folder, 'cache'),
      OUT_DIR: join(folder, 'dist'),
    });
    mkdirSync(settings.cacheDir, { recursive: true });
    const { store, site, problems } = await readContentFolder(settings, { drafts: true });
    expect(problems).toEqual([]);
    const report = await checkOutsideLinks(store!, settings, site, () => {});
    expect(report).toMatchObject({
      asked: 5,
      unclear: 1,
      problems: [
        { severity: 'warning', name: 'outside-link-gone', file: 'publications/x.mdx', line: 5, field: 'links[1].url' },
        { severity: 'warning', name: 'outside-link-gone', file: 'publications/x.mdx', line: 9 },
      ],
    });
    expect(new Set(server.asked.map(({ agent }) => agent))).toEqual(
      new Set([`colophon/0.1 (link check; +${site!.url})`]),
    );
    const before = server.asked.length;
    await checkOutsideLinks(store!, settings, site, () => {});
    // Only the answer that says nothing is asked for again.
    expect(server.asked.slice(before).map(({ path }) => path)).toEqual(['/private', '/private']);
    store!.close();
  });
});
