import { get as httpGet } from 'node:http';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { originOf, spawnDevServer } from '../support/dev-server.ts';
import type { RunningCommand } from '../support/run-command.ts';
import { testEach } from '../support/slow.ts';

const content = copyOf(siteFolder('small'));
const slug = 'baran-2024-brooks';
const file = join(content, `publications/2024/${slug}.mdx`);
const good = readFileSync(file, 'utf8');
const settings = join(content, 'site.yaml');
/** The path of the site is that of its list of publications, which is at `/publications/publications/`. */
const base = '/publications';
const site = readFileSync(settings, 'utf8').replace(/^url: .*$/m, `url: https://papers.brooks.edu${base}`);
const person = join(content, 'people/tufan-leila.yaml');
const goodPerson = readFileSync(person, 'utf8');
const personPage = '/people/tufan-leila/';
/** What marks the list of errors in a page. */
const overlay = 'id="colophon-problems"';
let running: RunningCommand;
let origin: string;
/** What the server answers while it cannot start. */
let stopped: Answer;
/** What the command has printed. */
let printed = '';

beforeAll(async () => {
  writeFileSync(settings, 'institute: "never closed\n');
  running = spawnDevServer({ CONTENT_DIR: content, CACHE_DIR: temporaryFolder() });
  running.child.stdout?.on('data', (text: string) => (printed += text));
  origin = await originOf(running);
  stopped = await answerOf(`${origin}/people/`);
  // The path is known only since the settings are mended.
  writeFileSync(settings, site);
  while (!printed.includes('Edit in the browser at') && running.child.exitCode === null) await wait(100);
  origin = /Edit in the browser at (http:\/\/localhost:\d+)/.exec(printed)?.[1] ?? '';
  await until('/', ({ status }) => status === 200);
});

test('shows the errors of settings with which it cannot start', () => {
  expect(stopped.status).toBe(503);
  expect(stopped.text).toMatch(/<code>site\.yaml:1:12<\/code> .*starts with a quotation mark/);
});

test('prints the address under which the content is edited', () => {
  expect(printed).toContain(`Edit in the browser at ${origin}${base}/edit/`);
});

test('serves the site at its path: the list that has the same name, and the pictures', async () => {
  const root = await fetch(`${origin}/`, { redirect: 'manual' });
  expect([root.status, root.headers.get('location')]).toEqual([302, `${base}/`]);
  const list = await get('/publications/');
  expect([list.status, /<h1[^>]*>([^<]*)/.exec(list.text)?.[1]]).toEqual([200, 'Publications']);
  expect((await get('/no-such-page/')).status).toBe(404);
  const { text } = await get(`/publications/${slug}/`);
  const pictures = [...text.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, src]) => src!);
  expect(pictures).toContain(`${base}/publications/${slug}/brook.png`);
  const picture = await fetch(origin + pictures[0]!);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  const own = readFileSync(join(content, 'publications/2024/brook.png'));
  expect(Buffer.from(await picture.arrayBuffer()).equals(own)).toBe(true);
  expect((await get(`/publications/${slug}/no-brook.png`)).status).toBe(404);
});

afterAll(async () => {
  running.child.kill('SIGKILL');
  await running.done;
});

