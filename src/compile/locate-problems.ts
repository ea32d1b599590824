import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { countLines, readFrontmatter, readYaml, type Frontmatter } from './yaml/read-frontmatter.ts';

/** Problems beyond this many keep their file and field, and nobody waits for their lines. */
const located = 1000;

/** Adds line and column to problems that were found between files, and know only their field. */
export function locateProblems(problems: readonly Problem[], textOf: (file: string) => string): Problem[] {
  let last: { readonly file: string; readonly front: Frontmatter } | undefined;
  let count = 0;
  return [...problems].sort(compareProblems).map((problem) => {
    const { file, field, line } = problem;
    if (line !== undefined || field === undefined || count >= located) return problem;
    count += 1;
    if (last?.file !== file) last = { file, front: read(file, textOf(file)) };
    return { ...problem, ...last.front.placeOf(pathOf(field), 'value') };
  });
}

/** Where a content file names a file that it shows, such as `./figure.png`. */
export function locateSource(file: string, text: string, source: string): Pick<Problem, 'line' | 'column' | 'field'> {
  const offset = text.indexOf(source);
  if (offset === -1) return {};
  const line = countLines(text, offset) + 1;
  const column = offset - text.lastIndexOf('\n', offset);
  if (file.startsWith('people/')) return { line, column, field: 'image' };
  return line <= read(file, text).bodyLine ? { line, column, field: 'image.src' } : { line, column };
}

const read = (file: string, text: string): Frontmatter =>
  file.endsWith('.mdx') ? readFrontmatter(text) : readYaml(text);

/** `authors[2].orcid` → `authors`, 1, `orcid`. */
const pathOf = (field: string): (string | number)[] =>
  field.split(/[.[]/).map((part) => (part.endsWith(']') ? Number(part.slice(0, -1)) - 1 : part));
