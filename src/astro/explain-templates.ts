import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../domain/problems/problem.ts';
import { distinctProblems } from '../domain/problems/problem.ts';

/** The templates cannot be compiled because of code in the content folder. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('the code of the content cannot be compiled');
    this.problems = problems;
  }
}

/**
 * Problems in the content folder, from the output of the compiler; empty when the error is in another file. `cwd` is the
 * folder in which the compiler ran.
 */
export function explainTemplates(output: string, contentDir: string, cwd: string): readonly Problem[] {
  const text = stripVTControlCharacters(output).replaceAll('\\', '/');
  const problems = messageFormats
    .flatMap((format) => [...text.matchAll(format)])
    .flatMap(({ groups = {} }): Problem[] => {
      const path = contentPath(resolve(cwd, groups['file'] ?? ''), contentDir);
      if (path === undefined) return [];
      const what = shortenMessage(groups['what'] ?? '', contentDir, cwd);
      // For a body, the compiler counts lines of the generated code; for other files, lines of the file itself.
      const line = path.endsWith('.mdx')
        ? findLine(what, readFileSync(resolve(contentDir, path), 'utf8'))
        : Number(groups['line']);
      return [
        {
          severity: 'error',
          name: 'code-not-compiled',
          file: path,
          ...(line === undefined || Number.isNaN(line) ? {} : { line }),
          message: `the code cannot be compiled: ${what}`,
          hint: /resolve/i.test(what)
            ? 'correct the path, which starts from the folder of this file, or add the file that it names'
            : 'correct the code, or delete it',
        },
      ];
    });
  return distinctProblems(problems);
}

/** Formats of the compiler's messages: the file, the error, and in most of them the line. */
const messageFormats = [
  /^\[[A-Z_]+\] (?<what>.+)\n[^\n]*\[ (?<file>.+?):(?<line>\d+):\d+ \]/gm,
  /^\[plugin [^\]]+\] (?<file>.+?):(?<line>\d+):\d+\n(?:\w*Error: )?(?<what>.+)$/gm,
  /\b(?<what>failed to resolve import ".+?") from "(?<file>.+?)"/g,
];

function contentPath(file: string, contentDir: string): string | undefined {
  const path = relative(contentDir, file);
  return path.startsWith('..') || isAbsolute(path) || !existsSync(file) ? undefined : path.split(sep).join('/');
}

const shortenMessage = (what: string, contentDir: string, cwd: string): string =>
  what
    .replaceAll(`${relative(cwd, contentDir).split(sep).join('/')}/`, '')
    .replaceAll(`${contentDir.split(sep).join('/')}/`, '')
    .replace(/ in [^ ]+\.mdx$/, '')
    .replace(/[.!]$/, '');

/** Number of the first line with the name or path that the compiler quotes; undefined when there is none. */
function findLine(what: string, source: string): number | undefined {
  const quoted = /["']([^"']+)["']/.exec(what)?.[1];
  const index = quoted === undefined ? -1 : source.split('\n').findIndex((line) => line.includes(quoted));
  return index === -1 ? undefined : index + 1;
}
