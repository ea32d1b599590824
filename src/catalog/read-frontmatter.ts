import { LineCounter, parseDocument, isMap, isScalar, isSeq, visit, type Document, type Node } from 'yaml';
import type { Fault } from '../domain/problem.ts';
import { explainYaml, tooDeep } from './explain-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

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

function readAnyYaml(yaml: string, lineOffset: number): Frontmatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    keepSourceTokens: false,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
  };
  const placeOf = (path: readonly (string | number)[], at: 'key' | 'value') => placeAt(offsetOf(document, path, at));
  const nothing = { body: '', bodyLine: 0, placeOf };
  const errors = [
    ...document.errors.map(({ code, message, pos: [offset] }) => ({
      fault: explainYaml(code, message, yaml, offset),
      offset: opening(document, code, offset),
    })),
    ...lostText(document, yaml),
  ];
  const faults = errors.map(({ fault, offset }) => ({ ...fault, place: placeAt(offset) }));
  if (document.errors.length > 0 || faults.some(({ name }) => name === 'yaml-alias'))
    return { ...nothing, faults: firstOfEachLine(faults) };
  const place = { line: 1 + lineOffset, column: 1 };
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
    return {
      ...nothing,
      faults: [
        {
          name: 'too-many-aliases',
          message:
            'the fields repeat each other through aliases (`*name`) so often that the file would grow without bound',
          hint: 'write the values out instead of using & and *',
          place,
        },
      ],
    };
  }
}

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
const firstOfEachLine = <T extends { readonly place: Place }>(faults: readonly T[]): T[] =>
  faults.filter(({ place }, index) => faults.findIndex((other) => other.place.line === place.line) === index);

/** Where a quote that is never closed begins; for other errors, where they are. */
function opening(document: Document, code: string, offset: number): number {
  let start = offset;
  if (code !== 'MISSING_CHAR') return start;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset && range[1] >= offset) start = range[0];
    },
  });
  return start;
}

/** Text that YAML takes for something else, so that it would not be published: `*alias`, `!tag` and `#comment`. */
function lostText(document: Document, yaml: string): { fault: Fault; offset: number }[] {
  const lost: { fault: Fault; offset: number }[] = [];
  if (!/[*!]|#\S|__proto__/.test(yaml) || document.errors.length > 0) return lost;
  const line = (offset: number) => yaml.slice(offset).split('\n', 1)[0]!.trim();
  const quoted = (offset: number) => `put the text in quotes: ${JSON.stringify(line(offset))}`;
  for (const { code, pos } of document.warnings) {
    if (code !== 'TAG_RESOLVE_FAILED') continue;
    lost.push({
      fault: {
        name: 'yaml-tag',
        message: `${line(pos[0]).split(/\s/, 1)[0]} is read as a tag, because a text cannot start with an exclamation mark, and would be lost`,
        hint: quoted(pos[0]),
      },
      offset: pos[0],
    });
  }
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      const offset = alias.range?.[0] ?? 0;
      lost.push({
        fault: {
          name: 'yaml-alias',
          message: `${line(offset)} is read as a reference to another field, because it starts with an asterisk`,
          hint: quoted(offset),
        },
        offset,
      });
    },
    Pair(_, { key }, path) {
      // Zod passes over this key in maps whose keys are free; a field of a group is reported there.
      if (!isScalar(key) || key.value !== '__proto__' || path.length < 3) return;
      lost.push({
        fault: {
          name: 'unknown-key',
          message: '`__proto__` means something to JavaScript, and would be lost',
          hint: 'write another name',
        },
        offset: key.range?.[0] ?? 0,
      });
    },
    Scalar(_, { comment, type, range }) {
      // A remark has a space after its sign; "#5" is more likely a part of the text.
      if (
        type !== 'PLAIN' ||
        !range ||
        !comment ||
        /^[\s#!]/.test(comment) ||
        yaml.slice(range[0], range[1]).includes('\n')
      )
        return;
      lost.push({
        fault: {
          name: 'text-lost-in-comment',
          severity: 'warning',
          message: `#${comment} is read as a remark, and is not published`,
          hint: `${quoted(range[0])}; or put a space after the # of a remark`,
        },
        offset: range[0],
      });
    },
  });
  return lost;
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
