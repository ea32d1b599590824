import { isMap, isNode, isScalar, isSeq, visit, type Document, type LineCounter } from 'yaml';
import { inYamlList } from '../../domain/text/in-yaml-list.ts';
import type { Fault } from '../../domain/problems/problem.ts';

/** Parsed fields, with the lines of their text. */
export interface ParsedYaml {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Faults that are reported of one file: finding their positions takes time, and the rest appears in the next run. */
export const errorLimit = 50;

/** Aliases in one file. Few files have one, and resolving each takes time that grows with the file. */
const aliasLimit = 200;

export const tooManyAliases: Fault = {
  name: 'too-many-aliases',
  message: 'the fields repeat each other through aliases (`*name`) so often that the file would grow without limit',
  hint: 'write the values out instead of using & and *',
};

export function hasManyAliases(document: Document, yaml: string): boolean {
  return (yaml.match(/\*/g)?.length ?? 0) > aliasLimit && countAliases(document) > aliasLimit;
}

function countAliases(document: Document): number {
  let count = 0;
  visit(document, {
    Alias() {
      count += 1;
    },
  });
  return count;
}

/** Keys that are repeated in one group, where one value would be lost, and keys that are groups themselves. */
export function findFaultyKeys(document: Document): { fault: Fault; offset: number }[] {
  const found: { fault: Fault; offset: number }[] = [];
  if (document.errors.length > 0) return found;
  visit(document, {
    Map(_, { items }) {
      const names = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) {
          // The library would write the group as a name, which takes longer the deeper it is nested.
          if (found.length < errorLimit) found.push({ fault: nestedKey, offset: startOf(key) });
          continue;
        }
        if (names.has(key.value) && found.length < errorLimit)
          found.push({
            fault: {
              name: 'duplicate-key',
              message: `the field \`${String(key.value)}\` is written twice, and one of the two would be lost`,
              hint: 'keep one of them',
            },
            offset: key.range?.[0] ?? 0,
          });
        names.add(key.value);
      }
    },
  });
  return found;
}

/**
 * Offset of the first bracket that is open together with more others than any author writes, and than the library can parse in
 * reasonable time.
 */
export function findTooManyBrackets(yaml: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of yaml.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > bracketLimit) return index;
  }
  return undefined;
}

/** Offset of the first list or group inside more others than any author writes; 0 where there is none. */
export function findDeepNode(document: Document): number {
  // Without recursion: the stack may be too small for this document.
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > bracketLimit) return startOf(node);
    const inner = isSeq(node) ? node.items : isMap(node) ? node.items.map(({ value }) => value) : [];
    open.push(...inner.map((item) => ({ node: item, depth: depth + 1 })).reverse());
  }
  return 0;
}

const bracketLimit = 200;

const nestedKey: Fault = {
  name: 'yaml-key',
  message: 'there is a group or a list where the name of a field should be',
  hint: 'write the name, a colon, and then the value; put a text that begins with { or [ in quotes',
};

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

/** A function that returns where a quote without an end begins; for other errors, it returns their own offset. */
export function findQuoteStarts(document: Document): (code: string, offset: number) => number {
  let quotes: readonly (readonly [start: number, end: number])[] | undefined;
  return (code, offset) => {
    if (code !== 'MISSING_CHAR') return offset;
    quotes ??= quotesOf(document);
    return quotes.findLast(([start, end]) => start < offset && end >= offset)?.[0] ?? offset;
  };
}

function quotesOf(document: Document): readonly (readonly [start: number, end: number])[] {
  const quotes: [number, number][] = [];
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range) quotes.push([range[0], range[1]]);
    },
  });
  return quotes;
}

/** Lists whose entries have no hyphens, so that their lines are read as one text. */
export function findUnmarkedLists(document: Document, yaml: string): { fault: Fault; offset: number }[] {
  if (!/^(?:keywords|topics):[ \t]*\r?\n[ \t]+[^\s-]/m.test(yaml) || !isMap(document.contents)) return [];
  return document.contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value) || value.type !== 'PLAIN' || !value.range) return [];
    if (key.value !== 'keywords' && key.value !== 'topics') return [];
    const lines = yaml
      .slice(value.range[0], value.range[1])
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return lines.length < 2 || lines.some((line) => /[,;،؛]/.test(line))
      ? []
      : [
          {
            fault: {
              name: 'list-without-hyphens',
              severity: 'warning',
              message: `the lines below \`${key.value}\` are read as one text, because none begins with a hyphen`,
              hint: `write ${key.value}: [${lines.map(inYamlList).join(', ')}]`,
            },
            offset: value.range[0],
          },
        ];
  });
}

/** Text that YAML reads as something else, so that it would not be published: `*alias`, `!tag` and `#comment`. */
export function findLostText(document: Document, yaml: string): { fault: Fault; offset: number }[] {
  const lost: { fault: Fault; offset: number }[] = [];
  if (!/[*!]|#\S|__proto__/.test(yaml) || document.errors.length > 0) return lost;
  const line = (offset: number) =>
    yaml
      .slice(offset, offset + 200)
      .split('\n', 1)[0]!
      .trim();
  const quoted = (offset: number) => `put the text in quotes: ${JSON.stringify(line(offset))}`;
  for (const { code, pos } of document.warnings.slice(0, errorLimit)) {
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
      // Zod ignores this key in maps with free keys. In a group of fields, Zod reports it.
      if (!isScalar(key) || key.value !== '__proto__' || path.length < 3) return;
      lost.push({
        fault: {
          name: 'unknown-key',
          message: '`__proto__` has a special meaning in JavaScript, and would be lost',
          hint: 'write another name',
        },
        offset: key.range?.[0] ?? 0,
      });
    },
    Scalar(_, { comment, type, range }) {
      // A comment has a space after its #; "#5" is more likely a part of the text.
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
          message: `#${comment} is read as a comment, and is not published`,
          hint: `${quoted(range[0])}; or put a space after the # of a comment`,
        },
        offset: range[0],
      });
    },
  });
  return lost;
}
