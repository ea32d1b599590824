import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request as send, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { resolveContentFile } from '../../../../src/editor/server/content-path.ts';
import type { DeskEffects } from '../../../../src/editor/server/desk-api.ts';
import { serveDesk } from '../../../../src/editor/server/serve-desk.ts';
import { temporaryFolder } from '../../../support/build-site.ts';

const root = temporaryFolder();
const contentDir = join(root, 'content');
const outside = join(root, 'outside');
const token = 'a-token-of-this-session';
const paper = '---\ntitle: T\nauthors: [A B]\npublished: 2024\n---\n';
let failing: string | undefined;
let importRuns = false;
/** How often the server was told that something was written. */
let told = 0;
/** Files that were written, from the folder around the content. */
const written: string[] = [];

const effects: DeskEffects = {
  contentDir,
  list: () => Promise.resolve([]),
  publications: () => ['publications/2024/a.mdx', 'publications/2024/gone.mdx'],
  check: () => [],
  propose: () => ({ ok: true, value: { file: 'people/x.yaml', kind: 'people', text: '' } }),
  importFrom: () => Promise.resolve({ ok: true, value: { records: [], problems: [], journals: [] } }),
  write: (path, content) => {
    if (failing !== undefined && written.length > 0) throw Object.assign(new Error(failing), { code: failing });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    written.push(path);
  },
  lock: () => Promise.resolve(importRuns ? undefined : () => undefined),
  written: () => {
    told += 1;
  },
};

