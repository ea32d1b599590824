import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { contentFolder, listFiles, minimalSite, temporaryFolder, type ContentFiles } from '../support/build-site.ts';
import { runCommand } from '../support/run-command.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { serveAnswers } from '../support/serve-answers.ts';
import { testEach } from '../support/slow.ts';

const work = (number: number, title: string, orcid?: string): object => ({
  DOI: `10.5555/${number}`,
  type: 'journal-article',
  title: [title],
  author: [
    {
      given: 'Sara',
      family: 'Karimi',
      ...(orcid === undefined ? {} : { ORCID: orcid }),
      affiliation: [{ name: 'Example Institute, Tehran' }],
    },
  ],
  'container-title': ['Example Journal'],
  published: { 'date-parts': [[2024, 5]] },
  abstract: '<jats:p>A text.</jats:p>',
});
const works = (...items: readonly object[]): string =>
  JSON.stringify({ status: 'ok', message: { 'total-results': items.length, items } });

const answers = {
  '/openalex/works': JSON.stringify({ meta: { count: 0, next_cursor: null }, results: [] }),
  '/ror/': JSON.stringify({ names: [{ value: 'Example Institute', types: ['label'] }] }),
  '/europepmc/search': JSON.stringify({ hitCount: 0, resultList: { result: [] } }),
  '/works?filter=ror-id': works(
    work(1, 'Sleep of nurses in hospitals', 'https://orcid.org/0000-0002-1825-0097'),
    work(2, '@everyone <script> [a](https://evil.example) in titles'),
    work(3, 'Another Karimi writes about the weather'),
  ),
  '/works?filter=doi:': works({
    DOI: '10.5555/old',
    'updated-by': [{ DOI: '10.5555/notice', type: 'retraction', updated: { 'date-parts': [[2025, 2, 1]] } }],
  }),
  '/works': works(),
  '/efetch.fcgi': '<PubmedArticleSet></PubmedArticleSet>',
};

const settings = `sources: ["ror:01c4pz451"]
since: 2024
abstracts: false
ignore:
  - { id: doi:10.5555/3, reason: "another person of this name" }
`;
const old = `---\ntitle: An old paper\nauthors: [Lee A]\npublished: 2020\ndoi: 10.5555/old\n---\n`;

/** A content folder whose institute names an address, so that services let it ask more often. */
const reachable = (files: ContentFiles = {}): string =>
  contentFolder({ 'site.yaml': `${minimalSite}corrections: library@brooks.edu\n`, ...files });

async function serveAll(known: Parameters<typeof serveAnswers>[0] = answers) {
  const server = await serveAnswers(known);
  const { address } = server;
  const environment = {
    CROSSREF_URL: address,
    PUBMED_URL: address,
    ORCID_URL: address,
    DOI_URL: address,
    OPENALEX_URL: `${address}/openalex`,
    EUROPEPMC_URL: `${address}/europepmc`,
    ROR_URL: `${address}/ror`,
    CACHE_DIR: temporaryFolder(),
  };
  return { server, environment };
}

