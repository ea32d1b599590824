import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { copyOf, digestsOf, siteFolder, temporaryFolder } from '../support/build-site.ts';
import { newOutDir, runCommand, startCommand } from '../support/run-command.ts';

test('a build and npm run dev work at the same time, with one cache, and neither changes what the other makes', async () => {
  const content = copyOf(siteFolder('small'));
  const file = join(content, 'publications/2024/baran-2024-brooks.mdx');
  const draft = readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Only a draft\ndraft: true');
  writeFileSync(
    join(content, 'publications/2024/only-a-draft.mdx'),
    draft.replace(/^(?:doi|pmid|aliases): .*\n/gm, ''),
  );
  const shared = { CONTENT_DIR: content, CACHE_DIR: temporaryFolder() };
  const outDir = newOutDir();
  // Vitest says `test`, and Vite takes another way then.
  const dev = startCommand('dev', { ...shared, OUT_DIR: outDir, NODE_ENV: 'development', VITEST: '', PORT: '0' });
  try {
    let output = '';
    dev.child.stdout!.on('data', (text: string) => (output += text));
    await expect.poll(() => output).toMatch(/http:\/\/localhost:\d+/);
    const origin = /http:\/\/localhost:\d+/.exec(output)![0];
    const get = async (path: string) => (await fetch(`${origin}${path}`)).text();
    for (let time = 0; time < 3; time += 1) {
      const building = runCommand('build', { ...shared, OUT_DIR: outDir });
      // Meanwhile pages are asked for, and the content changes.
      while (!(await isDone(building))) expect(await get('/publications/only-a-draft/')).toContain('Only a draft');
      const { code, stderr } = await building;
      expect(code, stderr).toBe(0);
      appendFileSync(file, `\nMore, ${time}.\n`);
      await expect.poll(() => get('/publications/baran-2024-brooks/')).toContain(`More, ${time}.`);
    }
    expect((await runCommand('build', { ...shared, OUT_DIR: outDir })).code).toBe(0);
    const alone = newOutDir();
    await runCommand('build', { CONTENT_DIR: content, OUT_DIR: alone, CACHE_DIR: temporaryFolder() });
    expect(digestsOf(outDir)).toEqual(digestsOf(alone));
    expect(Object.keys(digestsOf(outDir)).filter((path) => path.includes('only-a-draft'))).toEqual([]);
    expect(await get('/publications/only-a-draft/')).toContain('Only a draft');
  } finally {
    dev.child.kill('SIGKILL');
    await dev.done;
  }
});

const isDone = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => true), wait(300).then(() => false)]);
