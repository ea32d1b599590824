import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../support/site-folder.ts';
import { build, loadedBefore } from './build-process.ts';
import type { FaultRun } from './faults.ts';
import { digestOf } from './site-state.ts';

const composed = 'r\u00e9sum\u00e9.png';
const apart = composed.normalize('NFD');

interface NameCase {
  readonly what: string;
  /** Changes the content, in which a page shows `résumé.png`, composed. */
  readonly change: (publications: string, content: string) => void;
  /** What the report says; absent where the site is built, and is the one of composed names. */
  readonly says?: RegExp;
}

const cases: readonly NameCase[] = [
  { what: 'names as they are written', change: () => {} },
  {
    what: 'accents apart on the disk, composed in the text',
    change: (folder) => renameSync(join(folder, composed), join(folder, apart)),
  },
  {
    what: 'a picture with other capitals on the disk',
    change: (folder) => renameSync(join(folder, composed), join(folder, 'R\u00e9sum\u00e9.PNG')),
    says: /Résumé\.PNG does: web servers tell capitals apart/,
  },
  {
    what: 'a picture with other capitals in the text',
    change: (folder) => inBrooks(folder, (text) => text.replaceAll(composed, composed.toUpperCase())),
    says: /résumé\.png does: web servers tell capitals apart/,
  },
  {
    what: 'a publication with capitals in its name',
    change: (folder) => renameSync(join(folder, 'baran-2024-brooks.mdx'), join(folder, 'Baran-2024-Brooks.mdx')),
    says: /baran-2024-brooks/,
  },
  {
    what: 'a folder with another capital',
    change: (_, content) => renameSync(join(content, 'publications'), join(content, 'Publications')),
    says: /did you mean publications\?/,
  },
  {
    what: 'settings with another capital',
    change: (_, content) => renameSync(join(content, 'site.yaml'), join(content, 'Site.yaml')),
    says: /[Ss]ite\.yaml/,
  },
];

/**
 * Names whose capitals or accents differ between text and disk, on a disk that tells them apart and on one that does not: the
 * same site or the same problem on both.
 */
export const namesOnDisk: FaultRun = async function* ({ folder }) {
  const expected = { content: join(folder, 'content'), outDir: join(folder, 'dist'), cache: join(folder, 'cache') };
  prepare(expected.content);
  const { code: usual, output: first } = await build(expected);
  if (usual !== 0) throw new Error(first);
  for (const [index, { what, change, says }] of cases.entries())
    for (const disk of ['a disk that tells names apart', 'a disk that does not']) {
      const root = join(folder, `${index}-${disk.length}`);
      const content = join(root, 'content');
      prepare(content);
      change(join(content, 'publications/2024'), content);
      const own = {
        content,
        outDir: join(root, 'site/dist'),
        cache: join(root, 'cache'),
        environment: disk.endsWith('not') ? { ...loadedBefore('folded-names.js'), FOLDED_NAMES: root } : {},
      };
      const { code, output } = await build(own);
      yield {
        what: `${what}, on ${disk}: exit ${code}`,
        bad: faultOf(code, output, says) ?? (says || isSame(own.outDir) ? undefined : 'the site has other bytes'),
      };
      if (says) continue;
      const file = join(content, 'pages/en/about.mdx');
      const text = readFileSync(file, 'utf8');
      appendFileSync(file, '\nChanged.\n');
      await build(own);
      writeFileSync(file, text);
      const again = await build(own);
      yield {
        what: `${what}, changed and changed back, on ${disk}: exit ${again.code}`,
        bad: faultOf(again.code, again.output) ?? (isSame(own.outDir) ? undefined : 'the site has other bytes'),
      };
    }

  function isSame(outDir: string): boolean {
    return digestOf(outDir) === digestOf(expected.outDir);
  }
};

function faultOf(code: number | undefined, output: string, says?: RegExp): string | undefined {
  if (/\.ts:\d+:\d+\)?$/m.test(output)) return `a trace of the program: ${output.slice(-500)}`;
  if (!says) return code === 0 ? undefined : output.slice(-500);
  return code === 1 && says.test(output) ? undefined : `no clear message: ${output.slice(-500)}`;
}

/** The small site, with a picture whose name has accents. */
function prepare(content: string): void {
  cpSync(siteFolder('small'), content, { recursive: true });
  const folder = join(content, 'publications/2024');
  cpSync(join(folder, 'brook.png'), join(folder, composed));
  rmSync(join(folder, 'brook.png'));
  inBrooks(folder, (text) => text.replaceAll('brook.png', composed));
}

function inBrooks(folder: string, change: (text: string) => string): void {
  const file = join(folder, 'baran-2024-brooks.mdx');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
