import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Fault } from '../../domain/problems/problem.ts';
import type { LocatedFault, Position } from '../located-fault.ts';
import { explainYaml, tooDeep } from './explain-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import {
  errorLimit,
  findFaultyKeys,
  findLostText,
  findQuoteStarts,
  hasManyAliases,
  isNestedTooDeeply,
  tooManyAliases,
} from './yaml-faults.ts';

/** The fields of a file, each scalar as the string that the author wrote, and their positions. */
export interface Frontmatter {
  /** Undefined when the YAML is malformed. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly faults: readonly LocatedFault[];
  readonly body: string;
  /** Number of lines before the body. */
  readonly bodyLine: number;
  /** Position of a field; of the nearest field around it where there is none at the path. */
  readonly positionOf: (path: readonly (string | number)[], at: 'key' | 'value') => Position;
}

/** A whole file of YAML, or the part of a file that begins after `lineOffset` lines. */
export function readYaml(yaml: string, lineOffset = 0): Frontmatter {
  const fields = readPlainYaml(yaml);
  if (!fields) return readAnyYaml(yaml, lineOffset);
  let whole: Frontmatter | undefined;
  return {
    fields,
    faults: [],
    body: '',
    bodyLine: 0,
    positionOf: (path, at) => (whole ??= readAnyYaml(yaml, lineOffset)).positionOf(path, at),
  };
}

/** Parses without stack traces: most of the time of an error goes into its trace, which is not used. */
function parseWithoutTraces(...parameters: Parameters<typeof parseDocument>): Document {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(...parameters);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function readAnyYaml(yaml: string, lineOffset: number): Frontmatter {
  if (yaml.length > lengthLimit) return unreadable('', { ...tooLong, position: { line: 1 + lineOffset, column: 1 } });
  if (isNestedTooDeeply(yaml)) return unreadable('', { ...tooDeep, position: { line: 1 + lineOffset, column: 1 } });
  const lines = new LineCounter();
  const document = parseWithoutTraces(yaml, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    keepSourceTokens: false,
    // The library compares each key with all keys before it; `findFaultyKeys` finds repeated keys in one pass.
    uniqueKeys: false,
  });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
  };
  const positionOf = (path: readonly (string | number)[], at: 'key' | 'value') =>
    positionAt(offsetOf(document, path, at));
  const nothing = { body: '', bodyLine: 0, positionOf };
  const position = { line: 1 + lineOffset, column: 1 };
  if (hasManyAliases(document, yaml)) return { ...nothing, faults: [{ ...tooManyAliases, position }] };
  const quoteStart = findQuoteStarts(document);
  const errors = [
    ...document.errors.slice(0, errorLimit).map(({ code, message, pos: [offset] }) => ({
      fault: explainYaml(code, message, yaml, offset),
      offset: quoteStart(code, offset),
    })),
    ...findFaultyKeys(document),
    ...findLostText(document, yaml),
  ].slice(0, errorLimit);
  const faults = errors.map(({ fault, offset }) => ({ ...fault, position: positionAt(offset) }));
  if (document.errors.length > 0 || faults.some(({ name }) => fatalFaults.has(name)))
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
          position,
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
    if (error instanceof RangeError) return { ...nothing, faults: [{ ...tooDeep, position }] };
    if (!(error instanceof ReferenceError)) throw error;
    return { ...nothing, faults: [{ ...tooManyAliases, position }] };
  }
}

/** Faults that the library accepts, but that leave no usable fields. */
const fatalFaults = new Set(['yaml-alias', 'duplicate-key', 'yaml-key']);

/** Characters. The fields of a paper with 3,000 authors and their affiliations have some 500,000. */
const lengthLimit = 1_000_000;

const tooLong: Fault = {
  name: 'fields-too-long',
  message: `the fields have more than ${lengthLimit.toLocaleString('en')} characters`,
  hint: 'keep what belongs to the publication, and put long texts into the body',
};

/** The result for a text without readable fields. */
export const unreadable = (body: string, fault: LocatedFault): Frontmatter => ({
  faults: [fault],
  body,
  bodyLine: 0,
  positionOf: () => fault.position,
});

/** A value without its empty parts, such as `volume:` with nothing after it; undefined where nothing is left. */
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

/** The first fault of each line: one mistake often causes several errors on its line. */
function firstOfEachLine<T extends { readonly position: Position }>(faults: readonly T[]): T[] {
  const lines = new Set<number>();
  return faults.filter(({ position: { line } }) => !lines.has(line) && lines.add(line));
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
