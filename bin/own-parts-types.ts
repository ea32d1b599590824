import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { programDir } from '../src/project/settings.ts';

const entry = 'src/components/page/own-parts.ts';

/**
 * The declarations that `import type { PartProps } from 'colophon/parts'` of an institute needs, by their path in `lib`: those of
 * the props of parts, and of every module that they import.
 */
export function ownPartsTypes(): ReadonlyMap<string, string> {
  const declarations = emitDeclarations();
  const needed = new Map<string, string>([['parts.d.ts', partsModule]]);
  const add = (path: string): void => {
    const text = declarations.get(path);
    if (needed.has(path) || text === undefined) return;
    needed.set(path, text);
    for (const [, name = ''] of text.matchAll(/(?:from|import\()\s*['"](\.{1,2}\/[^'"]+)\.ts['"]/g))
      add(join(dirname(path), `${name}.d.ts`));
  };
  add(entry.replace(/\.ts$/, '.d.ts'));
  return needed;
}

/** `astro/client` knows images, styles and `Astro` itself. */
const partsModule = `/// <reference types="astro/client" />
import type { PartLocals } from './${entry}';

export type { PartLocals, PartProps, Section } from './${entry}';

declare global {
  namespace App {
    interface Locals extends PartLocals {}
  }
}
`;

/** The declarations of `entry` and of all modules that it reaches, by their path. */
function emitDeclarations(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-types-'));
  try {
    const settings = {
      extends: join(programDir, 'tsconfig.json'),
      include: [],
      files: [join(programDir, entry)],
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: programDir,
        outDir: join(folder, 'out'),
        typeRoots: [join(programDir, 'node_modules/@types')],
      },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The types of own parts cannot be compiled:\n${stdout}`);
    const out = join(folder, 'out');
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'));
    return new Map(files.map((path) => [path, readFileSync(join(out, path), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
