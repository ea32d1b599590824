import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAlone,
  buildFolder,
  checkFolder,
  contentFolder,
  writeFiles,
  type OwnSite,
} from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';
import { attribute, readHtml, textOf } from '../support/read-html.ts';

/** A path of several parts, one of which is also the beginning of addresses of the site. */
const base = '/lab/people/d.e';
const url = `https://pages.example.net${base}`;
const pdf = `%PDF-1.7\n${'x'.repeat(1_199_000)}`;
const withCode = (text: string) =>
  publicationText({
    title: 'A paper with code',
    body: `An abstract.\n\nimport Scale from './scale.astro'\n\nexport const unit = 'm'\n\n## Words\n\n${text} {unit}\n\n[Paper](./paper.pdf) <a href="/people/">People</a>\n\n<Scale steps={2} />\n`,
  });
const files = {
  'site.yaml': 'institute: Example\nurl: https://files.example.org\nlocales: [en, fa]\nstyles: []\n',
  'publications/2024/one.mdx': publicationText({
    title: 'A paper with files',
    links: [
      { rel: 'slides', url: './talk.pdf', label: 'The talk' },
      { rel: 'data', url: 'table.csv' },
    ],
    body: 'An abstract with [all data](./table.csv), [its words](/publications/two/#words) and [itself](./one.pdf).',
  }),
  'publications/2024/one.pdf': pdf,
  'publications/2024/talk.pdf': '%PDF-1.7\n',
  'publications/2024/table.csv': 'a,b\n',
  'publications/2024/two.mdx': withCode('Some words'),
  'publications/2024/paper.pdf': '%PDF-1.7\n',
  'publications/2024/scale.astro':
    '---\nimport { sign } from \'./sign.js\';\nconst { steps } = Astro.props;\n---\n<b class="scale">{steps}{sign}</b>\n',
  'publications/2024/sign.js': "export const sign = '';\n",
  'publications/2024/three.mdx': publicationText({
    title: 'A paper with a named PDF',
    links: [{ rel: 'pdf', url: './accepted version.pdf' }],
  }),
  'publications/2024/accepted version.pdf': '%PDF-1.7\n',
  'pages/en/about.mdx':
    '---\ntitle: About\n---\nOur [form](./form.pdf), [everything](/publications/), [a paper](../publications/one/#abstract).\n',
  'pages/en/form.pdf': '%PDF-1.7\n',
};

let site: OwnSite;
beforeAll(async () => {
  site = await buildAlone(contentFolder(files), { SITE_URL: 'https://pages.example.net', BASE_PATH: `${base}/` });
  expect(site.problems).toEqual([]);
});

const pageOf = (path: string) => readHtml(site.read(`${path}/index.html`));

test('puts the base path before every address, and the address of the site where it must be whole', () => {
  const absolute = new Set<string>();
  for (const path of site.files().filter((file) => file.endsWith('.html'))) {
    for (const element of readHtml(site.read(path)).all('*')) {
      for (const name of ['href', 'src', 'action', 'poster']) {
        const address = attribute(element, name);
        if (address?.startsWith('/'))
          expect(address.startsWith(`${base}/`), `${path}: <${element.tagName} ${name}="${address}">`).toBe(true);
      }
      const content = attribute(element, 'content') ?? attribute(element, 'href') ?? '';
      if (/files\.example\.org|pages\.example\.net/.test(content)) absolute.add(content);
    }
  }
  expect([...absolute].filter((address) => address.includes('files.example.org'))).toEqual([]);
  expect(
    [...absolute].filter(
      (address) =>
        address.includes('pages.example.net') && !address.includes(`${url}/`.slice(8)) && !/[?&]/.test(address),
    ),
  ).toEqual([]);
  expect(absolute.size).toBeGreaterThan(10);
});

