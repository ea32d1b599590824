import { copyFileSync, cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problems/problem.ts';
import {
  buildFolder,
  contentFolder,
  copyOf,
  differingFiles,
  digestsOf,
  listFiles,
  siteFolder,
  temporaryFolder,
} from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { readHtml } from '../support/read-html.ts';
import { newOutDir, runCommand, startCommand } from '../support/run-command.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { sharedSite } from '../support/shared-site.ts';
import { slow, testEach } from '../support/slow.ts';

const small = siteFolder('small');
const broken = siteFolder('broken');

interface Folders {
  readonly content: string;
  readonly outDir: string;
}

/** The mistake of each file of `broken`. */
const mistakes: Record<string, string> = {
  'S Capital.mdx': 'malformed-slug',
  'a-unknown-key.mdx': 'unknown-key',
  'b-affiliation.mdx': 'affiliation-out-of-range',
  'c-tab.mdx': 'yaml-tab',
  'd-quote.mdx': 'yaml-malformed',
  'e-colon.mdx': 'yaml-malformed',
  'f-less-than.mdx': 'mdx-less-than',
  'g-brace.mdx': 'code-in-abstract',
  'h-comment.mdx': 'mdx-comment',
  'i-unclosed.mdx': 'mdx-unclosed',
  'j-latin1.mdx': 'not-utf-8',
  'k-utf16.mdx': 'not-utf-8',
  'l-no-frontmatter.mdx': 'frontmatter-missing',
  'm-unclosed-frontmatter.mdx': 'frontmatter-unclosed',
  'n-empty.mdx': 'frontmatter-missing',
  'o-doi.mdx': 'malformed-doi',
  'p-date.mdx': 'impossible-date',
  'q-image.mdx': 'asset-missing',
  'r-person.mdx': 'unknown-person',
  't-old.md': 'file-not-read',
  'u-no-space.mdx': 'yaml-malformed',
  'v-no-colon.mdx': 'yaml-malformed',
  'w-quotes-inside.mdx': 'yaml-malformed',
  'x-component.mdx': 'unknown-component',
  'y-et-al.mdx': 'several-names',
  'z-placeholder.mdx': 'placeholder',
  'za-letter.docx': 'file-not-read',
  'zb-missing-file.mdx': 'asset-missing',
  'zc-dead-link.mdx': 'link-dead',
  'zd-fragment.mdx': 'fragment-unknown',
  'ze-fragment-beside-component.mdx': 'fragment-unknown',
  'zf-no-pdf.mdx': 'file-malformed',
  'zg-nested.mdx': 'nested-too-deeply',
  'zh-keywords.mdx': 'keywords-in-one',
  'zi-quoted-title.mdx': 'title-in-quotes',
  'zj-missing-slides.mdx': 'asset-missing',
  'zl-bullets.mdx': 'yaml-malformed',
  'zm-quoted-name.mdx': 'quotes-in-name',
  'zn-two-records.mdx': 'second-record',
  'zo-volume.mdx': 'word-before-number',
  'zp-link-with-space.mdx': 'link-not-read',
  // The last of its three.
  'zk-three-faults.mdx': 'malformed-doi',
  'theme.css': 'theme-not-a-rule',
};

describe('check', () => {
  test('reports every mistake of the broken files at once, in words and with places, and no other', async () => {
    const { code, stdout, stderr } = await runCommand('check', { CONTENT_DIR: broken });
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain('43 files in');
    expect(stdout).toContain('41 errors and 4 warnings.');
    expect(section(stdout, 'zk-three-faults.mdx').match(/\(\S+\)/g)).toEqual([
      '(yaml-malformed)',
      '(unknown-topic)',
      '(malformed-doi)',
    ]);
    expect(section(stdout, 'zj-missing-slides.mdx')).toContain('5:29 error  links[1].url: the file ./frost.pdf');
    for (const [file, name] of Object.entries(mistakes)) expect(section(stdout, file), file).toContain(`(${name})`);
    expect(stdout).not.toMatch(/good-|\.ts:\d+|node:internal/);
    expect(stdout).toContain('6:1 error  journl: `journl` is not a field');
    expect(stdout).toContain('→ did you mean `journal`?');
  });

  test('says the same as data', async () => {
    const { code, stdout } = await runInProcess('check', { CONTENT_DIR: broken }, ['--json']);
    expect(code).toBe(1);
    const { problems } = JSON.parse(stdout) as { problems: Problem[] };
    expect(
      Object.fromEntries(problems.map(({ file, name }) => [file.replace('publications/2024/', ''), name])),
    ).toEqual(mistakes);
    expect(problems).toHaveLength(45);
  });

  test('annotates the lines of a pull request on GitHub Actions', slow, async () => {
    const { stdout } = await runInProcess('check', { CONTENT_DIR: broken, GITHUB_ACTIONS: 'true' });
    const annotations = stdout.split('\n').filter((text) => text.startsWith('::'));
    expect(annotations).toHaveLength(45);
    expect(annotations).toContainEqual(
      expect.stringMatching(
        /^::error file=tests\/sites\/broken\/publications\/2024\/a-unknown-key\.mdx,line=6,col=1,title=unknown-key::journl: /,
      ),
    );
    for (const annotation of annotations) expect(annotation, 'one sentence, one stop').not.toMatch(/[^.]\.\.(\s|$)/);
  });

  testEach([
    ['with warnings', siteFolder('empty'), '1 warning'],
    ['without problems', small, 'no problems'],
  ])('is content with a site %s', async (_, CONTENT_DIR, says) => {
    expect(await runInProcess('check', { CONTENT_DIR })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(says) as string,
    });
  });

  testEach<{ name: string; environment: Record<string, string>; args: string[]; says: string }>([
    {
      name: 'a content folder that is not there',
      environment: { CONTENT_DIR: '/nowhere/at/all' },
      args: [],
      says: 'does not exist',
    },
    {
      name: 'a SITE_URL without its scheme',
      environment: { CONTENT_DIR: small, SITE_URL: 'example.org' },
      args: [],
      says: 'SITE_URL',
    },
    {
      name: 'a BASE_PATH with a space',
      environment: { CONTENT_DIR: small, BASE_PATH: '/our site' },
      args: [],
      says: 'BASE_PATH',
    },
    { name: 'an option that it does not know', environment: { CONTENT_DIR: small }, args: ['--jsn'], says: '--json' },
    {
      name: 'a folder in the place of its summary',
      environment: { CONTENT_DIR: small },
      args: ['--summary', dirname(small)],
      says: 'is a folder',
    },
  ])('explains $name', async ({ environment, args, says }) => {
    const { code, stdout, stderr } = await runInProcess('check', environment, args);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(says);
    expect(stdout + stderr).not.toMatch(/\.ts:\d+|node:internal/);
  });
});

