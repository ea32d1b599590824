import type { ReadableContent } from '../../src/catalog/build-catalog.ts';
import type { ConnectedPublication } from '../../src/catalog/connect-publication.ts';
import { compileFile } from '../../src/compile/compile-file.ts';
import type { CompileContext } from '../../src/compile/compile-report.ts';
import type { PublicationSummary } from '../../src/domain/publication/publication-summary.ts';
import type { OwnEntry } from '../../src/domain/publication/entry.ts';
import type { Problem } from '../../src/domain/problems/problem.ts';
import type { Publication } from '../../src/domain/publication/publication.ts';

/** The fields of a publication as in its frontmatter, and its body. Defaults: a title, one author and a year. */
export interface WrittenPublication {
  readonly slug?: string;
  readonly body?: string;
  /** Names of the warnings that the test expects; any other problem fails it. */
  readonly warnings?: readonly string[];
  readonly [field: string]: unknown;
}

/** Content without files that have errors. */
export const nothingReadable: ReadableContent = {
  publications: [],
  people: new Map(),
  units: new Map(),
  topics: new Map(),
  pages: [],
};

export const defaultContext: CompileContext = {
  locales: ['en', 'fa'],
  trust: 'mdx',
  base: '',
  names: ['Example Institute'],
  url: 'https://example.org',
};

/** A publication that the real schema has compiled. Throws on each problem that is not in `warnings`. */
export const makePublication = (written: WrittenPublication = {}): Publication => make(written).publication;

/** The summary of a publication in the catalog. */
export const makeSummary = (written: WrittenPublication = {}): PublicationSummary => make(written).summary;

/** What lists show of a publication. */
export const makeOwnEntry = (written: WrittenPublication = {}): OwnEntry => make(written).entry;

/** A publication of the catalog in a folder without people, units and topics; `topics` stay as they are written. */
export const makeConnected = (written: WrittenPublication = {}): ConnectedPublication => {
  const { authors: _authors, affiliations: _affiliations, ...summary } = makeSummary(written);
  return { ...summary, people: new Map(), units: [] };
};

/** The publications of a content folder, with the function that finds one of them. */
export const asContent = (publications: readonly PublicationSummary[]) => ({
  publications,
  requireSummary: (file: string) => publications.find((each) => each.file === file)!,
});

/** The text of a publication's file. Values are written as JSON, which is also YAML. */
export function publicationText({
  slug: _slug,
  warnings: _warnings,
  body = '',
  ...fields
}: WrittenPublication = {}): string {
  const all = { title: 'An example', authors: ['Jamshidi, Ahmadreza'], published: '2024', ...fields };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n${body}\n`;
}

function make(written: WrittenPublication) {
  const { slug = 'example-2024', warnings = [] } = written;
  const { record, summary, entry, problems } = compileText(`publications/${slug}.mdx`, publicationText(written));
  const unexpected = problems.filter(({ name, severity }) => severity === 'error' || !warnings.includes(name));
  if (unexpected.length > 0 || record === undefined || !summary || !entry)
    throw new Error(JSON.stringify(unexpected, undefined, 2));
  return { publication: JSON.parse(record) as Publication, summary, entry };
}

/** Compiles a file with this text. */
export function compileText(path: string, text: string, context = defaultContext): ReturnType<typeof compileFile> {
  return compileFile(path, new TextEncoder().encode(text), context);
}

export const namesOf = (problems: readonly Problem[]): string[] => problems.map(({ name }) => name);
