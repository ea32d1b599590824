import { describe, expect, test } from 'vitest';
import { buildFolder, contentFolder, type ContentFiles } from '../support/build-site.ts';
import { publicationText } from '../support/make.ts';

/** Mistakes in the code of bodies that only show when it is compiled or runs, and the problem that each gives. */
const cases: Record<string, { files: ContentFiles; problem: Record<string, unknown> }> = {
  'an import of a file that is not there': {
    files: { 'publications/2024/x.mdx': withBody('import X from "./missing.astro"\n\n## A\n\n<X/>\n') },
    problem: { name: 'code-not-compiled', file: 'publications/2024/x.mdx', line: 6, hint: /path/ },
  },
  'an import of a package that is not installed': {
    files: { 'publications/2024/x.mdx': withBody('import X from "no-such-package"\n\n## A\n\n<X/>\n') },
    problem: { name: 'code-not-compiled', file: 'publications/2024/x.mdx', line: 6 },
  },
  'a template beside the body that is malformed': {
    files: {
      'publications/2024/x.mdx': withBody('import X from "./x.astro"\n\n## A\n\n<X/>\n'),
      'publications/2024/x.astro': '---\nconst a = ;\n---\n<b>{a}</b>\n',
    },
    problem: { name: 'code-not-compiled', file: 'publications/2024/x.astro', line: 2 },
  },
  'a name that the imported file does not have': {
    files: {
      'publications/2024/x.mdx': withBody('import { nothing } from "./x.js"\n\n## A\n\n{nothing}\n'),
      'publications/2024/x.js': 'export const something = 1;\n',
    },
    problem: { name: 'code-not-compiled', file: 'publications/2024/x.mdx', line: 6 },
  },
  'code that fails when it runs': {
    files: { 'publications/2024/x.mdx': withBody('export const f = () => missing.name\n\n## A\n\n{f()}\n') },
    problem: { name: 'code-failed', file: 'publications/2024/x.mdx', message: /missing is not defined/ },
  },
};

describe('code in the content that fails is a problem of its file, and no trace of the program', () => {
  test.each(Object.keys(cases))('%s', async (name) => {
    const { files, problem } = cases[name]!;
    const { problems, rendered } = await buildFolder(contentFolder(files));
    expect(problems).toHaveLength(1);
    for (const [key, expected] of Object.entries(problem))
      expect(problems[0]).toHaveProperty(
        key,
        expected instanceof RegExp ? (expect.stringMatching(expected) as unknown) : expected,
      );
    expect(`${problems[0]!.message} ${problems[0]!.hint}`).not.toMatch(/\bat \S+ \(|node_modules|\n/);
    expect(rendered?.filesWritten ?? 0).toBe(0);
  });
});

function withBody(body: string): string {
  return publicationText({ body });
}
