import fc from 'fast-check';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { contentKinds, type ContentKind } from '../../src/domain/institute/content-kind.ts';
import type { CompileContext } from '../../src/compile/compile-report.ts';
import { findDrawingFault } from '../../src/compile/drawing/find-drawing-fault.ts';
import { renderMath } from '../../src/compile/body/render-math.ts';
import { findLosses } from '../../src/formats/proof/find-losses.ts';
import { citationFormats } from '../../src/formats/written-formats.ts';
import { parseArxiv } from '../../src/domain/identifiers/arxiv.ts';
import { parseDoi } from '../../src/domain/identifiers/doi.ts';
import { parseTrialRegistration } from '../../src/domain/identifiers/trial-registration.ts';
import { parseContactAddress, parseWebAddress } from '../../src/domain/identifiers/web-address.ts';
import { findCountryInAffiliation } from '../../src/domain/institute/country.ts';
import { parsePartialDate } from '../../src/domain/dates/partial-date.ts';
import { nameKey, parsePersonName, sortKey } from '../../src/domain/people/person-name.ts';
import type { Fault } from '../../src/domain/problems/problem.ts';
import type { Publication } from '../../src/domain/publication/publication.ts';
import { parseRichText, richTextToHtml, richTextToPlain, richTextToSource } from '../../src/domain/text/rich-text.ts';
import { toVisible } from '../../src/domain/text/visible-text.ts';
import { slugify } from '../../src/domain/identifiers/slug.ts';
import { fixFile } from '../../src/import/write/fix-file.ts';
import type { ForeignRecord } from '../../src/formats/record/foreign-record.ts';
import { importFormats } from '../../src/formats/table.ts';
import { latexToContent } from '../../src/formats/latex/read-latex.ts';
import { readSource } from '../../src/import/read/read-source.ts';
import { readZip, ZipError } from '../../src/import/read/read-zip.ts';
import { toDraft } from '../../src/import/draft/to-draft.ts';
import { writeMdx } from '../../src/import/write/write-mdx.ts';
import { foldText } from '../../src/search/fold.ts';
import { highlight } from '../../src/search/highlight.ts';
import { identifierKey } from '../../src/search/identifiers.ts';
import { parseWholeQuery as parseQuery } from '../support/parse-query.ts';
import { readImportSettings } from '../../src/build/content/read-import-settings.ts';
import { readSynonyms } from '../../src/build/content/read-synonyms.ts';
import { readSite } from '../../src/build/read-site.ts';
import { readOwnStyle } from '../../src/build/styles/read-own-style.ts';
import { compileText, defaultContext, publicationText } from '../support/make.ts';
import { hostileText } from '../unit/formats/hostile-text.ts';
import { makeCited, plainAbstract } from '../unit/formats/make-cited.ts';
import { anyText, bytesOf, mutationsOf } from './mutations.ts';
import { contentSamples, drawingSamples, recordSamples, siteSamples } from './samples.ts';

/** A reader or writer with its input. It fails when it throws; a reported problem is not a failure. */
export interface FuzzTarget {
  readonly name: string;
  /** Share of the cases, of about a thousand. */
  readonly share: number;
  readonly check: (settings: FuzzSettings) => fc.RunDetails<[unknown]>;
  /** Reads or writes one text, in every field of the target. */
  readonly read: (text: string) => void;
}

export interface FuzzSettings {
  readonly runs: number;
  readonly seed: number;
  /** Path of a failure, as printed: runs only that case. */
  readonly path?: string;
  /** Largest time of a case in milliseconds; default: no limit. */
  readonly limit?: number;
  /** Called with the time of each case. */
  readonly onTime?: (milliseconds: number, input: unknown) => void;
}

const target = <T>(
  name: string,
  share: number,
  input: fc.Arbitrary<T>,
  run: (value: T) => void,
  valueOf: (text: string) => T,
): FuzzTarget => ({
  name,
  share,
  read: (text) => run(valueOf(text)),
  check: ({ runs, seed, path, limit, onTime }) =>
    fc.check(
      fc.property(input as fc.Arbitrary<unknown>, (value) => {
        const start = performance.now();
        run(value as T);
        const milliseconds = performance.now() - start;
        onTime?.(milliseconds, value);
        if (limit !== undefined && milliseconds > limit) throw new Error(`took ${Math.round(milliseconds)} ms`);
      }),
      { numRuns: runs, seed, ...(path === undefined ? {} : { path, endOnFailure: true }) },
    ),
});

const strict = { ...defaultContext, trust: 'markdown' } as const;

const pathOf: Readonly<Record<ContentKind, string>> = {
  publications: 'publications/2024/x.mdx',
  people: 'people/x.yaml',
  units: 'units/x.yaml',
  journals: 'journals/x.yaml',
  topics: 'topics/x.yaml',
  pages: 'pages/en/x.mdx',
};

/** Content folders by the file that is read in them. */
const folders = new Map<string, string>();