let port = 0;
const server = createServer((request, response) => {
  void serveDesk(request, response, request.url ?? '/', {
    effects,
    token,
    base: '',
    locales: ['en'],
    institute: '<Institute> & "Co"',
    holdsCode: true,
    files: () => Promise.resolve(new Map([['desk.js', 'start()']])),
  }).then(
    (answered) => {
      if (!answered) response.writeHead(200, { 'x-passed': 'yes' }).end('page');
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

beforeEach(() => {
  failing = undefined;
  importRuns = false;
  told = 0;
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries({
    'content/site.yaml': 'institute: I\nurl: https://example.org\n',
    'content/publications/2024/a.mdx': paper,
    'content/people/p.yaml': 'names: [P]\n',
    'outside/secret.yaml': 'names: [Secret]\n',
    'outside/secret.mdx': paper,
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  written.length = 0;
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends bytes as they are: a path is not normalised, as a browser would. */
function ask(path: string, headers: Record<string, string> = {}, body = '', method = 'POST'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.once('error', reject);
    request.end(body);
  });
}

const own = (): Record<string, string> => ({
  host: `localhost:${port}`,
  origin: `http://localhost:${port}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  'x-colophon-token': token,
});

async function api(verb: string, body: unknown): Promise<unknown> {
  const { status, text } = await ask(`/edit/api/${verb}`, own(), JSON.stringify(body));
  expect(status).toBe(200);
  return JSON.parse(text) as unknown;
}

const version = async (file: string): Promise<string> => {
  const answer = (await api('open', { file })) as { readonly value: { readonly version: string } };
  return answer.value.version;
};

describe('a request to the API', () => {
  test('of the page of the desk is answered', async () => {
    expect(await api('open', { file: 'people/p.yaml' })).toMatchObject({
      ok: true,
      value: { file: 'people/p.yaml', kind: 'people', text: 'names: [P]\n' },
    });
  });

  // prettier-ignore
  const refused: readonly (readonly [name: string, change: Record<string, string | undefined>, status: number])[] = [
    ['under a name that leads to this machine', { host: 'evil.example' }, 403],
    ['under such a name with the port', { host: `evil.example:1`, origin: 'http://evil.example:1' }, 403],
    ['under a name that begins like this machine', { host: `localhost.evil.example`, origin: 'http://localhost.evil.example' }, 403],
    ['under a number that is not loopback', { host: '192.168.1.5:4321', origin: 'http://192.168.1.5:4321' }, 403],
    ['of another site', { origin: 'https://evil.example' }, 403],
    ['of another port of this machine', { origin: 'http://localhost:1' }, 403],
    ['of a page without an origin', { origin: 'null' }, 403],
    ['without an origin', { origin: undefined }, 403],
    ['that a browser marks as of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['that a browser marks as of another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['without the token', { 'x-colophon-token': undefined }, 401],
    ['with another token', { 'x-colophon-token': `${token.slice(0, -1)}X` }, 401],
    ['with a token that is longer', { 'x-colophon-token': `${token}X` }, 401],
    ['as a form would send it', { 'content-type': 'text/plain' }, 415],
    ['as a form with the name of JSON would send it', { 'content-type': 'text/plain; application/json' }, 415],
    ['as a form of fields', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['without a type', { 'content-type': undefined }, 415],
  ];
  test.each(refused)('%s is refused', async (_, change, expected) => {
    const headers = Object.entries({ ...own(), ...change }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const body = JSON.stringify({ changes: [{ type: 'write', file: 'people/new.yaml', text: 'names: [N]\n' }] });
    const answer = await ask('/edit/api/save', Object.fromEntries(headers) as Record<string, string>, body);
    expect(answer.status).toBe(expected);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(written).toEqual([]);
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'by %s is refused, and no other site is let in',
    async (method) => {
      const answer = await ask('/edit/api/save', own(), '', method);
      expect(answer.status).toBe(405);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers['access-control-allow-headers']).toBeUndefined();
    },
  );

  test('of more than 10 MB has a clear sentence', async () => {
    const answer = await ask('/edit/api/save', own(), `{"changes":"${'x'.repeat(10_000_001)}"}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('10.0 MB');
    expect(answer.text).toContain('takes 10 MB');
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"changes":[{"type":"run"}]}',
    '{"changes":[{"type":"write","file":{},"text":1}]}',
  ])('of another form is refused: %s', async (body) => {
    const { status, text } = await ask('/edit/api/save', own(), body);
    expect([200, 400]).toContain(status);
    expect(text).toMatch(/not-understood|not-json/);
    expect(written).toEqual([]);
  });
});

describe('a path', () => {
  // prettier-ignore
  const paths = [
    '../outside/secret.yaml', 'people/../../outside/secret.yaml', 'people/..', 'people/./p.yaml', 'people//p.yaml', '/etc/passwd.yaml', '//people/p.yaml',
    'C:\\people\\p.yaml', 'people\\..\\..\\outside\\secret.yaml', 'people/..\\..\\outside\\secret.yaml', 'people/p.yaml\0', 'people/\0/p.yaml', 'people/p.yaml\n',
    'people/%2e%2e/%2e%2e/outside/secret.yaml/../x', 'people/.hidden.yaml', 'people/_x.yaml', '.git/config', 'site.yaml/../../outside/secret.yaml', 'SITE.YAML', 'People/p.yaml',
    'synonyms.yaml', 'theme.css', 'styles/x.csl', 'people/p.mdx', 'publications/a.yaml', 'publications/2024/a.mdx.js', 'people/con.yaml', 'people/p.yaml.', 'people/p.yaml ',
    'people/a:b.yaml', '\u202epeople/p.yaml', `people/${'a'.repeat(300)}.yaml`, '', 'people/', 'people', 'linked/secret.yaml', 'people/link.yaml', 'people/folder/secret.yaml', 'people/dangling.yaml', 'people/circle/x.yaml', 'people/new/deep/../../../../outside/x.yaml', 'people/p.yaml/x.yaml',
  ];
  const place = (): void => {
    symlinkSync(join(outside, 'secret.yaml'), join(contentDir, 'people/link.yaml'));
    symlinkSync(outside, join(contentDir, 'people/folder'));
    symlinkSync(join(outside, 'nothing.yaml'), join(contentDir, 'people/dangling.yaml'));
    symlinkSync('circle', join(contentDir, 'people/circle'));
  };

  test.each(paths)('%j is neither read nor written', async (file) => {
    place();
    const before = listAll(root);
    expect(await api('open', { file })).toMatchObject({ ok: false });
    const change = { type: 'write', file, text: 'names: [Evil]\n' };
    expect(await api('save', { changes: [change] })).toMatchObject({ type: 'refused' });
    expect(await api('save', { changes: [{ ...change, version: 'x' }] })).toMatchObject({ type: 'refused' });
    expect(await api('save', { changes: [{ type: 'delete', file, version: 'x' }] })).toMatchObject({ type: 'refused' });
    expect(await api('upload', { beside: file, name: 'a.csv', bytes: btoa('a,b') })).toMatchObject({ ok: false });
    expect(listAll(root)).toEqual(before);
  });

  test('import.yaml is written, and no more: it is not deleted, and nothing is put beside it', async () => {
    const file = 'import.yaml';
    expect(await api('open', { file })).toMatchObject({ ok: false, refusal: { name: 'file-gone' } });
    const saved = await api('save', { changes: [{ type: 'write', file, text: 'sources: []\n' }] });
    const { versions } = saved as { versions: Record<string, string> };
    expect(await api('open', { file })).toMatchObject({ ok: true, value: { kind: 'import', text: 'sources: []\n' } });
    const gone = { type: 'delete', file, version: versions[file] };
    expect(await api('save', { changes: [gone] })).toMatchObject({ type: 'refused' });
    const moved = { type: 'rename', file, to: 'other', version: versions[file] };
    expect(await api('save', { changes: [moved] })).toMatchObject({ type: 'refused' });
    expect(await api('upload', { beside: file, name: 'a.csv', bytes: btoa('a,b') })).toMatchObject({ ok: false });
  });

  test.each(['../../outside/x', '..', 'a/b', 'A B', '.x', 'con', '', 'x\0', 'x\\y'])(
    '%j is no new name',
    async (to) => {
      const before = listAll(root);
      const change = { type: 'rename', file: 'people/p.yaml', to, version: await version('people/p.yaml') };
      expect(await api('save', { changes: [change] })).toMatchObject({ type: 'refused' });
      expect(listAll(root)).toEqual(before);
    },
  );

  test.each([
    '/edit/../people/p.yaml',
    '/edit/%2e%2e/x',
    '/edit//api/save',
    '/edit/api/save/',
    '/edit/api/%73ave',
    '/edit/api/SAVE',
    '/edit/api/../api/save',
  ])('of an address, %s leads nowhere', async (address) => {
    const body = JSON.stringify({ changes: [{ type: 'write', file: 'people/new.yaml', text: 'names: [N]\n' }] });
    expect((await ask(address, own(), body)).status).not.toBe(200);
    expect(written).toEqual([]);
  });

  test('of other pages is left to others', async () => {
    for (const path of ['/', '/editor/', '/edit.html', '/fa/edit/', '/publications/edit/'])
      expect((await ask(path, own(), '', 'GET')).headers['x-passed'], path).toBe('yes');
  });
});

test('the publications that name a record are found by its id, without those that are gone', async () => {
  writeFileSync(join(contentDir, 'publications/2024/a.mdx'), paper.replace('A B', '{ name: A B, person: b-a }'));
  expect(await api('mentions', { kind: 'people', id: 'b-a' })).toMatchObject({
    ok: true,
    value: [{ file: 'publications/2024/a.mdx' }],
  });
  expect(await api('mentions', { kind: 'people', id: 'c-a' })).toEqual({ ok: true, value: [] });
});

test.skipIf(process.platform === 'win32')('a pipe is neither waited for nor overwritten', async () => {
  execFileSync('mkfifo', [join(contentDir, 'people/pipe.yaml')]);
  const refused = { refusal: { name: 'not-a-file' } };
  expect(await api('open', { file: 'people/pipe.yaml' })).toMatchObject(refused);
  const change = { type: 'write', file: 'people/pipe.yaml', text: 'names: [N]\n' };
  expect(await api('save', { changes: [change] })).toMatchObject(refused);
  execFileSync('mkfifo', [join(contentDir, 'publications/2024/figure.csv')]);
  const upload = { beside: 'publications/2024/a.mdx', name: 'figure.csv', bytes: btoa('a,b') };
  expect(await api('upload', upload)).toMatchObject({ value: { source: './figure-2.csv' } });
});

test('a file that is too large to be saved is not opened', async () => {
  const path = join(contentDir, 'people/large.yaml');
  writeFileSync(path, '');
  truncateSync(path, 3_000_000_000);
  expect(await api('open', { file: 'people/large.yaml' })).toMatchObject({ refusal: { name: 'too-large' } });
});

test('a link to a folder that is replaced after it was looked at leads nowhere else', () => {
  mkdirSync(join(contentDir, 'people/real'));
  symlinkSync('real', join(contentDir, 'people/group'));
  const place = resolveContentFile(contentDir, 'people/group/new/x.yaml');
  expect(place).toMatchObject({ ok: true, value: { path: join(realpathSync(contentDir), 'people/real/new/x.yaml') } });
});

test('where the content folder has gone, a sentence says so, and nothing brings it back', async () => {
  const old = await version('people/p.yaml');
  rmSync(contentDir, { recursive: true });
  const refused = { refusal: { name: 'no-content-folder' } };
  expect(await api('open', { file: 'people/p.yaml' })).toMatchObject(refused);
  const change = { type: 'write', file: 'people/p.yaml', text: 'names: [N]\n', version: old };
  expect(await api('save', { changes: [change] })).toMatchObject(refused);
  expect(await api('upload', { beside: 'people/p.yaml', name: 'a.csv', bytes: btoa('a,b') })).toMatchObject(refused);
  expect(existsSync(contentDir)).toBe(false);
});

describe('a save', () => {
  const file = 'publications/2024/a.mdx';

  test('writes a file whose version it names, and answers with the next version', async () => {
    const text = paper.replace('T', 'U');
    const answer = (await api('save', { changes: [{ type: 'write', file, text, version: await version(file) }] })) as {
      readonly versions: Readonly<Record<string, string>>;
    };
    expect(readFileSync(join(contentDir, file), 'utf8')).toBe(text);
    expect(answer.versions[file]).toBe(await version(file));
  });

  test('waits for no import that runs: it is refused, and the server reads again only what was written', async () => {
    importRuns = true;
    const change = { type: 'write', file, text: paper.replace('T', 'U'), version: await version(file) };
    expect(await api('save', { changes: [change] })).toMatchObject({
      type: 'refused',
      refusal: { name: 'import-runs' },
    });
    expect([readFileSync(join(contentDir, file), 'utf8'), told]).toEqual([paper, 0]);
    importRuns = false;
    await api('save', { changes: [change] });
    expect(told).toBe(1);
    await api('upload', { beside: file, name: 'a.csv', bytes: btoa('a,b') });
    expect(told).toBe(2);
  });

  test('keeps the bytes of a file with a byte order mark and line breaks of Windows', async () => {
    const bytes = '\ufeff---\r\ntitle: T\r\n---\r\n';
    writeFileSync(join(contentDir, file), bytes);
    const { value } = (await api('open', { file })) as {
      readonly value: { readonly text: string; readonly version: string };
    };
    expect(value.text).toBe(bytes);
    await api('save', { changes: [{ type: 'write', file, text: value.text, version: value.version }] });
    expect(readFileSync(join(contentDir, file), 'utf8')).toBe(bytes);
  });

  test('overwrites nothing that has changed meanwhile, and returns it', async () => {
    const old = await version(file);
    writeFileSync(join(contentDir, file), `${paper}Changed by another.\n`);
    const other = { type: 'write', file: 'people/new.yaml', text: 'names: [N]\n' };
    const answer = await api('save', { changes: [other, { type: 'write', file, text: 'mine', version: old }] });
    expect(answer).toMatchObject({
      type: 'conflict',
      files: [{ file, text: `${paper}Changed by another.\n` }],
      gone: [],
    });
    expect(written).toEqual([]);
  });

  test('does not bring back what was deleted, and does not take a new file for an old one', async () => {
    const old = await version(file);
    rmSync(join(contentDir, file));
    expect(await api('save', { changes: [{ type: 'write', file, text: 'mine', version: old }] })).toMatchObject({
      type: 'conflict',
      gone: [file],
    });
    expect(
      await api('save', { changes: [{ type: 'write', file: 'people/p.yaml', text: 'names: [Q]\n' }] }),
    ).toMatchObject({
      type: 'conflict',
    });
    expect(
      await api('save', { changes: [{ type: 'write', file: 'people/P.yaml', text: 'names: [Q]\n' }] }),
    ).toMatchObject({
      type: 'refused',
      refusal: { name: 'name-taken' },
    });
    expect(written).toEqual([]);
  });

  test.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'])(
    'says what %s means, and leaves every file as it was',
    async (code) => {
      const changes = [
        { type: 'write', file, text: 'mine', version: await version(file) },
        { type: 'write', file: 'people/new.yaml', text: 'names: [N]\n' },
      ];
      const before = listAll(root);
      failing = code;
      expect(await api('save', { changes })).toMatchObject({
        type: 'refused',
        refusal: { message: expect.any(String) as string },
      });
      failing = undefined;
      expect(listAll(root)).toEqual(before);
    },
  );

  test('renames a file with what is beside it, and takes no name that is there', async () => {
    writeFileSync(join(contentDir, 'publications/2024/a.pdf'), '%PDF-1.7');
    const change = { type: 'rename', file, to: 'b', version: await version(file) };
    expect(await api('save', { changes: [change] })).toMatchObject({ type: 'saved' });
    expect(readdirSync(join(contentDir, 'publications/2024')).sort()).toEqual(['b.mdx', 'b.pdf']);
    writeFileSync(join(contentDir, file), paper);
    const again = { ...change, version: await version(file) };
    expect(await api('save', { changes: [again] })).toMatchObject({ type: 'refused' });
    expect(existsSync(join(contentDir, file))).toBe(true);
  });

  test('deletes a file, and never the settings of the site', async () => {
    expect(await api('save', { changes: [{ type: 'delete', file, version: await version(file) }] })).toMatchObject({
      type: 'saved',
    });
    expect(existsSync(join(contentDir, file))).toBe(false);
    const settings = { type: 'delete', file: 'site.yaml', version: await version('site.yaml') };
    expect(await api('save', { changes: [settings] })).toMatchObject({ type: 'refused' });
  });

  test('changes one name of a file with two names, and not the file outside', async () => {
    linkSync(join(outside, 'secret.yaml'), join(contentDir, 'people/hard.yaml'));
    expect(await api('open', { file: 'people/hard.yaml' })).toMatchObject({ ok: true });
  });
});

describe('a file that is put beside a record', () => {
  const beside = 'publications/2024/a.mdx';
  const put = (name: string, content: string, owner = beside): Promise<unknown> =>
    api('upload', { beside: owner, name, bytes: Buffer.from(content, 'latin1').toString('base64') });
  const pdf = '%PDF-1.7 a';

  test('gets a safe name, and another one where other bytes have it', async () => {
    expect(await put('My Paper (final).PDF', pdf)).toMatchObject({
      ok: true,
      value: { source: './my-paper-final.pdf' },
    });
    expect(await put('My Paper (final).pdf', pdf)).toMatchObject({ value: { source: './my-paper-final.pdf' } });
    expect(await put('my-paper-final.pdf', `${pdf}b`)).toMatchObject({ value: { source: './my-paper-final-2.pdf' } });
    expect(await put('مقاله.pdf', pdf)).toMatchObject({ ok: true });
  });

  test.each([
    '../../../outside/x.pdf',
    '/etc/x.pdf',
    'C:\\x\\y.pdf',
    '..\\..\\x.pdf',
    'a\0.pdf',
    '.pdf',
    'con.pdf',
    '....pdf',
  ])('stays there, whatever it is called: %j', async (name) => {
    const before = listAll(outside);
    await put(name, pdf);
    expect(listAll(outside)).toEqual(before);
    expect(written.every((path) => dirname(path) === join(contentDir, 'publications/2024'))).toBe(true);
  });

  test.each([
    ['x.html', '<script>'],
    ['x.mdx', paper],
    ['x.yaml', 'a: b'],
    ['x.js', '1'],
    ['x', 'y'],
    ['x.pdf', 'MZ'],
    ['x.png', '<svg/>'],
    ['x.svgz', '\x1f\x8b'],
  ])('is refused where its kind is not published, or is not what it says: %s %j', async (name, content) => {
    expect(await put(name, content)).toMatchObject({ ok: false });
    expect(written).toEqual([]);
  });

  test('is refused above the limit of hosts', async () => {
    const bytes = Buffer.alloc(25 * 1024 * 1024 + 1, ' ');
    bytes.write(pdf);
    expect(await api('upload', { beside, name: 'x.pdf', bytes: bytes.toString('base64') })).toMatchObject({
      ok: false,
      refusal: { name: 'file-too-large' },
    });
  });
});

describe('the page', () => {
  test('has the token, and may be framed and sent by no other site', async () => {
    const answer = await ask('/edit/', { host: `localhost:${port}` }, '', 'GET');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(token);
    expect(answer.text).not.toContain('<Institute>');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers['x-frame-options']).toBe('DENY');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  test.each<Readonly<Record<string, string>>>([
    { host: 'evil.example' },
    { host: '10.0.0.1:80' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
  ])('is not given to %j', async (headers) => {
    const answer = await ask('/edit/', { host: `localhost:${port}`, ...headers }, '', 'GET');
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(token);
  });
});

/** Every file below a folder with its content. */
const listAll = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) => `${join(entry.parentPath, entry.name)}: ${readFileSync(join(entry.parentPath, entry.name), 'latin1')}`,
    )
    .sort();
