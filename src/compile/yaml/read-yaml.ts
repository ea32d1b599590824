import { fieldsLimit } from '../../domain/pages/fields-limit.ts';
import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Fault } from '../../domain/problems/problem.ts';
import type { LocatedFault, Position } from '../located-fault.ts';
import { publicationFields } from '../../schemas/publication.ts';
import { tooDeep } from './explain-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { recoverFields } from './recover-fields.ts';
import {
  errorLimit,
  findFaultyKeys,
  findLostText,
  hasManyAliases,
  findDeepNode,
  findTooManyBrackets,
  tooManyAliases,
  type ParsedYaml,
} from './yaml-faults.ts';

/** The fields of a file, each scalar as the string that the author wrote, and their positions. */
export interface Frontmatter {
  /** Undefined when the YAML is malformed. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Where `fields` is undefined: what can still be read, so that all faults of a file are found at once. */
  readonly readable?: Readonly<Record<string, unknown>>;
  /** Names of the fields that `readable` lacks because they cannot be read. */
  readonly unread?: ReadonlySet<string>;
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
  if (yaml.length > fieldsLimit) return unreadable('', { ...tooLong, position: { line: 1 + lineOffset, column: 1 } });
  const bracket = findTooManyBrackets(yaml);
  if (bracket !== undefined) {
    const before = yaml.slice(0, bracket).split('\n');
    const position = { line: before.length + lineOffset, column: before.at(-1)!.length + 1 };
    return unreadable('', { ...tooDeep, position });
  }
  const position = { line: 1 + lineOffset, column: 1 };
  let parsed = parseYaml(yaml);
  if (hasManyAliases(parsed.document, yaml)) return unreadable('', { ...tooManyAliases, position });
  const recovered =
    parsed.document.errors.length > 0 ? recoverFields(yaml, parseYaml, (word) => fieldNames.has(word)) : undefined;
  if (recovered) parsed = recovered;
  const { document, lines } = parsed;
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
  };
  const positionOf = (path: readonly (string | number)[], at: 'key' | 'value') =>
    positionAt(offsetOf(document, path, at));
  const nothing = { body: '', bodyLine: 0, positionOf };
  const errors = [...findFaultyKeys(document), ...findLostText(document, recovered?.text ?? yaml)];
  const faults = [
    ...(recovered?.faults ?? []).map(({ position: { line, column }, ...fault }) => ({
      ...fault,
      position: { line: line + lineOffset, column },
    })),
    ...errors.map(({ fault, offset }) => ({ ...fault, position: positionAt(offset) })),
  ].slice(0, errorLimit);
  if (recovered || faults.some(({ name }) => fatalFaults.has(name))) {
    const lost = document.errors.length > 0 || errors.some(({ fault }) => unreadableFaults.has(fault.name));
    const readable = lost ? undefined : readDocument(document);
    return {
      ...nothing,
      faults: firstOfEachLine(faults),
      ...(readable ? { readable, unread: recovered?.unread ?? new Set() } : {}),
    };
  }
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
    return { ...nothing, fields: toFields(document), faults };
  } catch (error) {
    if (error instanceof RangeError)
      return { ...nothing, faults: [{ ...tooDeep, position: positionAt(findDeepNode(document)) }] };
    if (!(error instanceof ReferenceError)) throw error;
    return { ...nothing, faults: [{ ...tooManyAliases, position }] };
  }
}

const toFields = (document: Document): Record<string, unknown> =>
  withoutEmpty(document.toJS({ maxAliasCount: 50 })) as Record<string, unknown>;

/** The fields of a document that has faults; undefined where it holds none, or refers to what does not exist. */
function readDocument(document: Document): Record<string, unknown> | undefined {
  if (!isMap(document.contents)) return undefined;
  try {
    return toFields(document);
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

const fieldNames: ReadonlySet<string> = new Set(publicationFields);

function parseYaml(yaml: string): ParsedYaml {
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
  return { document, lines };
}

/** Faults that the library accepts, but that leave no usable fields. */
const fatalFaults = new Set(['yaml-alias', 'duplicate-key', 'yaml-key']);
/** Faults among {@link fatalFaults} after which the other fields would be misread. */
const unreadableFaults = new Set(['yaml-alias', 'yaml-key']);

const tooLong: Fault = {
  name: 'fields-too-long',
  message: `the fields have more than ${fieldsLimit.toLocaleString('en')} characters`,
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
