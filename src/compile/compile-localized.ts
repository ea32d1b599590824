import { compileMarkdown } from './body/compile-markdown.ts';
import type { Report } from './compile-report.ts';
import type { Frontmatter } from './yaml/read-yaml.ts';

/** One language of a Markdown field, such as `summary.fa`. Faults are reported at the position of the field. */
export function compileLocalized(
  source: string,
  path: readonly [field: string, language: string],
  front: Frontmatter,
  report: Report,
): { readonly html: string; readonly text: string } {
  const { html, text, faults } = compileMarkdown(source);
  const [field, language] = path;
  // A text without a language is the value of the field itself, and not in a map.
  for (const fault of faults) report.addAt(fault, front, language === 'und' ? [field] : path);
  return { html, text };
}
