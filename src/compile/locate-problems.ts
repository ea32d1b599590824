import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { countLines, readFrontmatter } from './yaml/read-frontmatter.ts';
import { readYaml, type Frontmatter } from './yaml/read-yaml.ts';

/** Problems that get a line. Each file must be read again for it, so the problems after these keep only file and field. */
const locatedLimit = 1000;

/** Adds line and column to problems that have only a field, because they were found by comparing files. */
export function locateProblems(problems: readonly Problem[], textOf: (file: string) => string): Problem[] {
  let last: { readonly file: string; readonly front: Frontmatter } | undefined;
  let count = 0;
  return [...problems].sort(compareProblems).map((problem) => {
    const { file, field, line } = problem;
    if (line !== undefined || field === undefined || count >= locatedLimit) return problem;
    count += 1;
    if (last?.file !== file) last = { file, front: read(file, textOf(file)) };
    return { ...problem, ...last.front.positionOf(pathOf(field), 'value') };
  });
}

/** Position at which a content file names a file that it shows, such as `./figure.png`; empty where it is not found. */
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

/** Path of a field, such as `authors`, 1, `orcid` for `authors[2].orcid`. */
const pathOf = (field: string): (string | number)[] =>
  field.split(/[.[]/).map((part) => (part.endsWith(']') ? Number(part.slice(0, -1)) - 1 : part));