test.each([
  ['/', { origin: 'http://localhost:1' }],
  ['/', { origin: 'https://evil.example' }],
  ['/', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
  ['/__OPEN-in-editor?file=/etc/passwd', {}],
])('answers no other site, and opens no file: %s %j', async (path, headers) => {
  expect((await fetch(origin + base + path, { headers })).status).toBe(403);
});

test('opens no WebSocket to another site', async () => {
  const { hostname, port } = new URL(origin);
  const headers = { connection: 'Upgrade', upgrade: 'websocket', origin: 'https://evil.example' };
  const ended = new Promise((resolve) => {
    httpGet({ hostname, port, path: `${base}/`, headers, timeout: 10_000 })
      .once('error', ({ message }) => resolve(message))
      .once('timeout', () => resolve('no answer'));
  });
  expect(await ended).toBe('socket hang up');
});

test.each(['localhost:1.evil.example', '[', 'a b'])('answers no host that is none: %s', async (host) => {
  const { hostname, port } = new URL(origin);
  const status = await new Promise((resolve, reject) => {
    httpGet({ hostname, port, path: `${base}/`, headers: { host }, timeout: 10_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
  expect(status).toBe(403);
});

test.each(['same-origin', 'none'])('answers its own pages, and what a reader types: %s', async (site) => {
  expect((await fetch(`${origin}${base}/`, { headers: { 'sec-fetch-site': site } })).status).toBe(200);
});

describe('the desk', () => {
  const ask = async (verb: string, body: unknown): Promise<unknown> => {
    const page = await get('/edit/');
    const { token } = JSON.parse(/id="desk-settings">(.*?)<\/script>/.exec(page.text)![1]!) as {
      readonly token: string;
    };
    const response = await fetch(`${origin}${base}/edit/api/${verb}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', 'x-colophon-token': token },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };

  test('is led to from the page of a record', async () => {
    const { text } = await get(`/publications/${slug}/`);
    expect(text).toContain(`href="${base}/edit/#publications/2024/${slug}.mdx"`);
    expect((await get('/edit/key.js')).status).toBe(200);
  });

  test('lists every file with its title, and opens it', async () => {
    const entries = (await ask('list', {})) as readonly { readonly file: string; readonly title: string }[];
    expect(entries.find(({ file: name }) => name === `publications/2024/${slug}.mdx`)?.title).toBeTruthy();
    expect(entries.find(({ file: name }) => name === 'people/tufan-leila.yaml')?.title).toContain('Tufan');
    expect(entries.at(-1)?.file).toBe('site.yaml');
    expect(await ask('open', { file: 'people/tufan-leila.yaml' })).toMatchObject({
      ok: true,
      value: { text: goodPerson },
    });
  });

  test('checks a text as the whole check does, with a repair', async () => {
    const text = good.replace(/^title:/m, 'doi: https://doi.org/10.5555/12345678\ntitle:');
    const problems = (await ask('check', { file: `publications/2024/${slug}.mdx`, text })) as readonly object[];
    expect(problems).toContainEqual(
      expect.objectContaining({
        path: ['doi'],
        repair: [{ type: 'set', path: ['doi'], value: '10.5555/12345678' }],
      }),
    );
  });

  test('proposes a new file, and reads what would be imported', async () => {
    expect(await ask('propose', { kind: 'people', title: 'New, Person' })).toMatchObject({
      ok: true,
      value: { file: 'people/new-person.yaml', text: 'names: ["New, Person"]\n' },
    });
    const ris = 'TY  - JOUR\nTI  - An imported title\nAU  - Imported, Ada\nPY  - 2023\nER  - \n';
    expect(await ask('import', { type: 'file', name: 'x.ris', bytes: btoa(ris) })).toMatchObject({
      ok: true,
      value: { records: [{ outcome: 'new', title: 'An imported title', changes: [{ type: 'write' }] }] },
    });
  });
});

describe('the site while it is written', () => {
  /** What an editor, a pull or a slip of the hand leaves of a file for a moment, or until it is mended. */
  const broken: Readonly<Record<string, string | Uint8Array>> = {
    'fields that cannot be read': '---\ntitle: "never closed\nauthors: [A B]\n---\n',
    'a body that cannot be read': `${good}\n\n## B\n\n{never closed <b\n`,
    'a heading in a field that cannot stand there': good.replace('---\n', '---\nsummary: "# A"\n'),
    'half of it': good.slice(0, good.length / 2),
    nothing: '',
    'bytes that are no text': new Uint8Array([0, 255, 254, 7, 0]),
  };
  let titleBefore = /^title: "?(.*?)"?$/m.exec(good)![1]!;

  testEach(Object.keys(broken), (_, index) => index < 2)(
    'goes on without a file that holds %s, and shows it when it is mended',
    async (name) => {
      writeFileSync(file, broken[name]!);
      await until(`/publications/${slug}/`, ({ text }) => text.includes(overlay));
      const { status: answered, text } = await get(`/publications/${slug}/`);
      expect(answered, 'the last good page, which nobody has opened').toBe(200);
      expect(text).toContain(titleBefore);
      expect(text, 'the place of the error').toMatch(
        new RegExp(`<code>publications/2024/${slug}\\.mdx(?::\\d+:\\d+)?</code>`),
      );
      const home = await get('/');
      expect([home.status, home.text.includes(overlay)]).toEqual([200, true]);
      expect((await get('/publications/')).text, 'the list').toContain(titleBefore);
      titleBefore = `Mended after ${name}`;
      writeFileSync(file, good.replace(/^title: .*$/m, `title: ${titleBefore}`));
      await until(
        `/publications/${slug}/`,
        ({ status, text: page }) => status === 200 && page.includes(titleBefore) && !page.includes(overlay),
      );
    },
  );

  test('shows a mistake in a body with components, and in a file of a person', async () => {
    const address = `/publications/${slug}/`;
    writeFileSync(file, `${good}\n\n## More\n\n<Note>Note of a component</Note>\n`);
    await until(address, ({ status, text }) => status === 200 && text.includes('Note of a component'));
    writeFileSync(file, `${good}\n\n## More\n\n<Note>Note of a component\n`);
    await until(address, ({ text }) => text.includes('is not closed') && text.includes('Note of a component'));
    writeFileSync(file, good);
    await until(
      address,
      ({ status, text }) => status === 200 && !text.includes(overlay) && !text.includes('Note of a'),
    );
    writeFileSync(person, goodPerson);
    await until(personPage, ({ status, text }) => status === 200 && !text.includes(overlay));
    writeFileSync(person, goodPerson.replace(/^orcid: .*$/m, 'orcid: 123'));
    await until(personPage, ({ text }) => text.includes('&quot;123&quot; is not an ORCID iD') && text.includes('<h1'));
    writeFileSync(person, goodPerson);
    await until(personPage, ({ status, text }) => status === 200 && !text.includes(overlay));
  });

  test('goes on when a file is deleted, made again and renamed', async () => {
    rmSync(file);
    await until(`/publications/${slug}/`, ({ status }) => status === 404);
    writeFileSync(file, good);
    await until(`/publications/${slug}/`, ({ status }) => status === 200);
    renameSync(file, file.replace(slug, 'another-name'));
    await until('/publications/another-name/', ({ status }) => status === 200);
    expect((await get(`/publications/${slug}/`)).status).toBe(404);
    renameSync(file.replace(slug, 'another-name'), file);
    await until(`/publications/${slug}/`, ({ status }) => status === 200);
  });

  test('goes on when a folder is moved away and comes back', async () => {
    const folder = join(content, 'publications');
    renameSync(folder, join(content, '_away'));
    await until(`/publications/${slug}/`, ({ status }) => status === 404);
    renameSync(join(content, '_away'), folder);
    await until(`/publications/${slug}/`, ({ status }) => status === 200);
  });

  testEach(['institute: "never closed\n', '', 'institut: Example\n'])(
    'goes on with settings that are broken (%j), and shows those that are mended',
    async (text) => {
      writeFileSync(settings, text);
      await wait(500);
      await until(
        '/',
        ({ text: page }) => page.includes(overlay) && page.includes('<code>site.yaml') && page.includes('<h1'),
      );
      const name = `Institute number ${text.length}`;
      writeFileSync(settings, site.replace('Institute of Small Things', name));
      await until('/', ({ status, text: page }) => status === 200 && page.includes(name) && !page.includes(overlay));
      expect(running.child.exitCode).toBeNull();
    },
  );
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

const get = (path: string): Promise<Answer> => answerOf(origin + base + path);

async function answerOf(address: string): Promise<Answer> {
  try {
    const response = await fetch(address);
    return { status: response.status, text: await response.text() };
  } catch {
    // It has not started yet.
    return { status: 0, text: '' };
  }
}

/** Asks again until the answer is as it should be, or it never will be. */
async function until(path: string, holds: (answer: Answer) => boolean): Promise<void> {
  const end = performance.now() + 300_000;
  for (;;) {
    const answer = await get(path);
    if (holds(answer)) return;
    if (performance.now() > end || running.child.exitCode !== null)
      throw new Error(`${path} answers ${answer.status} ${answer.text.replace(/\s+/g, ' ').slice(0, 300)}`);
    // Each answer is a page that the server makes.
    await wait(200);
  }
}
