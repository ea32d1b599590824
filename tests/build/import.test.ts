import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder, digestsOf, listFiles, temporaryFolder } from '../support/build-site.ts';
import { runCommand, startCommand } from '../support/run-command.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { serveAnswers } from '../support/serve-answers.ts';
import { testEach } from '../support/slow.ts';

const ris = (number: number): string =>
  `TY  - JOUR\nAU  - Karimi, Sara\nTI  - Study number ${number} of sleep\nT2  - Example Journal\nPY  - 2024\nDO  - 10.5555/${number}\nAB  - Nothing < {here}.\nER  - \n`;
const emptySite = (): string => contentFolder({});
const file = (name: string, text: string): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
};

describe('npm run import', () => {
  test('writes content that check finds nothing in, and changes nothing the second time', async () => {
    const CONTENT_DIR = emptySite();
    const report = join(temporaryFolder(), 'report.json');
    const source = file('export.txt', ris(1) + ris(2));
    const first = await runCommand('import', { CONTENT_DIR }, [source, '--report', report]);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('2 records read: 2 written, 0 filled, 0 unchanged, 0 refused.');
    expect((JSON.parse(readFileSync(report, 'utf8')) as { records: unknown[] }).records).toHaveLength(2);
    const before = digestsOf(CONTENT_DIR);
    const again = await runInProcess('import', { CONTENT_DIR }, [source]);
    expect(again.stdout).toContain('2 records read: 0 written, 0 filled, 2 unchanged, 0 refused.');
    expect(digestsOf(CONTENT_DIR)).toEqual(before);
    const check = await runInProcess('check', { CONTENT_DIR });
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining('no problems')]);
  });

  test('leaves the proof of a great many citations to check, and says so', async () => {
    const source = file('many.ris', Array.from({ length: 501 }, (_, number) => ris(number)).join(''));
    const { code, stdout } = await runInProcess('import', { CONTENT_DIR: emptySite() }, [source]);
    expect(code).toBe(0);
    expect(stdout).toContain('501 written');
    expect(stdout).toContain('Run npm run check now');
  });

  test('leaves abstracts out with --without abstract, counts them, and knows no other field', async () => {
    const CONTENT_DIR = emptySite();
    const source = file('export.ris', ris(1) + ris(2));
    const { code, stdout } = await runInProcess('import', { CONTENT_DIR }, [source, '--without', 'abstract']);
    expect(code).toBe(0);
    expect(stdout).toContain('2 records (RIS), of which 2 abstracts not taken');
    const texts = listFiles(join(CONTENT_DIR, 'publications/2024')).map((name) =>
      readFileSync(join(CONTENT_DIR, 'publications/2024', name), 'utf8'),
    );
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('Nothing'))).toEqual([]);
    const unknown = await runInProcess('import', { CONTENT_DIR }, [source, '--without', 'title']);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('--without does not know title')]);
  });

  test('shows with --dry-run what it would write, and writes nothing', async () => {
    const CONTENT_DIR = emptySite();
    const before = listFiles(CONTENT_DIR);
    const { code, stdout } = await runInProcess('import', { CONTENT_DIR }, [file('a.ris', ris(1)), '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('+ doi: 10.5555/1\n');
    expect(stdout).toContain('Nothing was written');
    expect(listFiles(CONTENT_DIR)).toEqual(before);
  });

  test('ends with exit code 1 when a source is refused, and imports the others', async () => {
    const CONTENT_DIR = emptySite();
    const { code, stdout } = await runInProcess('import', { CONTENT_DIR }, [
      file('a.ris', ris(1)),
      file('b.ris', 'Dear all'),
      '/nowhere/c.bib',
      'doi:nonsense',
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/1 written/);
    for (const name of ['unknown-format', 'file-missing', 'malformed-identifier'])
      expect(stdout).toContain(`(${name})`);
  });

  test('reads standard input', async () => {
    const CONTENT_DIR = emptySite();
    const { child, done } = startCommand('import', { CONTENT_DIR }, ['-'], ris(1));
    expect(child.pid).toBeDefined();
    expect(await done).toMatchObject({ code: 0, stdout: expect.stringContaining('standard input: 1 record (RIS)') });
  });

  test('leaves whole files only when it is killed', async () => {
    const CONTENT_DIR = emptySite();
    const source = file('many.ris', Array.from({ length: 1500 }, (_, number) => ris(number)).join(''));
    const { child, done } = startCommand('import', { CONTENT_DIR }, [source]);
    const publications = join(CONTENT_DIR, 'publications/2024');
    while (child.exitCode === null && !(existsSync(publications) && listFiles(publications).length > 50))
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await done;
    const files = listFiles(CONTENT_DIR).filter((path) => path.endsWith('.mdx'));
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.filter((path) => !readFileSync(join(CONTENT_DIR, path), 'utf8').endsWith('Nothing \\< \\{here\\}.\n')),
    ).toEqual([]);
    const again = await runInProcess('import', { CONTENT_DIR }, [source]);
    expect(again.stdout).toMatch(/1500 records read: \d+ written, 0 filled, \d+ unchanged, 0 refused/);
  });

  testEach(['import', 'new'])('says so when %s has no content folder, and makes none', async (command) => {
    const CONTENT_DIR = join(temporaryFolder(), 'contnet');
    const { code, stderr } = await runInProcess(
      command,
      { CONTENT_DIR },
      command === 'new' ? ['A title'] : [file('a.ris', ris(1))],
    );
    expect([code, stderr]).toEqual([1, expect.stringContaining('does not exist')]);
    expect(existsSync(CONTENT_DIR)).toBe(false);
  });
});

describe('npm run new', () => {
  test('takes no slug that is, or was, the address of a publication', async () => {
    const year = new Date().getFullYear();
    const CONTENT_DIR = contentFolder({
      'publications/other.mdx': `---\ntitle: Other\nauthors: [Karimi S]\npublished: 2020\naliases: [sleep-${year}]\n---\n`,
    });
    const { stdout } = await runInProcess('new', { CONTENT_DIR }, ['Sleep']);
    expect(stdout).toContain(`publications/${year}/sleep-${year}-2.mdx`);
  });

  test('fills in what Crossref knows of a DOI', async () => {
    const CONTENT_DIR = emptySite();
    await using server = await serveAnswers({
      '/works/10.5555%2Fa': JSON.stringify({
        message: {
          DOI: '10.5555/a',
          type: 'journal-article',
          title: ['Sleep'],
          author: [{ given: 'Sara', family: 'Karimi' }],
          published: { 'date-parts': [[2024]] },
          'container-title': ['J'],
        },
      }),
    });
    const { code, stdout } = await runInProcess('new', { CONTENT_DIR, CROSSREF_URL: server.address }, [
      'doi:10.5555/a',
    ]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('publications/2024/karimi-2024-sleep.mdx')]);
  });
});

describe('npm run check -- --fix', () => {
  test('repairs what is safe, and reports the rest', async () => {
    const CONTENT_DIR = contentFolder({
      'publications/a.mdx':
        '---\ntitle: T\nauthors: [Karimi S]\npublished: 2020-13\ndoi: https://doi.org/10.5555/a\n---\n',
    });
    const { code, stdout } = await runInProcess('check', { CONTENT_DIR }, ['--fix']);
    expect([code, stdout]).toEqual([1, expect.stringContaining('doi: https://doi.org/10.5555/a → 10.5555/a')]);
    expect(stdout).toContain('impossible-date');
    expect(readFileSync(join(CONTENT_DIR, 'publications/a.mdx'), 'utf8')).toContain('\ndoi: 10.5555/a\n');
  });
});
