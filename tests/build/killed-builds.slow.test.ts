import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { recoverOutput } from '../../src/rendering/publish-site.ts';
import { copyOf, differingFiles, digestsOf, siteFolder } from '../support/build-site.ts';
import { newOutDir, runCommand, startCommand } from '../support/run-command.ts';

const small = siteFolder('small');

/** Templates are compiled once, so that no test below waits for them. */
beforeAll(async () => {
  expect((await build(small, newOutDir())).code).toBe(0);
});

describe.each([
  {
    way: 'one changed publication, which patches the site',
    path: 'publications/2024/baran-2024-brooks.mdx',
    from: 'A brook was drawn.',
    to: 'A brook was drawn twice.',
  },
  {
    way: 'a changed name of the institute, which makes it anew',
    path: 'site.yaml',
    from: 'Institute of Small Things',
    to: 'Institute of Little Things',
  },
])('a build that is killed: $way', ({ path, from, to }) => {
  test('leaves the last site or the next one, never something between, and the next build succeeds', async () => {
    const content = copyOf(small);
    const outDir = newOutDir();
    expect((await build(content, outDir)).code).toBe(0);
    const before = digestsOf(outDir);
    const text = readFileSync(join(content, path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(content, path), text.replace(from, to));
    const other = newOutDir();
    const start = performance.now();
    expect((await build(content, other)).code).toBe(0);
    const duration = performance.now() - start;
    const after = digestsOf(other);
    expect(differingFiles(before, after)).not.toEqual([]);

    for (const part of [0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 1]) {
      const running = startCommand('build', { CONTENT_DIR: content, OUT_DIR: outDir });
      await Promise.race([wait(duration * part), running.done]);
      running.child.kill('SIGKILL');
      await running.done;
      // What was interrupted while it was published is completed by whatever command comes next.
      recoverOutput(outDir);
      const found = digestsOf(outDir);
      const isLast = differingFiles(before, found).length === 0;
      expect(isLast || differingFiles(after, found).length === 0, `killed after ${part} of a build`).toBe(true);
    }
    expect((await build(content, outDir)).code).toBe(0);
    expect(differingFiles(after, digestsOf(outDir))).toEqual([]);
    expect(readdirSync(dirname(outDir)), 'nothing is left beside the site').toEqual(['dist']);
  });
});

const build = (contentDir: string, outDir: string) => runCommand('build', { CONTENT_DIR: contentDir, OUT_DIR: outDir });
