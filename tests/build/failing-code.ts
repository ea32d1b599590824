import { expect } from 'vitest';
import { buildFolder, contentFolder, type ContentFiles } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';

/** Content files with code that fails, and the properties of the problems that they give. */
export interface FailingCode {
  readonly name: string;
  readonly files: ContentFiles;
  readonly problems: readonly Readonly<Record<string, string | number | RegExp>>[];
}

/** A publication with this body. */
export const withBody = (body: string, title = 'A study'): string => publicationText({ title, body });

/** Builds content with code that fails: each problem is told without a trace of the program, and nothing is published. */
export async function expectProblems({ files, problems: expected }: FailingCode): Promise<void> {
  const { problems, rendered } = await buildFolder(contentFolder(files));
  expect(problems).toHaveLength(expected.length);
  for (const [index, properties] of expected.entries()) {
    const problem = problems[index]!;
    for (const [key, value] of Object.entries(properties))
      expect(problem).toHaveProperty(key, value instanceof RegExp ? (expect.stringMatching(value) as unknown) : value);
    expect(`${problem.message} ${problem.hint}`).not.toMatch(/\bat \S+ \(|node_modules|\n/);
  }
  expect(rendered?.filesWritten ?? 0).toBe(0);
}
