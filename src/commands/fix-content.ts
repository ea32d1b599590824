import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listContent } from '../build/list-content.ts';
import { contentKinds } from '../domain/institute/content-kind.ts';
import { fixFile, type Fix } from '../import/write/fix-file.ts';
import { writeAtomically } from './write-atomically.ts';

/** Repairs in every publication and every file of the institute what is safe to repair. Returns all repairs. */
export function fixContent(contentDir: string): readonly (Fix & { readonly file: string })[] {
  return [...listContent(contentDir, []).files.keys()].flatMap((file) => {
    const kind = contentKinds.find((name) => file.startsWith(`${name}/`));
    if (kind === undefined || kind === 'pages') return [];
    const text = readFileSync(join(contentDir, file), 'utf8');
    const fixed = fixFile(text, kind);
    if (fixed.text !== text) writeAtomically(join(contentDir, file), fixed.text);
    return fixed.fixes.map((fix) => ({ file, ...fix }));
  });
}
