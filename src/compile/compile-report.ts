import type { Fault, Problem } from '../domain/problems/problem.ts';
import type { TextLink } from '../domain/pages/text-link.ts';
import { findUnsafeCharacters, removeInvisible } from '../domain/text/unsafe-characters.ts';
import { fieldName } from '../schemas/explain-issue.ts';
import { validateFields, type FieldSchema } from '../schemas/validate.ts';
import type { TextPlace } from './body/link-target.ts';
import type { LocatedLink } from './body/text-links.ts';
import { positionAt, type Position } from './located-fault.ts';

import type { Frontmatter } from './yaml/read-yaml.ts';

/** Settings of the site that decide how a file is compiled. */
export interface CompileContext {
  readonly locales: readonly string[];
  readonly trust: 'mdx' | 'markdown';
  /** Path before every address of the site. */
  readonly base: string;
  /** Names of the institute and of the site, in every language. */
  readonly names: readonly string[];
  /** Address of the site, with its path. */
  readonly url: string;
}

/** Bytes. A larger file is a mistake, such as a whole book. */
const sizeLimit = 2_000_000;

/** Fields with invisible characters that are reported of one file. */
const unsafeLimit = 100;

/** Collects the problems of one file, and the links in its texts. */
export class Report {
  readonly problems: Problem[] = [];
  readonly links: TextLink[] = [];
  readonly file: string;
  /** The place of texts of this file that have no page of their own; links in them are found from there. */
  readonly place: TextPlace;

  constructor(file: string, { base, url }: Pick<CompileContext, 'base' | 'url'> = { base: '', url: '' }) {
    this.file = file;
    this.place = { base, site: url };
  }

  add(fault: Fault, position?: Position, field?: string): void {
    this.problems.push({
      severity: fault.severity ?? 'error',
      name: fault.name,
      file: this.file,
      ...(position ? { line: position.line, column: position.column } : {}),
      ...(field ? { field } : {}),
      message: shortenLong(fault.message),
      hint: shortenLong(fault.hint),
    });
  }

  /** Adds a fault of one field, at the position of the field. */
  addAt(fault: Fault, front: Frontmatter, path: readonly (string | number)[], at: 'key' | 'value' = 'value'): void {
    this.add(fault, front.positionOf(path, at), fieldName(path));
  }

  /** Adds links in a body. `linesBefore`: number of lines before it. */
  addLinks(links: readonly LocatedLink[], linesBefore: number): void {
    for (const { position, ...link } of links)
      this.links.push({ ...link, line: position.line + linesBefore, column: position.column });
  }

  /** Adds links in a field. Their position is found when there is a problem, because to find it, the file is parsed again. */
  addLinksAt(links: readonly Omit<LocatedLink, 'position'>[], path: readonly (string | number)[]): void {
    for (const { written, to, fragment } of links)
      this.links.push({ written, to, ...(fragment === undefined ? {} : { fragment }), field: fieldName(path) });
  }

  /** Adds a fault for each line of a body with an unsafe character. `linesBefore`: number of lines before the body. */
  addUnsafe(body: string, linesBefore: number): void {
    for (const [index, text] of body.split('\n').entries()) {
      const fault = /[^\t\r\x20-\x7e]/.test(text) ? findUnsafeCharacters(text) : undefined;
      if (fault) this.add(fault, { line: index + 1 + linesBefore, column: 1 });
    }
  }

  /** Names of the fields that have an error, such as `authors[2].orcid`. */
  get faultyFields(): ReadonlySet<string> {
    return new Set(this.problems.flatMap(({ severity, field }) => (severity === 'error' && field ? [field] : [])));
  }

  /**
   * The fields of a file in their domain form. Where some have faults, adds them, and returns what can be read of the rest,
   * so that the rest is checked as well; undefined where too little can be read.
   */
  validate<Fields>(schema: FieldSchema<Fields>, front: Frontmatter): Fields | undefined {
    const written = front.fields ?? front.readable;
    if (!written) return undefined;
    let unsafe = 0;
    for (const [path, text, at] of strings(written, [])) {
      const fault = findUnsafeCharacters(text);
      if (fault && (unsafe += 1) <= unsafeLimit) this.addAt(fault, front, path, at);
    }
    const result = validateFields(schema, written);
    if ('fields' in result) return result.fields;
    for (const { path, at, ...fault } of result.faults)
      // A field that is there and cannot be read is not missing.
      if (!front.unread?.has(String(path[0]))) this.addAt(fault, front, path, at);
    if (result.more > 0)
      this.add({
        name: 'more-problems',
        message: `${result.more} more ${result.more === 1 ? 'problem of this file is' : 'problems of this file are'} not listed`,
        hint: 'correct these first',
      });
    return result.readable;
  }
}

/** Keeps a problem readable, however long the text is that it quotes. */
const shortenLong = (text: string): string => (text.length > 1200 ? `${text.slice(0, 1200)} …` : text);

function* strings(
  value: unknown,
  path: readonly (string | number)[],
): Generator<[path: readonly (string | number)[], text: string, at?: 'key']> {
  if (typeof value === 'string') {
    // Most text is printable ASCII, which has no invisible characters.
    if (/[^\n\x20-\x7e]/.test(value)) yield [path, value];
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* strings(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      // The names of an institute's own fields are shown.
      if (/[^\n\x20-\x7e]/.test(key)) yield [[...path, key], key, 'key'];
      yield* strings(item, [...path, key]);
    }
  }
}

/** Text of a content file without invisible characters; undefined, with a problem in the report, where the bytes are too many or not UTF-8. */
export function decodeText(bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.byteLength > sizeLimit) {
    report.add({
      name: 'file-too-large',
      message: `the file has ${(bytes.byteLength / 1e6).toFixed(1)} MB, and may have ${sizeLimit / 1e6} MB`,
      hint: 'keep metadata, abstract and short sections here, and link to the rest',
    });
    return undefined;
  }
  try {
    return visibleText(new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC'), report);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    report.add({
      name: 'not-utf-8',
      message: `the file is not UTF-8 text${utf16 ? ' but UTF-16' : ''}, so its letters cannot be read reliably`,
      hint: 'open it in an editor and save it with the encoding UTF-8',
    });
    return undefined;
  }
}

/** The text without invisible characters. One warning lists those that were removed. */
function visibleText(text: string, report: Report): string {
  const visible = removeInvisible(text);
  if (!visible) return text;
  const { removed, offset } = visible;
  report.add(
    {
      severity: 'warning',
      name: 'invisible-removed',
      message: `the file holds invisible characters, which are not published: ${removed}`,
      hint: 'nothing has to be done; npm run check -- --fix removes them from the file',
    },
    positionAt(text, offset),
  );
  return visible.text;
}
