import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listContent } from '../build/list-content.ts';
import { contentKinds } from '../domain/institute/content-kind.ts';
import { removeInvisible } from '../domain/text/unsafe-characters.ts';
import { fixFile, type Fix } from '../import/write/fix-file.ts';
import { writeContent } from './write-atomically.ts';

/** A file with repairs that are safe, its present text, and its repaired text. */
export interface FixableFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly fixes: readonly Fix[];
}

/** Every content file with repairs that are safe. Writes nothing. */
export function findFixes(contentDir: string): readonly FixableFile[] {
  return [...listContent(contentDir, []).files.keys()].flatMap((file) => {
    const kind = contentKinds.find((name) => file.startsWith(`${name}/`));
    if (kind === undefined) return [];
    const bytes = readFileSync(join(contentDir, file));
    // The check reports a file in another encoding. Writing it as UTF-8 would lose letters.
    if (!isUtf8(bytes)) return [];
    const before = bytes.toString('utf8');
    const visible = removeInvisible(before);
    const text = visible?.text ?? before;
    const { text: after, fixes } = kind === 'pages' ? { text, fixes: [] } : fixFile(text, kind);
    const removed = visible ? [{ field: 'text', from: visible.removed, to: 'removed' }] : [];
    return after === before ? [] : [{ file, before, after, fixes: [...removed, ...fixes] }];
  });
}

/** Writes repaired files. */
export function writeFixes(contentDir: string, files: readonly FixableFile[]): void {
  for (const { file, after } of files) writeContent(contentDir, file, after);
}

/** Makes all safe repairs in every content file, and returns them. */
export function fixContent(contentDir: string): readonly (Fix & { readonly file: string })[] {
  const files = findFixes(contentDir);
  writeFixes(contentDir, files);
  return files.flatMap(({ file, fixes }) => fixes.map((fix) => ({ file, ...fix })));
}