describe('build', () => {
  test('says what it did on stdout, and how far it is on stderr; then publishes nothing while one file has an error, and says what and where', async () => {
    const content = copyOf(small);
    const outDir = newOutDir();
    const good = await runCommand('build', { CONTENT_DIR: content, OUT_DIR: outDir });
    expect(good.code).toBe(0);
    expect(good.stdout).toMatch(
      /^Built 5 publications \(and 1 draft not published\): \d+ pages, \d+ files, [\d.]+ MB in /,
    );
    for (const label of ['changed', 'time', 'threads', 'memory', 'content'])
      expect(good.stdout).toMatch(new RegExp(`^  ${label} +\\S`, 'm'));
    expect(good.stdout).toContain('no problems');
    const progress = good.stderr.split('\n');
    expect(progress).toEqual(expect.arrayContaining(['content …', 'catalog …', 'templates …', 'pages …']));
    const pages = / (\d+) pages,/.exec(good.stdout)?.[1];
    expect(progress, 'one number of pages').toContain(`pages ${pages} of ${pages}`);

    const before = digestsOf(outDir);
    const { settings } = await sharedSite(small);
    expect(differingFiles(digestsOf(settings.outDir), before), 'with a thread for each core as with one').toEqual([]);
    cpSync(join(broken, 'publications'), join(content, 'publications'), { recursive: true });
    copyFileSync(join(broken, 'theme.css'), join(content, 'theme.css'));
    const { code, stdout, stderr } = await runInProcess('build', { CONTENT_DIR: content, OUT_DIR: outDir });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    for (const name of Object.values(mistakes)) expect(stderr).toContain(`(${name})`);
    expect(stderr).toContain('Not built: 41 errors and 4 warnings.');
    expect(differingFiles(before, digestsOf(outDir))).toEqual([]);
  });

  testEach([
    ['in the content', (folders: Folders) => join(folders.content, 'site.yaml'), 'is a file inside of'],
    ['in the site', (folders: Folders) => join(folders.outDir, 'changes.txt'), 'is a file inside of'],
    ['that is a folder', ({ content }: Folders) => dirname(content), 'is a folder'],
  ])('writes no list of changes %s, and says so before it begins', async (_, fileIn, says) => {
    const folders = { content: copyOf(small), outDir: newOutDir() };
    const before = digestsOf(folders.content);
    const args = ['--changes', fileIn(folders)];
    const environment = { CONTENT_DIR: folders.content, OUT_DIR: folders.outDir };
    const { code, stderr } = await runInProcess('build', environment, args);
    expect([code, stderr]).toEqual([1, expect.stringContaining(says)]);
    expect(digestsOf(folders.content)).toEqual(before);
    expect(existsSync(folders.outDir)).toBe(false);
  });

  test('builds a site without any publication', async () => {
    const site = await buildFolder(siteFolder('empty'));
    expect(site.rendered?.failures).toEqual([]);
    const pages = site.files().filter((path) => path.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['index.html', '404.html', 'publications/index.html']));
    for (const path of pages) expect(readHtml(site.read(path)).errors, path).toEqual([]);
  });
});

