import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Problem } from '../../../src/domain/problems/problem.ts';
import { projectDir } from '../../../src/project/settings.ts';
import type { ContentFiles } from '../../support/build-site.ts';

/** The fields of one problem that a case compares. `hint` is a part of the hint. */
export type ExpectedProblem = Pick<Problem, 'name'> & Partial<Problem>;

/** One file of `tests/cases/problems`: content files, and every problem that they must cause. */
export interface ProblemCase {
  readonly name: string;
  readonly files: ContentFiles;
  readonly problems: readonly ExpectedProblem[];
}

const folder = join(projectDir, 'tests/cases/problems');

export function readProblemCases(): ProblemCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const { files, problems, encoding } = parse(readFileSync(join(folder, file), 'utf8')) as Written;
      const encoded = Object.entries(files).map(([path, text]) => [path, encode(text, encoding)] as const);
      return { name: file.replace(/\.yaml$/, ''), files: Object.fromEntries(encoded), problems };
    });
}

interface Written extends Pick<ProblemCase, 'problems'> {
  readonly files: Readonly<Record<string, string>>;
  /** Encoding of the files; UTF-8 by default. */
  readonly encoding?: 'latin1' | 'utf16le';
}

function encode(text: string, encoding: Written['encoding']): string | Uint8Array {
  if (encoding === undefined) return text;
  // Editors that write UTF-16 put a byte order mark before it.
  return Buffer.from(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding);
}
