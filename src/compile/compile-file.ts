import type { Problem } from '../domain/problems/problem.ts';
import { parseSlug } from '../domain/identifiers/slug.ts';
import type { TextLink } from '../domain/pages/text-link.ts';
import { journalSchema, personSchema, topicSchema, unitSchema } from '../schemas/institute.ts';
import type { OwnEntry } from '../domain/publication/entry.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { compileDescribed, compilePerson, compileTextPage } from './compile-institute.ts';
import { compilePublication } from './compile-publication.ts';
import { contentKinds, type ContentKind } from '../domain/institute/content-kind.ts';
import { isMap } from '../domain/values/unknown-map.ts';
import { findPublishedMail } from './find-published-mail.ts';
import { tooDeep } from './body/parse-body.ts';
import { readFrontmatter } from './yaml/read-frontmatter.ts';
import { readYaml } from './yaml/read-yaml.ts';
import { decodeText, Report, type CompileContext } from './compile-report.ts';

/** A content file after compilation. */
export interface CompiledFile {
  readonly kind: ContentKind;
  readonly id: string;
  /** The record as JSON; absent when the file has errors. */
  readonly record?: string;
  /** Present for a publication; where it has errors, of what can be read of it. */
  readonly summary?: PublicationSummary;
  /** Present with `summary`. */
  readonly entry?: OwnEntry;
  /** For kinds other than publications: JSON of what can be read of a file with errors, for checks of its references and files. */
  readonly readable?: string;
  /** True where the body imports or exports something, which Astro compiles. */
  readonly hasImports: boolean;
  /** Links in the texts of the file. */
  readonly links: readonly TextLink[];
  readonly problems: readonly Problem[];
}

/** Compiles one content file. Pure: the same bytes return the same result. `path` is from the content folder. */
export function compileFile(path: string, bytes: Uint8Array, context: CompileContext): CompiledFile {
  const kind = contentKinds.find((name) => path.startsWith(`${name}/`));
  if (!kind) throw new Error(`${path} is no content file`);
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const id = fileName.replace(/\.(mdx|ya?ml)$/, '');
  const report = new Report(path, context);
  const slug = parseSlug(id);
  if (!slug.ok) report.add({ ...slug.fault, hint: `rename the file: ${slug.fault.hint}` });
  const text = decodeText(bytes, report);
  const result =
    text === undefined ? undefined : compileSafely(() => compileKind(kind, path, id, text, context, report), report);
  const failed = report.problems.some((problem) => problem.severity === 'error');
  const code = isMap(result?.record) ? result.record['code'] : undefined;
  return {
    kind,
    id,
    hasImports: isMap(code) && code['imports'] !== undefined,
    links: report.links,
    problems: report.problems,
    ...(result && !failed ? { record: JSON.stringify(result.record) } : {}),
    ...(result?.summary ? { summary: result.summary } : {}),
    ...(result?.entry ? { entry: result.entry } : {}),
    ...(result && failed && kind !== 'publications' ? { readable: JSON.stringify(result.record) } : {}),
  };
}

/**
 * Runs `compile`, and reports a stack overflow as a problem of this file, so that the other files are still read. The
 * parsers report deep nesting with its line; this catches what they miss.
 */
function compileSafely<T>(compile: () => T, report: Report): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report.add(tooDeep);
    return undefined;
  }
}

function compileKind(
  kind: ContentKind,
  path: string,
  id: string,
  text: string,
  context: CompileContext,
  report: Report,
): { record: unknown; summary?: PublicationSummary; entry?: OwnEntry } | undefined {
  const markdown = kind === 'publications' || kind === 'pages';
  const front = markdown ? readFrontmatter(text) : readYaml(text);
  for (const { position, ...fault } of front.faults) report.add(fault, position);
  // Without the two lines of hyphens, the fields and the body cannot be told apart.
  if (front.faults.some(({ name }) => name.startsWith('frontmatter-'))) return undefined;
  switch (kind) {
    case 'publications':
      return compilePublication(path, id, front, context, report);
    case 'people': {
      const fields = report.validate(personSchema, front);
      // The file of a private person is not published.
      if (fields?.private === false) findPublishedMail(front, report);
      return fields && { record: compilePerson(path, id, fields, front, report) };
    }
    case 'units':
      return withIdAndFile(compileDescribed(report.validate(unitSchema, front), front, report));
    case 'journals':
      return withIdAndFile(compileDescribed(report.validate(journalSchema, front), front, report));
    case 'topics':
      return withIdAndFile(compileDescribed(report.validate(topicSchema, front), front, report));
    case 'pages':
      return compileTextPage(path, id, front, context, report);
  }

  function withIdAndFile(fields: object | undefined): { record: unknown } | undefined {
    return fields && { record: { id, file: path, ...fields } };
  }
}