testEach(['check', 'build', 'dev', 'import', 'new', 'preview'])(
  '%s explains itself, and does nothing else',
  async (command) => {
    const content = contentFolder({});
    const { code, stdout, stderr } = await runCommand(command, { CONTENT_DIR: content }, ['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`npm run ${command}`);
    expect(listFiles(content)).toEqual(['site.yaml']);
  },
);

test('new refuses a flag that it does not know, and writes nothing', async () => {
  const content = contentFolder({});
  const { code, stderr } = await runInProcess('new', { CONTENT_DIR: content }, ['--hepl']);
  expect(code).toBe(1);
  expect(stderr).toContain('did you mean --help?');
  expect(listFiles(content)).toEqual(['site.yaml']);
});

describe('new', () => {
  test('writes a publication that check accepts, and a second one of the same title beside it', async () => {
    const content = contentFolder({ 'publications/2024/a.mdx': publicationText() });
    const title = 'Sleep: a "new" review of 5 < 6 & $x$ — خواب';
    for (let run = 0; run < 2; run += 1)
      expect((await runInProcess('new', { CONTENT_DIR: content }, [title])).code).toBe(0);
    const year = String(new Date().getFullYear());
    const files = readdirSync(join(content, 'publications', year)).sort();
    expect(files).toHaveLength(2);
    expect(files[0]!.replace('-2.mdx', '.mdx')).toBe(files[1]);
    const { code, stdout } = await runInProcess('check', { CONTENT_DIR: content }, ['--json']);
    const { problems } = JSON.parse(stdout) as { problems: Problem[] };
    // Two new publications of one title are what the test asked for.
    expect(problems.filter(({ name }) => name !== 'near-duplicate-title')).toEqual([]);
    expect(code).toBe(0);
  });

  testEach(['   ', ''])('asks for a title where there is none (%j)', async (title) => {
    const { code, stderr } = await runInProcess('new', { CONTENT_DIR: temporaryFolder() }, [title]);
    expect(code).toBe(1);
    expect(stderr).toContain('→ npm run new -- "Title');
  });

  test('makes a name that is fit for an address of any title', slow, async () => {
    const content = contentFolder({});
    const titles = ['سنجش بار بیماری‌ها', '???', 'con', 'word '.repeat(100), 'A'.repeat(300), '研究'];
    for (const title of titles)
      expect((await runInProcess('new', { CONTENT_DIR: content }, [title])).code, title).toBe(0);
    expect(listFiles(content).filter((path) => path.endsWith('.mdx'))).toHaveLength(titles.length);
    const { stdout } = await runInProcess('check', { CONTENT_DIR: content }, ['--json']);
    expect(
      (JSON.parse(stdout) as { problems: Problem[] }).problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});

describe('preview', () => {
  let preview: ReturnType<typeof startCommand>;
  let origin = '';
  let outDir = '';

  beforeAll(async () => {
    ({ outDir } = (await sharedSite(small)).settings);
    // A port that is taken leads to the next one, so that the tests need no port of their own.
    preview = startCommand('preview', {
      CONTENT_DIR: small,
      OUT_DIR: outDir,
      BASE_PATH: '/lab/people/d.e/',
      PORT: '45321',
    });
    origin = await new Promise<string>((resolve) => {
      preview.child.stdout?.on('data', (text: string) => {
        const address = /http:\/\/localhost:\d+/.exec(text)?.[0];
        if (address) resolve(address);
      });
    });
  });
  afterAll(async () => {
    preview.child.kill();
    await preview.done;
  });

  test.each([
    { path: '/lab/people/d.e/', status: 200, type: 'text/html; charset=utf-8' },
    { path: '/lab/people/d.e/publications/tufan-2024-pebbles/', status: 200, type: 'text/html; charset=utf-8' },
    {
      path: '/lab/people/d.e/publications/tufan-2024-pebbles.bib',
      status: 200,
      type: 'application/x-bibtex; charset=utf-8',
    },
    {
      path: '/lab/people/d.e/publications/tufan-2024-pebbles.ris',
      status: 200,
      type: 'application/x-research-info-systems; charset=utf-8',
    },
    {
      path: '/lab/people/d.e/publications/tufan-2024-pebbles.csl.json',
      status: 200,
      type: 'application/vnd.citationstyles.csl+json',
    },
    { path: '/lab/people/d.e/publications/baran-2024-brooks/brook.png', status: 200, type: 'image/png' },
    { path: '/lab/people/d.e/favicon.svg', status: 200, type: 'image/svg+xml' },
    { path: '/lab/people/d.e/nowhere/', status: 404, type: 'text/html; charset=utf-8' },
    { path: '/', status: 404, type: 'text/html; charset=utf-8' },
    { path: '/lab/people/d.e/../../../../../etc/passwd', status: 404, type: 'text/html; charset=utf-8' },
    { path: '/lab/people/d.e/%2e%2e/%2e%2e/%2e%2e/etc/passwd', status: 404, type: 'text/html; charset=utf-8' },
    { path: '/lab/people/d.e/%00', status: 404, type: 'text/html; charset=utf-8' },
    { path: '/lab/people/d.e/%E0%A4%A', status: 404, type: 'text/html; charset=utf-8' },
    { path: `/lab/people/d.e/${'a'.repeat(5000)}/`, status: 404, type: 'text/html; charset=utf-8' },
    { path: '//', status: 404, type: 'text/html; charset=utf-8' },
    { path: '/lab/people/d.e/index.html/deeper', status: 404, type: 'text/html; charset=utf-8' },
  ])('answers $path with $status', async ({ path, status, type }) => {
    const answer = await request(`${origin}`, path);
    expect({ status: answer.status, type: answer.headers['content-type'] }).toEqual({ status, type });
    if (status === 404) expect(answer.body).toBe(readFileSync(join(outDir, '404.html'), 'utf8'));
  });

  test('leads from an address without a slash to the one with it', async () => {
    const { status, headers } = await request(origin, '/lab/people/d.e/publications?x=1');
    expect({ status, location: headers['location'] }).toEqual({
      status: 301,
      location: '/lab/people/d.e/publications/?x=1',
    });
  });

  test('says what to do when there is no site yet', async () => {
    const { code, stderr } = await runCommand('preview', { CONTENT_DIR: small, OUT_DIR: newOutDir() });
    expect(code).toBe(1);
    expect(stderr).toContain('→ run npm run build first');
  });
});

/** The lines of the report that belong to a file. */
const section = (report: string, file: string): string =>
  report
    .split(/\n(?=\S)/)
    .find(
      (part) => /(?:2024|broken)$/.test(dirname(part.split('\n')[0]!)) && part.split('\n')[0]!.endsWith(`/${file}`),
    ) ?? '';

/** A request as it is written: `fetch` would tidy the path first. */
function request(
  origin: string,
  path: string,
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).once('error', reject);
  });
}