describe('files beside a publication', () => {
  test('are published: its PDF under its own name, the others beside its page', () => {
    const published = site.files().filter((path) => /\.(?:pdf|csv)$/.test(path) && !/^publications\.csv/.test(path));
    expect(published.filter((path) => !/^[^/]+\/[^/]+\.csv$/.test(path) || path.endsWith('table.csv'))).toEqual([
      'about/form.pdf',
      'publications/one.pdf',
      'publications/one/table.csv',
      'publications/one/talk.pdf',
      'publications/three.pdf',
      'publications/two/paper.pdf',
    ]);
  });

  test('are shown with their kind and size, under any path of the site', () => {
    const text = pageOf('publications/one').all('main').map(textOf).join();
    expect(text).toContain('PDF (1.2 MB)');
    expect(text).toMatch(/The talk \(PDF, 9 bytes?\)/);
    const hrefs = (path: string) =>
      pageOf(path)
        .all('a')
        .map((link) => attribute(link, 'href'));
    for (const path of ['publications/one', 'fa/publications/one'])
      expect(hrefs(path)).toEqual(
        expect.arrayContaining([
          `${base}/publications/one.pdf`,
          `${base}/publications/one/talk.pdf`,
          `${base}/publications/one/table.csv`,
          `${base}/publications/two/#words`,
        ]),
      );
    expect(hrefs('about')).toEqual(
      expect.arrayContaining([`${base}/about/form.pdf`, `${base}/publications/`, `${base}/publications/one/#abstract`]),
    );
  });

  test('are told to machines', () => {
    const html = site.read('publications/one/index.html');
    expect(html).toContain(`<meta name="citation_pdf_url" content="${url}/publications/one.pdf">`);
    const items = pageOf('publications/one').all('link', (link) => attribute(link, 'rel') === 'item');
    expect(items.map((link) => [attribute(link, 'href'), attribute(link, 'type')])).toEqual([
      [`${url}/publications/one.pdf`, 'application/pdf'],
      [`${url}/publications/one/talk.pdf`, 'application/pdf'],
      [`${url}/publications/one/table.csv`, 'text/csv'],
    ]);
    expect(html).toContain(`"encoding":{"@type":"MediaObject","contentUrl":"${url}/publications/one.pdf"`);
    expect(html).toContain('"associatedMedia":[');
    expect(site.read('publications/three/index.html')).toContain(`content="${url}/publications/three.pdf"`);
  });

  test('that are too large for common hosts give a warning', async () => {
    const folder = contentFolder({ ...files, 'publications/2024/one.pdf': pdf });
    truncateSync(join(folder, 'publications/2024/one.pdf'), 30_000_000);
    truncateSync(join(folder, 'publications/2024/talk.pdf'), 110_000_000);
    const problems = await checkFolder(folder);
    expect(
      problems.map(({ severity, name, message }) => [severity, name, / and (.+) takes/.exec(message)?.[1]]),
    ).toEqual([
      ['warning', 'asset-too-large', 'GitHub'],
      ['warning', 'asset-too-large', 'Cloudflare Pages'],
    ]);
  });
});

describe('a body with code', () => {
  const compiledTemplates = () => readdirSync(site.settings.templatesDir);

  test('has addresses as one without', () => {
    for (const path of ['publications/two', 'fa/publications/two']) {
      const html = site.read(`${path}/index.html`);
      expect(html).toContain('Some words m');
      expect(html).toContain('<b class="scale">2</b>');
      expect(html).toContain('<h2 id="words">');
      expect(html).toContain(`href="${base}/publications/two/paper.pdf"`);
      expect(html).toContain(`href="${base}/people/"`);
    }
  });

  test('is made again alone where one of its words changes', async () => {
    writeFiles(site.settings.contentDir, { 'publications/2024/two.mdx': withCode('Other words') });
    const again = await site.rebuild();
    expect(again.problems).toEqual([]);
    expect(again.read('publications/two/index.html')).toContain('Other words m');
    expect(again.rendered!.rendered).toBeLessThan(again.rendered!.pages / 3);
    expect(compiledTemplates()).toHaveLength(1);
  });

  test('is made again alone where a file changes that its imports import', async () => {
    writeFiles(site.settings.contentDir, { 'publications/2024/sign.js': "export const sign = ' steps';\n" });
    const again = await site.rebuild();
    expect(again.problems).toEqual([]);
    for (const path of ['publications/two', 'fa/publications/two'])
      expect(again.read(`${path}/index.html`)).toContain('<b class="scale">2 steps</b>');
    expect(again.rendered!.rendered).toBe(2);
    expect(compiledTemplates()).toHaveLength(2);
    writeFiles(site.settings.contentDir, { 'publications/2024/sign.js': files['publications/2024/sign.js'] });
    expect((await site.rebuild()).rendered!.rendered).toBe(2);
  });
});

