import { join } from 'node:path';
import { fixFile, type Fix } from '../import/write/fix-file.ts';
import { readExisting } from './read-existing.ts';
import { writeAtomically } from './write-atomically.ts';

/** Repairs in every publication what is safe to repair. Returns all repairs. */
export function fixContent(contentDir: string): readonly (Fix & { readonly file: string })[] {
  return readExisting(contentDir, 'en').publications.flatMap(({ file, text }) => {
    const fixed = fixFile(text);
    if (fixed.text !== text) writeAtomically(join(contentDir, file), fixed.text);
    return fixed.fixes.map((fix) => ({ file, ...fix }));
  });
}
