import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserFixableError } from '../domain/problems/user-fixable-error.ts';

/** Writes a list that the user has asked for, in a file or in what is not one, such as `/dev/stdout`. */
export function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EISDIR')) throw error;
    throw new UserFixableError(`${path} is a folder, so that nothing can be written to it`, 'name a file');
  }
}
