import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listContent } from '../build/list-content.ts';
import { contentKinds } from '../domain/institute/content-kind.ts';
import { fixFile, type Fix } from '../import/write/fix-file.ts';
import { writeAtomically } from './write-atomically.ts';

/** A file of which something is safe to repair, with its present and its repaired text. */
export interface FixableFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly fixes: readonly Fix[];
}

/** Every publication and every file of the institute of which something is safe to repair. Writes nothing. */
export function findFixes(contentDir: string): readonly FixableFile[] {
  return [...listContent(contentDir, []).files.keys()].flatMap((file) => {
    const kind = contentKinds.find((name) => file.startsWith(`${name}/`));
    if (kind === undefined || kind === 'pages') return [];
    const before = readFileSync(join(contentDir, file), 'utf8');
    const { text: after, fixes } = fixFile(before, kind);
    return after === before ? [] : [{ file, before, after, fixes }];
  });
}

/** Writes repaired files. */
export function writeFixes(contentDir: string, files: readonly FixableFile[]): void {
  for (const { file, after } of files) writeAtomically(join(contentDir, file), after);
}

/** Repairs in every publication and every file of the institute what is safe to repair. Returns all repairs. */
export function fixContent(contentDir: string): readonly (Fix & { readonly file: string })[] {
  const files = findFixes(contentDir);
  writeFixes(contentDir, files);
  return files.flatMap(({ file, fixes }) => fixes.map((fix) => ({ file, ...fix })));
}
