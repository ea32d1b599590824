import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserFixableError } from '../../domain/problems/user-fixable-error.ts';
import { programDir, projectDir } from '../../project/settings.ts';
import { writeAtomically } from '../write-atomically.ts';

/** The folder of the package.json of the program: an installed one has it above `lib`. */
export const packageDir = existsSync(join(programDir, 'package.json')) ? programDir : join(programDir, '..');

/** The version of the program. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { readonly version: string }).version;

interface Project {
  readonly colophon?: { readonly content?: unknown } | null;
}

/** The version for which the content was last written or upgraded; undefined where package.json names none. */
export function contentVersion(): string | undefined {
  const file = join(projectDir, 'package.json');
  const content = existsSync(file) ? readProject(file).colophon?.content : undefined;
  return typeof content === 'string' ? content : undefined;
}

/** Writes the version into package.json, and leaves everything else in it. */
export function saveContentVersion(version: string): void {
  const file = join(projectDir, 'package.json');
  if (!existsSync(file)) return;
  const project = readProject(file);
  const next = { ...project, colophon: { ...project.colophon, content: version } };
  writeAtomically(file, `${JSON.stringify(next, undefined, 2)}\n`);
}

function readProject(file: string): Project {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) ?? {}) as Project;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UserFixableError(`${basename(file)} is not JSON: ${error.message}`, 'correct that file');
    throw error;
  }
}