/** The other files of a content folder, each with a good text and what reads it. */
const ownFiles: Readonly<Record<string, { readonly sample: string; readonly read: (folder: string) => void }>> = {
  'strings/en.yaml': {
    sample: 'site.search: Find\nstatus.retracted: "Taken back"\nextra.Shelf: "Shelf of the library"\n',
    read: readSiteText,
  },
  'theme.css': { sample: ':root { --accent: #0b5563; --radius: 4px; }\n', read: readSiteText },
  'styles/own.csl': {
    sample: `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Own</title></info>
<macro name="a"><text variable="title" prefix="&lt;"/></macro><macro name="b"><text macro="a"/></macro>
<bibliography><layout><text macro="b"/></layout></bibliography></style>\n`,
    read: (folder) => readOwnStyle(folder, 'own')?.problems.forEach(requireMessage),
  },
  'synonyms.yaml': {
    sample: 'synonyms: [["heart attack", "myocardial infarction"], ["tea", "چای"]]\n',
    read: (folder) => readSynonyms(folder).problems.forEach(requireMessage),
  },
  'import.yaml': {
    sample:
      'sources: ["ror:01c4pz451", "issn:1746-0751"]\nsince: 2024\nignore: [{ id: "doi:10.5555/1", reason: "x" }]\n',
    read: (folder) => readImportSettings(folder).problems.forEach(requireMessage),
  },
};

/** Everything that Colophon reads or writes. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...contentKinds.map((kind) =>
    target(
      `content/${kind}`,
      kind === 'publications' ? 200 : 25,
      textsLike(contentSamples[kind]),
      (text) => compile(pathOf[kind], text),
      frontmatterOf,
    ),
  ),
  target(
    'body',
    120,
    anyText,
    (body) => compile(pathOf.publications, publicationText({ body: `A.\n\n## B\n\n${body}` })),
    same,
  ),
  target(
    'body without trust',
    60,
    anyText,
    (body) => {
      const { hasImports } = compile(
        pathOf.publications,
        publicationText({ body: `${body}\n\n## B\n\n${body}` }),
        strict,
      );
      if (hasImports) throw new Error('an untrusted body has a component');
    },
    same,
  ),
  target(
    'fields',
    80,
    fc.tuple(anyText, anyText, anyText),
    ([title, summary, name]) =>
      compile(
        pathOf.publications,
        publicationText({
          title,
          summary,
          abstracts: { fa: summary },
          authors: [name],
          affiliations: [name],
          keywords: [title],
          highlights: [title],
        }),
      ),
    inAllFields,
  ),
  target('site.yaml', 25, textsLike(siteSamples), (text) => readIn('site.yaml', text, readSiteText), same),
  ...Object.entries(ownFiles).map(([path, { sample, read }]) =>
    target(path, 15, textsLike([sample]), (text) => readIn(path, text, read), same),
  ),
  target(
    'rich text',
    60,
    anyText,
    (source) => {
      const { text, faults } = parseRichText(source, renderMath);
      faults.forEach(requireMessage);
      richTextToHtml(text);
      const again = parseRichText(richTextToSource(text), renderMath).text;
      if (richTextToPlain(again) !== richTextToPlain(text))
        throw new Error('the text differs after writing and reading it');
    },
    same,
  ),
  target(
    'names, identifiers and dates',
    40,
    anyText,
    (text) => {
      const name = parsePersonName(text);
      if (name.ok) [nameKey, sortKey].forEach((key) => key(name.value));
      for (const parse of [
        parseDoi,
        parseArxiv,
        parseTrialRegistration,
        parseWebAddress,
        parseContactAddress,
        parsePartialDate,
      ]) {
        const found = parse(text);
        if (!found.ok) requireMessage(found.fault);
      }
      findCountryInAffiliation(text);
      slugify(text);
    },
    same,
  ),
  target(
    'search',
    25,
    anyText,
    (text) => {
      foldText(text);
      identifierKey(text);
      const words = parseQuery(text, true).parts.flatMap(({ any }) =>
        any.flatMap((one) => ('tokens' in one ? one.tokens : [one.token])),
      );
      if (
        highlight(text, words)
          .map((piece) => piece.text)
          .join('') !== text
      )
        throw new Error('a letter is lost');
    },
    same,
  ),
  target(
    'drawings',
    40,
    textsLike(drawingSamples),
    (text) => {
      const fault = findDrawingFault(Buffer.from(text));
      if (fault) requireMessage(fault);
      else if (/<(?:[\w-]+:)?(?:script|foreignObject|iframe)[\s/>]|@import|<!ENTITY/i.test(withoutText(text)))
        throw new Error('a drawing with code is accepted');
    },
    same,
  ),
  target(
    'words for terminals and logs',
    20,
    anyText,
    (text) => {
      const shown = toVisible(text);
      if (/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|^\s*::|##\[/m.test(shown))
        throw new Error('a terminal or a runner obeys what is shown');
      if (toVisible(shown) !== shown) throw new Error('what is shown changes when it is shown again');
    },
    same,
  ),
  target('LaTeX', 25, anyText, (text) => void latexToContent(text), same),
  target(
    'repair of files',
    25,
    textsLike(contentSamples.publications),
    (text) => {
      const { text: fixed } = fixFile(text);
      if (fixFile(fixed).text !== fixed) throw new Error('a second repair changes more');
    },
    frontmatterOf,
  ),
  ...importFormats.map(({ id, read }) =>
    target(
      `import/${id}`,
      25,
      textsLike(recordSamples[id] ?? []),
      (text) => {
        const { records, problems } = read(text);
        problems.forEach(requireMessage);
        records.slice(0, 3).forEach(importRecord);
      },
      same,
    ),
  ),
  target(
    'import of bytes',
    40,
    bytesOf(textsLike(Object.values(recordSamples).flat())),
    (bytes) => {
      const found = readSource('file', bytes);
      if ('source' in found) found.problems.forEach(requireMessage);
    },
    (text) => Buffer.from(text),
  ),
  target(
    'zip',
    15,
    bytesOf(anyText.map((text) => `PK\u0001\u0002${text}PK\u0005\u0006`)),
    (bytes) => {
      try {
        readZip(bytes, 1_000_000);
      } catch (error) {
        if (!(error instanceof ZipError)) throw error;
      }
    },
    (text) => Buffer.from(`PK\u0001\u0002${text}PK\u0005\u0006`),
  ),
  target(
    'writers, of any text',
    30,
    fc.tuple(hostileText, hostileText, hostileText),
    ([title, text, name]) => {
      const cited = makeCited({
        title: [title],
        abstracts: [plainAbstract(text)],
        contributions: [{ name: { family: name, given: title } }, { name: { group: name } }],
        journal: text,
        keywords: [name, text],
      });
      for (const { id, read, write } of citationFormats) {
        const count = read(write.file([cited, cited])).records.length;
        if (count !== 2) throw new Error(`${id}: ${count} records of two`);
      }
    },
    inAllFields,
  ),
  target(
    'writers and their proof',
    30,
    fc.tuple(hostileText, hostileText, hostileText),
    ([title, text, name]) => {
      const { record } = compile(
        pathOf.publications,
        publicationText({
          title,
          authors: [{ group: name }, 'Jamshidi A'],
          journal: text,
          keywords: [name],
          volume: '1',
        }),
      );
      if (record === undefined) return;
      const { publication, context } = makeCited();
      const cited = {
        publication: JSON.parse(record) as Publication,
        context: { ...context, url: `https://example.org/publications/${publication.slug}/` },
      };
      findLosses(
        cited,
        citationFormats.map((format) => ({ format, text: format.write.file([cited]) })),
      ).forEach(requireMessage);
    },
    inAllFields,
  ),
];

function same(text: string): string {
  return text;
}

function inAllFields(text: string): [string, string, string] {
  return [text, text, text];
}

/** A drawing without the parts that are text: comments, CDATA and what stands between tags. */
function withoutText(drawing: string): string {
  const markup = drawing.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  return markup.replace(/>[^<]*</g, '><');
}

