import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf, temporaryFilesBeside } from './site-state.ts';

const kinds: readonly ((index: number) => string | Uint8Array)[] = [
  () => '',
  () => '---\ntitle: "never closed\n---\n',
  (index) => `---\ntitle: T${index}\nauthors: [A B]\npublished: 2024-13\njurnal: x\n---\n`,
  (index) => `---\ntitle: T${index}\nauthors: [A B]\npublished: 2024\n---\nA {brace and a <b\n`,
  () => new Uint8Array([0xff, 0xfe, 0x41, 0xd8]),
  () => '---\ntitle: half writ',
  (index) =>
    `---\ntitle: T${index}\nauthors: [A B]\npublished: 2024\nimage: { src: ../../x.png, alt: x }\ntopics: [none]\n---\n`,
  () => 'no frontmatter at all\n',
];

/** Content with ten thousand broken files. */
export const brokenFiles: FaultRun = async function* ({ folder }) {
  const content = join(folder, 'content');
  cpSync(siteFolder('small'), content, { recursive: true });
  const folders = { content, outDir: join(folder, 'site/dist'), cache: join(folder, 'cache') };
  await build(folders);
  const before = digestOf(folders.outDir);
  const many = join(content, 'publications/many');
  mkdirSync(many);
  for (let index = 0; index < 10_000; index += 1)
    writeFileSync(join(many, `x-${index}.mdx`), kinds[index % kinds.length]!(index));
  const start = performance.now();
  const { code, output } = await build(folders);
  const seconds = (performance.now() - start) / 1000;
  const leftovers = temporaryFilesBeside(folders.outDir);
  rmSync(many, { recursive: true });
  const again = await build(folders);
  yield {
    what: `10,000 broken files: exit ${code} after ${seconds.toFixed(1)} s, ${output.split('\n').length} lines, "${(/^Not built: .*$/m.exec(output)?.[0] ?? '').slice(0, 100)}"`,
    bad:
      code !== 1
        ? 'it was built'
        : digestOf(folders.outDir) !== before
          ? 'the last site is damaged'
          : output.split('\n').length > 5000
            ? 'more lines than anybody reads'
            : leftovers.length > 0
              ? `left behind: ${leftovers.join(', ')}`
              : again.code !== 0
                ? `the next build fails: ${again.output.slice(-300)}`
                : undefined,
  };
};