describe('the check at the end of a build', () => {
  test('names the file and line of a link to a part that a page with code does not have', async () => {
    writeFiles(site.settings.contentDir, {
      'publications/2024/two.mdx': withCode('Words').replace('## Words', '## Terms'),
    });
    const { problems, rendered } = await site.rebuild();
    expect(problems).toMatchObject([
      {
        name: 'fragment-unknown',
        file: 'publications/2024/one.mdx',
        line: 7,
        hint: expect.stringContaining('#terms') as unknown,
      },
    ]);
    expect(rendered?.filesWritten).toBe(0);
    writeFiles(site.settings.contentDir, { 'publications/2024/two.mdx': withCode('Some words') });
  });

  test('names what code links to, and a link to a part that code does not make once, where it is written', async () => {
    const { problems } = await buildFolder(
      contentFolder({
        'publications/x.mdx': publicationText({
          body: 'A.\n\n## B\n\n{["made"].map((id) => <i id={id}>{id}</i>)} [own](#nowhere) [made](#made)',
        }),
        'publications/y.mdx': publicationText({ title: 'Y', body: 'A.\n\n## B\n\n[x](/publications/x/#nothing)' }),
        'publications/z.mdx': publicationText({ title: 'Z', body: 'A.\n\n## B\n\n<a href={"/no" + "where/"}>x</a>' }),
      }),
    );
    expect(problems).toMatchObject([
      { name: 'fragment-unknown', file: 'publications/x.mdx', line: 10 },
      { name: 'fragment-unknown', file: 'publications/y.mdx', line: 10 },
      { name: 'link-dead', file: 'publications/z.mdx', message: expect.stringContaining('/nowhere/') as unknown },
    ]);
  });

  test.each([
    '![x](/etc/passwd)',
    '[x](/etc/passwd)',
    '![x](../../../../../../etc/passwd)',
    '[x](../../../../../../etc/hosts.txt)',
  ])('finds a path of a system in a text, which the site does not have: %s', async (source) => {
    const folder = contentFolder({
      ...files,
      'publications/x.mdx': publicationText({ body: `A.\n\n## B\n\n${source}\n` }),
    });
    expect(await checkFolder(folder)).toMatchObject([
      {
        severity: 'error',
        name: expect.stringMatching(/^(?:link-dead|asset-outside|asset-missing)$/) as unknown,
        file: 'publications/x.mdx',
        message: expect.stringContaining('/etc/') as unknown,
      },
    ]);
  });

  test('follows links of pages that did not change to files that are gone', async () => {
    const own = await buildFolder(
      contentFolder({
        'publications/2024/gone.mdx': publicationText({ title: 'Gone' }),
        'publications/2024/two.mdx': publicationText({ body: 'A.\n\n## B\n\n<a href={"/publications/gone/"}>x</a>' }),
      }),
    );
    expect(own.problems).toEqual([]);
    rmSync(join(own.settings.contentDir, 'publications/2024/gone.mdx'));
    const { problems } = await own.rebuild();
    expect(problems).toMatchObject([
      { name: 'link-dead', file: 'publications/2024/two.mdx', message: expect.stringContaining('gone') as unknown },
    ]);
  });
});
