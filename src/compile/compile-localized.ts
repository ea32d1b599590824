import { compileMarkdown } from './body/compile-markdown.ts';
import type { TextPlace } from './body/link-target.ts';
import type { Report } from './compile-report.ts';
import type { Frontmatter } from './yaml/read-yaml.ts';

/**
 * One language of a Markdown field, such as `summary.fa`. Faults are reported at the position of the field. `place`: where
 * pages show it; absent for a text that has no files beside it.
 */
export function compileLocalized(
  source: string,
  path: readonly [field: string, language: string],
  front: Frontmatter,
  report: Report,
  place: TextPlace = report.place,
): { readonly html: string; readonly text: string; readonly assets: readonly string[] } {
  const { html, text, faults, links, assets } = compileMarkdown(source, place);
  const [field, language] = path;
  // A text without a language is the value of the field itself, and not in a map.
  const written = language === 'und' ? [field] : path;
  for (const fault of faults) report.addAt(fault, front, written);
  report.addLinksAt(links, written);
  return { html, text, assets };
}
