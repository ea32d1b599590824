import { isMap, isScalar, parseDocument, type Pair } from 'yaml';
import { isSameValue } from './same-value.ts';
import { fieldOrder, type Draft, type DraftValue } from './draft.ts';
import type { ExistingPublication } from './existing.ts';
import { writeField } from './write-mdx.ts';

export interface Filling {
  readonly text: string;
  /** Fields that were empty, or that `update` names, and hold a value now. */
  readonly filled: readonly string[];
  /** Fields that say something else than the source; they were left as they are. */
  readonly different: readonly { readonly field: string; readonly file: string; readonly source: string }[];
}

/**
 * The file with its empty fields filled from the draft. Everything else, its comments and the order of its keys too,
 * stays byte for byte: text is put in where a field belongs, and nothing is written anew.
 */
export function fillFile(existing: ExistingPublication, draft: Draft, update: ReadonlySet<string>): Filling {
  const filled: string[] = [];
  const different: { field: string; file: string; source: string }[] = [];
  let text = existing.text;
  for (const name of fieldOrder) {
    const value = draft.fields[name];
    if (value === undefined || name === 'added' || name === 'draft') continue;
    const own = existing.fields[name];
    if (isEmpty(own)) {
      // What is the default when it is left out is not put in.
      if (isDefault(name, value)) continue;
      // Where the title of a journal or a book stands is decided in the file.
      if (
        (name === 'journal' && !isEmpty(existing.fields['container'])) ||
        (name === 'container' && !isEmpty(existing.fields['journal']))
      )
        continue;
      // An article number beside pages, and addresses beside a DOI, say nothing new.
      if (name === 'citekey') continue;
      text = putField(text, name, value);
      filled.push(name);
    } else if (!isSameValue(name, own, value)) {
      if (update.has(name)) {
        text = putField(text, name, value);
        filled.push(name);
      } else different.push({ field: name, file: shown(own), source: shown(value) });
    }
  }
  if (draft.body !== '') {
    const own = existing.body.trim();
    if (own === '' || (update.has('abstract') && own !== draft.body.trim())) {
      text = `${text.slice(0, text.length - existing.body.length).trimEnd()}\n\n${draft.body}\n`;
      filled.push('abstract');
    } else if (plainWords(own) !== plainWords(draft.body) && !plainWords(own).includes(plainWords(draft.body)))
      different.push({ field: 'abstract', file: shown(own), source: shown(draft.body) });
  }
  if (text !== existing.text && !isWhole(existing, text, filled)) {
    // Such as fields in the form `{ title: … }`, where no line can be put in.
    const said = filled.map((field) => ({
      field,
      file: '(cannot be put into the fields as they are written)',
      source: shown(draft.fields[field] ?? draft.body),
    }));
    return { text: existing.text, filled: [], different: [...different, ...said] };
  }
  return { text, filled, different };
}

/** The new file can be read, and every field that was not filled says what it said. */
function isWhole(existing: ExistingPublication, text: string, filled: readonly string[]): boolean {
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1];
  if (yaml === undefined) return false;
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return false;
  const fields = document.toJS() as Readonly<Record<string, unknown>>;
  return Object.entries(existing.fields).every(([name, value]) => filled.includes(name) || isKept(value, fields[name]));
}

/** Empty values inside are left out where the file was read. */
const isKept = (before: unknown, after: unknown): boolean =>
  typeof before === 'string'
    ? before === after
    : Object.keys(before ?? {}).every((key) =>
        isKept((before as Record<string, unknown>)[key], (after as Record<string, unknown> | undefined)?.[key]),
      );

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const isDefault = (name: string, value: DraftValue): boolean => name === 'type' && value === 'article';

/** Letters and digits alone: how an abstract is set makes no difference. */
const plainWords = (markdown: string): string =>
  markdown
    .replace(/&#\d+;/g, (code) => String.fromCharCode(Number(code.slice(2, -1))))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
};

/** Puts a field in: in place of its empty or old value, else behind the last key that goes before it. */
function putField(file: string, name: string, value: DraftValue): string {
  const opening = /^---[ \t]*\r?\n/.exec(file)?.[0].length ?? 0;
  const closing = /^---[ \t]*$/m.exec(file.slice(opening))?.index ?? 0;
  const yaml = file.slice(opening, opening + closing);
  const document = parseDocument(yaml, { schema: 'failsafe', keepSourceTokens: true, logLevel: 'silent' });
  const newline = /\r\n/.test(yaml) ? '\r\n' : '\n';
  const lines = writeField(name, value).replace(/\n/g, newline);
  if (!isMap(document.contents)) return file.slice(0, opening) + lines + file.slice(opening);
  const items = document.contents.items as readonly Pair[];
  const own = items.find((pair) => keyOf(pair) === name);
  const replace = (start: number, end: number, text: string): string =>
    file.slice(0, opening + start) + text + file.slice(opening + end);
  if (own) {
    const [start, end] = [keyStart(own), valueEnd(own, yaml)];
    // A remark behind the value on the same line stays there when the new value is one line.
    const rest = /^[ \t]+#[^\n\r]*/.exec(yaml.slice(end))?.[0] ?? '';
    const single = lines.indexOf('\n') === lines.length - 1;
    const body = lines.replace(/\r?\n$/, '');
    return single
      ? replace(start, end, body)
      : replace(start, end + rest.length, rest === '' ? body : body.replace(/\r?\n/, `${rest}${newline}`));
  }
  const order = fieldOrder.indexOf(name as (typeof fieldOrder)[number]);
  const before = [...items].reverse().find((pair) => {
    const at = fieldOrder.indexOf(keyOf(pair) as (typeof fieldOrder)[number]);
    return at >= 0 && at < order;
  });
  if (!before) return replace(0, 0, lines);
  const end = valueEnd(before, yaml);
  const lineEnd = yaml.indexOf('\n', end);
  return lineEnd < 0 ? replace(yaml.length, yaml.length, newline + lines) : replace(lineEnd + 1, lineEnd + 1, lines);
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

const keyStart = (pair: Pair): number => (isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);

/** End of the value, without the white space and the line break behind it. */
function valueEnd(pair: Pair, yaml: string): number {
  const key = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
  const range = (pair.value as { range?: readonly [number, number, number] | null } | null)?.range;
  const colon = yaml.indexOf(':', key) + 1;
  const end = range && range[1] > colon ? range[1] : colon;
  return colon + yaml.slice(colon, end).trimEnd().length;
}