describe('npm run import without arguments', () => {
  test('sums up what is new, changed, doubtful, retracted and corrected, and what waits for its authors', async () => {
    const summaryFile = join(temporaryFolder(), 'summary.md');
    const CONTENT_DIR = reachable({
      'import.yaml': 'sources: ["ror:01c4pz451"]\n',
      'people/karimi-s.yaml': 'names: ["Karimi, Sara"]\norcid: 0000-0002-1825-0097\n',
      'publications/2020/old.mdx': old,
      'publications/2021/mended.mdx': old.replace('An old', 'A mended').replace('10.5555/old', '10.5555/mended'),
      'publications/2024/known.mdx':
        '---\ntitle: A known paper\nauthors: ["Karimi, S."]\npublished: 2024\ndoi: 10.5555/3\n---\n',
      'publications/2022/same.mdx':
        '---\ntitle: Sleep of nurses in hospitals\nauthors: [Lee A]\npublished: 2022\ndoi: 10.5555/other\n---\n',
    });
    const update = (doi: string, notice: string, type: string): object => ({
      DOI: doi,
      'updated-by': [{ DOI: notice, type, updated: { 'date-parts': [[2025, 2, 1]] } }],
    });
    const { server, environment } = await serveAll({
      ...answers,
      '/works?filter=ror-id': works(
        work(1, 'Sleep of nurses in hospitals', 'https://orcid.org/0000-0002-1825-0097'),
        work(2, 'Naps of nurses in hospitals'),
        work(3, 'A known paper'),
        { ...work(4, 'News of the institute'), author: [] },
      ),
      '/works?filter=doi:': works(
        update('10.5555/old', '10.5555/notice', 'retraction'),
        update('10.5555/mended', '10.5555/erratum', 'correction'),
      ),
    });
    await using _ = server;
    const { code } = await runCommand('import', { CONTENT_DIR, ...environment }, ['--summary', summaryFile]);
    const summary = readFileSync(summaryFile, 'utf8');
    expect(summary.split('\n')[0]).toBe('Import publications: 1 retracted, 1 corrected or doubtful, 3 new, 1 changed');
    const sections = summary.split(/^## /m).slice(1);
    const section = (name: string): string => sections.find((one) => one.startsWith(name)) ?? '';
    expect(section('Retracted or corrected')).toMatch(
      /An old paper[^]*10\.5555\/notice|10\.5555\/notice[^]*An old paper/,
    );
    expect(section('Retracted or corrected')).toContain('10.5555/erratum');
    expect(section('New, by people of the institute')).toContain('Sleep of nurses in hospitals');
    expect(section('New, without a known person')).toContain('Naps of nurses in hospitals');
    expect(section('Drafts')).toContain('News of the institute');
    expect(section('Doubtful')).toContain('has the title of publications/2022/same.mdx: are they the same work?');
    expect(section('Changed')).toContain('publications/2024/known.mdx: ');
    // The draft waits for a person.
    expect(code).toBe(1);
    const check = await runInProcess('check', { CONTENT_DIR, CACHE_DIR: environment.CACHE_DIR });
    expect(check.code).toBe(0);
  });

  test('does what import.yaml says, and sums up for a proposal what is new, retracted and left out', async () => {
    const CONTENT_DIR = reachable({
      'import.yaml': settings,
      'people/karimi-s.yaml': 'names: ["Karimi, Sara"]\norcid: 0000-0002-1825-0097\n',
      'publications/2020/old.mdx': old,
    });
    const summaryFile = join(temporaryFolder(), 'summary.md');
    const { server, environment } = await serveAll();
    await using _ = server;
    const { code, stdout } = await runInProcess('import', { CONTENT_DIR, ...environment }, ['--summary', summaryFile]);
    expect(stdout).toContain('2 records read');
    expect(stdout).toContain(
      'doi:10.5555/3 was not imported, because import.yaml says so: another person of this name',
    );
    expect(code).toBe(0);
    const summary = readFileSync(summaryFile, 'utf8');
    expect(summary.split('\n')[0]).toBe('Import publications: 1 retracted, 2 new');
    expect(summary.match(/^## .*/gm)).toEqual([
      '## Retracted or corrected',
      '## New, by people of the institute (ORCID iD)',
      '## New, without a known person: is it yours?',
      '## Problems',
    ]);
    expect(summary).toContain(': karimi-s\n        Sleep of nurses in hospitals\n');
    for (const line of summary.split('\n').slice(1)) expect(line).toMatch(/^(?:$|## |    )/);
    const retracted = readFileSync(join(CONTENT_DIR, 'publications/2020/old.mdx'), 'utf8');
    expect(retracted).toContain('status: retracted\n');
    expect(retracted).toContain('10.5555/notice');
    const fresh = listFiles(join(CONTENT_DIR, 'publications/2024'));
    expect(fresh).toHaveLength(2);
    for (const name of fresh)
      expect(readFileSync(join(CONTENT_DIR, 'publications/2024', name), 'utf8')).not.toContain('A text');
    const check = await runInProcess('check', { CONTENT_DIR, CACHE_DIR: environment.CACHE_DIR });
    expect([check.code, check.stdout]).toEqual([0, expect.not.stringContaining('import.yaml')]);

    // The same again: everything is known, and the answers of the same day are not asked for again.
    const asked = server.asked.length;
    const again = await runInProcess('import', { CONTENT_DIR, ...environment }, ['--summary', summaryFile]);
    expect(again.code).toBe(0);
    expect(readFileSync(summaryFile, 'utf8').split('\n')[0]).toBe('Import publications: nothing new');
    expect(server.asked).toHaveLength(asked);
  });

  test('fails while the site shows a retracted paper without a word, because the office has written another status', async () => {
    const CONTENT_DIR = reachable({
      'import.yaml': 'sources: []\n',
      'publications/2020/old.mdx': old.replace('doi:', 'status: published\ndoi:'),
    });
    const { server, environment } = await serveAll();
    await using _ = server;
    const { code, stdout } = await runInProcess('import', { CONTENT_DIR, ...environment });
    expect(code).toBe(1);
    expect(stdout).toContain('publications/2020/old.mdx: retracted: An old paper');
    expect(stdout).toContain('NOT WRITTEN: the file has its own status, which only you change');
  });

  test('says what to write where there is no import.yaml, and what is wrong with one', async () => {
    const none = await runInProcess('import', { CONTENT_DIR: contentFolder({}) });
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('import.yaml')]);
    const CONTENT_DIR = contentFolder({ 'import.yaml': 'sources: ["ror:01c4pz452", "royan"]\nsinse: 2024\n' });
    const wrong = await runInProcess('import', { CONTENT_DIR });
    expect(wrong.code).toBe(1);
    for (const words of ['its last two digits should be 51', '"royan" names nothing', 'did you mean `since`?'])
      expect(wrong.stderr).toContain(words);
    const check = await runInProcess('check', { CONTENT_DIR });
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining('warning')]);
    expect(existsSync(join(CONTENT_DIR, 'publications'))).toBe(false);
  });
});

