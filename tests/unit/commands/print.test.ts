import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toVisible } from '../../../src/domain/text/visible-text.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { temporaryFolder, writeFiles } from '../../support/build-site.ts';
import { runInProcess } from '../../support/run-in-process.ts';

const source = join(projectDir, 'src');
const modules = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[jt]s$/.test(path));

test('one module alone writes to the terminal, and what runs before any other', () => {
  const writers = modules.filter((path) =>
    /\bconsole\.|\bprocess\.(?:stdout|stderr)/.test(readFileSync(join(source, path), 'utf8')),
  );
  expect(writers.filter((path) => !path.startsWith('components'))).toEqual([
    join('commands', 'prepare-node.js'),
    join('commands', 'print.ts'),
  ]);
});

const record = readFileSync(join(projectDir, 'tests/cases/hostile/terminal.ris'));

test.each([[[]], [['--dry-run']]])(
  'an import shows what records and names of files say, and obeys nothing: %j',
  async (flags) => {
    const folder = temporaryFolder();
    const exported = writeFiles(folder, { '\x1b[31m##[x]\u202e.ris': record, 'content/site.yaml': 'institute: X\n' });
    const { stdout, stderr } = await runInProcess('import', { CONTENT_DIR: join(folder, 'content') }, [
      join(exported, '\x1b[31m##[x]\u202e.ris'),
      ...flags,
    ]);
    expect(stdout).toContain('U+001B[31m# #[x]U+202E.ris');
    expect(toVisible(stdout + stderr)).toBe(stdout + stderr);
  },
);

test('check shows what content says, and obeys nothing: as text, as annotations and as JSON', async () => {
  const hostile = '\x1b[31m secret ##[error] \u202e ::error::x';
  const folder = writeFiles(temporaryFolder(), {
    'site.yaml': 'institute: X\n',
    'publications/a.mdx': `---\ntitle: T\nauthors: [Smith J]\npublished: ${JSON.stringify(hostile)}\n---\nText.\n`,
  });
  for (const [environment, flags] of [
    [{}, []],
    [{ GITHUB_ACTIONS: 'true' }, []],
    [{}, ['--json']],
  ] as const) {
    const { stdout, stderr } = await runInProcess('check', { CONTENT_DIR: folder, ...environment }, flags);
    const commands = /^::(?:error|warning) file=[^\n]*$/gm;
    expect(stdout).toContain('secret');
    expect(stdout.replace(commands, (line) => line.slice(2))).toSatisfy((text: string) => toVisible(text) === text);
    expect(toVisible(stderr)).toBe(stderr);
  }
});
