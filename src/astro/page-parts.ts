import { join } from 'node:path';
import type { PartName } from '../domain/institute/page-parts.ts';

/** Module from which templates import the parts of pages that an institute replaces. */
export const partsModule = 'virtual:colophon/parts';

/** Environment variable with the names of these parts, as JSON. */
export const partsVariable = 'COLOPHON_PARTS';

/** Code of the module: the component of each part, by its name. */
export function partsCode(contentDir: string, written: string | undefined): string {
  const names = JSON.parse(written || '[]') as readonly PartName[];
  const imports = names.map(
    (name, index) => `import part${index} from ${JSON.stringify(join(contentDir, 'parts', `${name}.astro`))};`,
  );
  const entries = names.map((name, index) => `${JSON.stringify(name)}: part${index}`);
  return [...imports, `export const parts = { ${entries.join(', ')} };\n`].join('\n');
}
