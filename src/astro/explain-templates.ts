import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../domain/problems/problem.ts';

/** Templates that cannot be compiled for a reason that lies in the content: code in a body, or beside it. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('the code of the content cannot be compiled');
    this.problems = problems;
  }
}

/** What the compiler says about files of the content folder; empty where the fault lies elsewhere. `cwd` is its folder. */
export function explainTemplates(output: string, contentDir: string, cwd: string): readonly Problem[] {
  const text = stripVTControlCharacters(output).replaceAll('\\', '/');
  const problems = reports
    .flatMap((report) => [...text.matchAll(report)])
    .flatMap(({ groups = {} }): Problem[] => {
      const path = contentPath(resolve(cwd, groups['file'] ?? ''), contentDir);
      if (path === undefined) return [];
      const what = tidy(groups['what'] ?? '', contentDir, cwd);
      // The compiler counts the lines of the code that was made of a body; those of other files are the author's own.
      const line = path.endsWith('.mdx')
        ? lineOf(what, readFileSync(resolve(contentDir, path), 'utf8'))
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
  return problems.filter(
    ({ file, message }, index) =>
      problems.findIndex((other) => other.file === file && other.message === message) === index,
  );
}

/** The forms in which the compiler names a file, with what is wrong and, in most, where. */
const reports = [
  /^\[[A-Z_]+\] (?<what>.+)\n[^\n]*\[ (?<file>.+?):(?<line>\d+):\d+ \]/gm,
  /^\[plugin [^\]]+\] (?<file>.+?):(?<line>\d+):\d+\n(?:\w*Error: )?(?<what>.+)$/gm,
  /\b(?<what>failed to resolve import ".+?") from "(?<file>.+?)"/g,
];

function contentPath(file: string, contentDir: string): string | undefined {
  const path = relative(contentDir, file);
  return path.startsWith('..') || isAbsolute(path) || !existsSync(file) ? undefined : path.split(sep).join('/');
}

const tidy = (what: string, contentDir: string, cwd: string): string =>
  what
    .replaceAll(`${relative(cwd, contentDir).split(sep).join('/')}/`, '')
    .replaceAll(`${contentDir.split(sep).join('/')}/`, '')
    .replace(/ in [^ ]+\.mdx$/, '')
    .replace(/[.!]$/, '');

/** The line that holds the name or the path that the compiler quotes. */
function lineOf(what: string, source: string): number | undefined {
  const quoted = /["']([^"']+)["']/.exec(what)?.[1];
  const index = quoted === undefined ? -1 : source.split('\n').findIndex((line) => line.includes(quoted));
  return index === -1 ? undefined : index + 1;
}
