import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOfRunningCode } from '../../project/code-digest.ts';
import { programDir } from '../../project/settings.ts';

/**
 * Folder with the scripts, styles and fonts of a desk. They are compiled again only when the code has changed. `folder`: a folder of
 * the cache for this desk alone. `entry`: path from the program's folder of the module that starts it.
 */
export async function bundledDesk(folder: string, entry: string): Promise<string> {
  const key = digestOfRunningCode([entry, 'src/editor/bundle/bundle-desk.ts']);
  const done = join(folder, key);
  if (existsSync(done)) return done;
  rmSync(folder, { recursive: true, force: true });
  const unfinished = `${done}.${process.pid}`;
  // The bundler is loaded only when the code has changed.
  const { bundleDesk } = await import('../../editor/bundle/bundle-desk.ts');
  for (const [name, content] of await bundleDesk(join(programDir, entry))) {
    const path = join(unfinished, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  // Two servers that start at the same time may both compile it.
  if (existsSync(done)) rmSync(unfinished, { recursive: true, force: true });
  else renameSync(unfinished, done);
  return done;
}
