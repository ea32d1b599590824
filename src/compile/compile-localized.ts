import { compileMarkdown } from './body/compile-body.ts';
import type { Report } from './compile-report.ts';
import type { Frontmatter } from './yaml/read-frontmatter.ts';

/** One language of a field of Markdown, such as `summary.fa`; what is wrong with it is reported where it stands. */
export function compileLocalized(
  source: string,
  path: readonly [field: string, language: string],
  front: Frontmatter,
  report: Report,
): { readonly html: string; readonly text: string } {
  const { html, text, faults } = compileMarkdown(source);
  const [field, language] = path;
  // A text without a language stands by itself, and not in a map.
  for (const fault of faults) report.addAt(fault, front, language === 'und' ? [field] : path);
  return { html, text };
}
