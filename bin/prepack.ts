import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { packStyles } from '../src/build/styles/pack-styles.ts';
import { collectionFolder, collectionVersion, findInCollection } from '../src/build/styles/style-collection.ts';
import { ownPartsTypes } from './own-parts-types.ts';
import { programDir } from '../src/project/settings.ts';

// npm pack runs this first. It writes `lib`, the program as a package holds it: Node strips no types in node_modules, so
// each module becomes JavaScript under the same name, and each name of a module in a text ends in `.js`.
const lib = join(programDir, 'lib');
rmSync(lib, { recursive: true, force: true });
const sources = readdirSync(join(programDir, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath, entry.name).slice(programDir.length));
for (const path of [...sources, 'astro.config.mjs', 'tsconfig.json']) writePacked(path);
for (const [path, text] of ownPartsTypes()) {
  mkdirSync(dirname(join(lib, path)), { recursive: true });
  writeFileSync(join(lib, path), nameCompiled(text, path));
}
packStyles(join(lib, 'citation-styles'), findInCollection(join(collectionFolder(), 'dist')), collectionVersion());

function writePacked(path: string): void {
  const target = join(lib, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  if (!/\.(?:ts|js|mjs|astro)$/.test(path)) return copyFileSync(join(programDir, path), target);
  const text = readFileSync(join(programDir, path), 'utf8');
  writeFileSync(target, nameCompiled(path.endsWith('.ts') ? stripTypeScriptTypes(text) : text, path));
}

/** The text of a module with the names of compiled modules: in imports, addresses of threads, and lists of modules. */
function nameCompiled(text: string, path: string): string {
  return text.replace(
    /(['"`])((?:\.{1,2}|src)\/[^'"`\n?]+)\.ts(\?\w+)?\1/g,
    (whole, quote: string, name: string, query = '') => {
      const from = name.startsWith('src/') ? programDir : dirname(join(programDir, path));
      return existsSync(join(from, `${name}.ts`)) ? `${quote}${name}.js${query}${quote}` : whole;
    },
  );
}
