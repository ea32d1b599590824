import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import { positionAt } from './located-fault.ts';
import { isMap } from '../domain/values/unknown-map.ts';
import { readFrontmatter } from './yaml/read-frontmatter.ts';
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
  const front = read(file, text);
  const field = findFieldOf(source, front.fields ?? front.readable ?? {});
  if (field !== undefined) return { ...front.positionOf(pathOf(field), 'value'), field };
  const offset = text.indexOf(source);
  return offset === -1 ? {} : positionAt(text, offset);
}

/** Name of the field that holds the path of a file; undefined where a text names it. */
function findFieldOf(source: string, { image, links }: Readonly<Record<string, unknown>>): string | undefined {
  if (image === source) return 'image';
  if (isMap(image) && image['src'] === source) return 'image.src';
  const index = Array.isArray(links) ? links.findIndex((link) => isMap(link) && link['url'] === source) : -1;
  return index === -1 ? undefined : `links[${index + 1}].url`;
}

const read = (file: string, text: string): Frontmatter =>
  file.endsWith('.mdx') ? readFrontmatter(text) : readYaml(text);

/** Path of a field, such as `authors`, 1, `orcid` for `authors[2].orcid`. */
const pathOf = (field: string): (string | number)[] =>
  field.split(/[.[]/).map((part) => (part.endsWith(']') ? Number(part.slice(0, -1)) - 1 : part));
