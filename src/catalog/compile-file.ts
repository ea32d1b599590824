import type { Problem } from '../domain/problem.ts';
import { parseSlug } from '../domain/slug.ts';
import { journalSchema, personSchema, topicSchema, unitSchema } from '../schemas/institute.ts';
import type { Brief } from './brief.ts';
import { compilePerson, compileTextPage } from './compile-institute.ts';
import { compilePublication } from './compile-publication.ts';
import { readFrontmatter, readYaml } from './read-frontmatter.ts';
import { Report, type CompileContext } from './compile-report.ts';

export const contentKinds = ['publications', 'people', 'units', 'journals', 'topics', 'pages'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** What compiling one file gives. The record is JSON, ready for the store. */
export interface CompiledFile {
  readonly kind: ContentKind;
  readonly id: string;
  /** Absent when the file has errors. */
  readonly record?: string;
  readonly brief?: Brief;
  /** The body holds code, which Astro compiles. */
  readonly component: boolean;
  readonly problems: readonly Problem[];
}

/** Bytes; a longer file is a mistake, such as a book pasted whole. */
const sizeLimit = 2_000_000;

/** Compiles one content file. Pure: the same bytes give the same result. `path` is from the content folder. */
export function compileFile(path: string, bytes: Uint8Array, context: CompileContext): CompiledFile {
  const kind = contentKinds.find((name) => path.startsWith(`${name}/`));
  if (!kind) throw new Error(`${path} is no content file`);
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const id = fileName.replace(/\.(mdx|ya?ml)$/, '');
  const report = new Report(path);
  const slug = parseSlug(id);
  if (!slug.ok) report.add({ ...slug.fault, hint: `rename the file: ${slug.fault.hint}` });
  const text = decode(bytes, report);
  const result = text === undefined ? undefined : compileText(kind, path, id, text, context, report);
  const failed = report.problems.some((problem) => problem.severity === 'error');
  const component = isObject(result?.record) && result.record['component'] === true;
  return { kind, id, component, problems: report.problems, ...(result && !failed ? { record: JSON.stringify(result.record), ...(result.brief ? { brief: result.brief } : {}) } : {}) };
}

function compileText(kind: ContentKind, path: string, id: string, text: string, context: CompileContext, report: Report): { record: unknown; brief?: Brief } | undefined {
  const markdown = kind === 'publications' || kind === 'pages';
  const front = markdown ? readFrontmatter(text) : readYaml(text);
  for (const { place, ...fault } of front.faults) report.add(fault, place);
  if (!front.fields) return undefined;
  switch (kind) {
    case 'publications':
      return compilePublication(path, id, front, context, report);
    case 'people': {
      const fields = report.validate(personSchema, front);
      return fields && { record: compilePerson(path, id, fields) };
    }
    case 'units':
      return { record: { id, file: path, ...report.validate(unitSchema, front) } };
    case 'journals':
      return { record: { id, file: path, ...report.validate(journalSchema, front) } };
    case 'topics':
      return { record: { id, file: path, ...report.validate(topicSchema, front) } };
    case 'pages':
      return compileTextPage(path, id, front, context, report);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function decode(bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.byteLength > sizeLimit) {
    report.add({ name: 'file-too-large', message: `the file has ${(bytes.byteLength / 1e6).toFixed(1)} MB, and a publication with all its text has less than ${sizeLimit / 1e6}`, hint: 'keep metadata, abstract and short sections here, and link to the rest' });
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    report.add({ name: 'not-utf-8', message: `the file is not UTF-8 text${utf16 ? ' but UTF-16' : ''}, so its letters cannot be read with certainty`, hint: 'open it in an editor and save it with the encoding UTF-8' });
    return undefined;
  }
}