test('npm run import finds the publications of an institute since a year', async () => {
  const CONTENT_DIR = reachable();
  const { server, environment } = await serveAll();
  await using _ = server;
  const { code, stdout } = await runInProcess('import', { CONTENT_DIR, ...environment }, [
    'ror:01c4pz451',
    '--since',
    '2024',
  ]);
  expect([code, stdout]).toEqual([0, expect.stringContaining('3 records read: 3 written')]);
  expect(server.asked.some(({ path }) => decodeURIComponent(path).includes('from_publication_date:2024-01-01'))).toBe(
    true,
  );
  const wrong = await runInProcess('import', { CONTENT_DIR }, ['ror:01c4pz451', '--since', 'lately']);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('--since lately is not a date')]);
});

/** The commands of docs/import.md, each as it stands there, but for the folder of the files that it names. */
describe('the manual of imports', () => {
  const manual = readFileSync(join(projectDir, 'docs/import.md'), 'utf8');
  const commands = [...manual.matchAll(/^npm run import -- (.+)$/gm)].map(([, written = '']) => written);
  const known = {
    '/works/10.5555%2F12345678': JSON.stringify({
      status: 'ok',
      message: work(12345678, 'A paper that Crossref knows'),
    }),
    '/0000-0002-1825-0097/works': JSON.stringify({ group: [] }),
    '/efetch.fcgi':
      '<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>35757629</PMID><Article><Journal><JournalIssue><PubDate><Year>2022</Year></PubDate></JournalIssue><Title>Example journal</Title></Journal><ArticleTitle>A paper that PubMed knows.</ArticleTitle><AuthorList><Author><LastName>Karimi</LastName><ForeName>Sara</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>',
    '/works?query.affiliation': works(work(4, 'A paper that names the institute')),
  };
  const ris = (title: string): string => `TY  - JOUR\nTI  - ${title}\nAU  - Karimi, S.\nPY  - 2020\nER  - \n`;

  testEach(commands, (command) => command.includes('.zip') || command.includes('doi:'))(
    'npm run import -- %s',
    async (command) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'folder-of-exports'));
      writeFileSync(join(folder, 'exported.ris'), ris('A paper in an export'));
      writeFileSync(join(folder, 'folder-of-exports/one.ris'), ris('A paper in a folder'));
      copyFileSync(join(projectDir, 'tests/cases/archives/info-zip-deflated.zip'), join(folder, 'more.zip'));
      const { server, environment } = await serveAll({ ...known, ...answers, ...known });
      await using _ = server;
      const args = [...command.matchAll(/'([^']*)'|(\S+)/g)]
        .map(([, quoted, bare]) => quoted ?? bare ?? '')
        .map((part) => (existsSync(join(folder, part)) ? join(folder, part) : part));
      const CONTENT_DIR = reachable();
      const { code, stdout, stderr } = await runInProcess('import', { CONTENT_DIR, ...environment }, args);
      expect([code, stderr], stdout).toEqual([0, '']);
      const written = Number(/(\d+) written/.exec(stdout)?.[1]);
      expect(written).toBeGreaterThan(0);
      expect(listFiles(join(CONTENT_DIR, 'publications'))).toHaveLength(written);
    },
  );
});
