import { join } from 'node:path';
import { partNames, type PartName } from '../../domain/institute/page-parts.ts';
import type { Problem } from '../../domain/problems/problem.ts';
import { closest } from '../../domain/problems/suggestion.ts';
import { listFolder } from '../list-folder.ts';

/** The parts of pages that components in `parts/` replace. They are code, so that `trust: markdown` refuses them. */
export function readParts(
  folder: string,
  trust: 'mdx' | 'markdown',
): { readonly parts: readonly PartName[]; readonly problems: readonly Problem[] } {
  const files = listFolder(join(folder, 'parts'));
  const parts = partNames.filter((name) => files.includes(`${name}.astro`));
  const problem = (file: string, name: string, message: string, hint: string): Problem => ({
    severity: 'error',
    name,
    file: `parts/${file}`,
    message,
    hint,
  });
  if (trust === 'markdown')
    return {
      parts: [],
      problems: parts.map((name) =>
        problem(
          `${name}.astro`,
          'part-not-trusted',
          'a part of a page is code, and `trust: markdown` allows none',
          'delete the file, or write `trust: mdx` into site.yaml if everyone who writes content may run code',
        ),
      ),
    };
  const known = partNames.map((name) => `${name}.astro`);
  const problems = files
    .filter((file) => file.endsWith('.astro') && !file.includes('/') && !known.includes(file))
    .map((file) => {
      const near = closest(file, known);
      return problem(
        file,
        'unknown-part',
        'no part of a page has this name, so the component would not be shown',
        near ? `did you mean ${near}?` : `use one of ${known.join(', ')}, or move it to components/`,
      );
    });
  return { parts, problems };
}