function frontmatterOf(text: string): string {
  return `---\n${text}\n---\n\n${text}\n`;
}

function textsLike(samples: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ arbitrary: mutationsOf(samples), weight: 4 }, { arbitrary: anyText, weight: 1 });
}

function compile(path: string, text: string, context: CompileContext = defaultContext) {
  const compiled = compileText(path, text, context);
  for (const problem of compiled.problems) {
    requireMessage(problem);
    if (problem.line === undefined) throw new Error(`a problem without a line: ${JSON.stringify(problem)}`);
  }
  if (compiled.record !== undefined) JSON.parse(compiled.record);
  else if (!compiled.problems.some(({ severity }) => severity === 'error')) throw new Error('refused without an error');
  return compiled;
}

function importRecord(record: ForeignRecord): void {
  const draft = toDraft(record, { source: 'test', locale: 'en', findUnit: () => undefined });
  const { problems } = compile(pathOf.publications, writeMdx(draft.fields, draft.body));
  const missing = new Set(['missing-field', 'list-empty']);
  const faults = problems.filter(({ severity, name }) => severity === 'error' && !missing.has(name));
  if (faults.length > 0)
    throw new Error(`what was imported is refused: ${faults.map(({ message }) => message).join('; ')}`);
}

function readSiteText(folder: string): void {
  readSite(folder, {}).problems.forEach(requireMessage);
}

/** Reads a text as the file of that name, in a content folder of its own. */
function readIn(path: string, text: string, read: (folder: string) => void): void {
  let folder = folders.get(path);
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'colophon-fuzz-'));
    folders.set(path, folder);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, 'site.yaml'), siteSamples[0] ?? '');
  }
  writeFileSync(join(folder, path), text);
  read(folder);
}

/** Throws when a problem has no name, message or hint, or is too long to read. */
function requireMessage({ name, message, hint }: Fault): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || message.trim() === '' || hint.trim() === '')
    throw new Error(`a problem without words: ${JSON.stringify({ name, message, hint })}`);
  if (message.length + hint.length > 6000)
    throw new Error(`${name}: ${message.length + hint.length} characters of explanation`);
}
