import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Fault } from '../../domain/problems/problem.ts';
import { explainYaml, tooDeep } from './explain-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { hasManyAliases, isNested, lostText, mostErrors, openings, faultyKeys, tooManyAliases } from './yaml-faults.ts';

/** A place in a file, both 1-based; columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The fields of a file, each scalar as the string that the author wrote, and where each stands. */
export interface Frontmatter {
  /** Undefined when the YAML is malformed. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly faults: readonly (Fault & { readonly place: Place })[];
  readonly body: string;
  /** Number of lines before the body. */
  readonly bodyLine: number;
  readonly placeOf: (path: readonly (string | number)[], at: 'key' | 'value') => Place;
}

/** Frontmatter between `---` lines, and the body after it. */
export function readFrontmatter(text: string): Frontmatter {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) {
    return failure(text, {
      name: 'frontmatter-missing',
      message: 'the file does not start with a line of three hyphens, so its fields cannot be told from its text',
      hint: 'start with ---, then the fields, then --- again, then the abstract',
      place: { line: 1, column: 1 },
    });
  }
  const closing = /^---[ \t]*$/m.exec(text.slice(opening[0].length));
  if (!closing) {
    return failure(text, {
      name: 'frontmatter-unclosed',
      message: 'the fields have no line of three hyphens after them, so nobody can tell where the text begins',
      hint: 'write a line --- after the last field',
      place: { line: 1, column: 1 },
    });
  }
  const yaml = text.slice(opening[0].length, opening[0].length + closing.index);
  const body = text.slice(opening[0].length + closing.index + closing[0].length);
  return { ...readYaml(yaml, 1), body, bodyLine: countLines(text, text.length - body.length) };
}

/** A whole file of YAML, or the part of one that begins after `lineOffset` lines. */
export function readYaml(yaml: string, lineOffset = 0): Frontmatter {
  const fields = readPlainYaml(yaml);
  if (!fields) return readAnyYaml(yaml, lineOffset);
  let whole: Frontmatter | undefined;
  return {
    fields,
    faults: [],
    body: '',
    bodyLine: 0,
    placeOf: (path, at) => (whole ??= readAnyYaml(yaml, lineOffset)).placeOf(path, at),
  };
}

/** An error of the library takes longest to note where it stands in the program, which nobody reads. */
function parseQuickly(...parameters: Parameters<typeof parseDocument>): Document {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(...parameters);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function readAnyYaml(yaml: string, lineOffset: number): Frontmatter {
  if (yaml.length > longest) return failure('', { ...tooLong, place: { line: 1 + lineOffset, column: 1 } });
  if (isNested(yaml)) return failure('', { ...tooDeep, place: { line: 1 + lineOffset, column: 1 } });
  const lines = new LineCounter();
  const document = parseQuickly(yaml, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    keepSourceTokens: false,
    // The library compares each key with all before it; `faultyKeys` finds the same in one pass.
    uniqueKeys: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
  };
  const placeOf = (path: readonly (string | number)[], at: 'key' | 'value') => placeAt(offsetOf(document, path, at));
  const nothing = { body: '', bodyLine: 0, placeOf };
  const place = { line: 1 + lineOffset, column: 1 };
  if (hasManyAliases(document, yaml)) return { ...nothing, faults: [{ ...tooManyAliases, place }] };
  const opening = openings(document);
  const errors = [
    ...document.errors.slice(0, mostErrors).map(({ code, message, pos: [offset] }) => ({
      fault: explainYaml(code, message, yaml, offset),
      offset: opening(code, offset),
    })),
    ...faultyKeys(document),
    ...lostText(document, yaml),
  ].slice(0, mostErrors);
  const faults = errors.map(({ fault, offset }) => ({ ...fault, place: placeAt(offset) }));
  if (document.errors.length > 0 || faults.some(({ name }) => fatal.has(name)))
    return { ...nothing, faults: firstOfEachLine(faults) };
  if (document.contents === null) return { ...nothing, fields: {}, faults };
  if (!isMap(document.contents)) {
    return {
      ...nothing,
      faults: [
        {
          name: 'fields-malformed',
          message: 'the fields are not written as `name: value`',
          hint: 'write each field on a line of its own, such as title: "…"',
          place,
        },
      ],
    };
  }
  try {
    return {
      ...nothing,
      fields: withoutEmpty(document.toJS({ maxAliasCount: 50 })) as Record<string, unknown>,
      faults,
    };
  } catch (error) {
    if (error instanceof RangeError) return { ...nothing, faults: [{ ...tooDeep, place }] };
    if (!(error instanceof ReferenceError)) throw error;
    return { ...nothing, faults: [{ ...tooManyAliases, place }] };
  }
}

/** Faults that are no errors to the library, and leave no fields that could be read. */
const fatal = new Set(['yaml-alias', 'duplicate-key', 'yaml-key']);

/** Characters; the fields of a paper with 3,000 authors and their affiliations have some 500,000. */
const longest = 1_000_000;

const tooLong: Fault = {
  name: 'fields-too-long',
  message: `the fields have more than ${longest.toLocaleString('en')} characters`,
  hint: 'keep what belongs to the publication, and put long texts into the body',
};

const failure = (body: string, fault: Fault & { place: Place }): Frontmatter => ({
  faults: [fault],
  body,
  bodyLine: 0,
  placeOf: () => fault.place,
});

/** `volume:` with nothing after it says nothing; so does a map or list of nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined);
  if (value instanceof Map || typeof value !== 'object' || value === null)
    return value === '' || value === null ? undefined : value;
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const filled = withoutEmpty(item);
    if (filled !== undefined)
      Object.defineProperty(kept, key, { value: filled, enumerable: true, writable: true, configurable: true });
  }
  return kept;
}

/** One slip makes several errors of the same line; the first says enough. */
function firstOfEachLine<T extends { readonly place: Place }>(faults: readonly T[]): T[] {
  const lines = new Set<number>();
  return faults.filter(({ place: { line } }) => !lines.has(line) && lines.add(line));
}

function offsetOf(document: Document, path: readonly (string | number)[], at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [index, part] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(part));
      if (!pair) return offset;
      const key = (pair.key as Node).range?.[0] ?? offset;
      const value = pair.value as Node | null;
      offset = index === path.length - 1 && at === 'key' ? key : (value?.range?.[0] ?? key);
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined;
      offset = item?.range?.[0] ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}

export const countLines = (text: string, end: number): number => {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1 && index < end; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
};
