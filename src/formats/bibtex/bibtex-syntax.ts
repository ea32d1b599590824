import type { ForeignProblem } from '../record/foreign-record.ts';
import { shortMonthNames } from '../../domain/dates/month-names.ts';

/** An entry of a BibTeX file. Values are LaTeX source, with strings replaced and parts joined. */
export interface BibtexEntry {
  readonly line: number;
  /** In lower case, such as `article`. */
  readonly type: string;
  readonly key: string;
  readonly fields: readonly BibtexField[];
}

export interface BibtexField {
  /** In lower case. */
  readonly name: string;
  readonly source: string;
  readonly line: number;
}

/**
 * Parses BibTeX by the grammar of btparse: entries in braces or parentheses; values in braces, in quotation marks or
 * bare, joined by `#`; text between entries is a comment. A malformed entry is skipped and reported, and parsing
 * continues at the next line that begins an entry.
 */
export function readBibtex(text: string): {
  readonly entries: readonly BibtexEntry[];
  readonly problems: readonly ForeignProblem[];
} {
  const reader: Reader = { text, at: 0, lines: [0], strings: new Map(monthStrings), problems: [] };
  const entries: BibtexEntry[] = [];
  for (let start = findEntry(text, 0); start >= 0; start = findEntry(text, reader.at)) {
    reader.at = start;
    try {
      const entry = readEntry(reader);
      if (entry) entries.push(entry);
    } catch (error) {
      if (!(error instanceof BibtexError)) throw error;
      reader.problems.push({
        severity: 'error',
        name: 'entry-malformed',
        line: lineAt(reader, start),
        message: `this entry cannot be read, and was skipped: ${error.message}`,
        hint: `look at line ${lineAt(reader, error.at)}, where reading stopped`,
      });
      const next = /^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/gim;
      next.lastIndex = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
      reader.at = next.exec(text)?.index ?? text.length;
    }
  }
  return { entries, problems: reader.problems };
}

/** Position of the next `@` that begins an entry and is not part of a mail address; -1 if there is none. */
function findEntry(text: string, from: number): number {
  const start = /(?<![\w.])@[ \t\r\n]*[a-z][\w-]*[ \t\r\n]*[{(]/gi;
  start.lastIndex = from;
  return start.exec(text)?.index ?? -1;
}

function readEntry(reader: Reader): BibtexEntry | undefined {
  const { text } = reader;
  const line = lineAt(reader, reader.at);
  const [whole, type = '', opening = ''] = /@\s*([\w-]+)\s*([{(])/y.exec(text.slice(reader.at, reader.at + 200)) ?? [
    '',
  ];
  const kind = type.toLowerCase();
  if (kind === 'comment') {
    reader.at += whole.length;
    skipGroup(reader, opening);
    return undefined;
  }
  if (kind === 'preamble') {
    reader.at += whole.length;
    skipGroup(reader, opening);
    return undefined;
  }
  reader.at += whole.length;
  const closing = opening === '{' ? '}' : ')';
  if (kind === 'string') {
    const { name, source } = readField(reader);
    reader.strings.set(name, source);
    skipSpace(reader);
    if (text[reader.at] === ',') reader.at += 1;
    expect(reader, closing);
    return undefined;
  }
  skipSpace(reader);
  const [key = ''] = keyPattern.exec(text.slice(reader.at, reader.at + 1000)) ?? [''];
  const keyed = !/^\s*=/.test(text.slice(reader.at + key.length, reader.at + key.length + 20));
  if (keyed) reader.at += key.length;
  const fields: BibtexField[] = [];
  for (;;) {
    skipSpace(reader);
    while (text[reader.at] === ',') {
      reader.at += 1;
      skipSpace(reader);
    }
    if (text[reader.at] === closing || ((text[reader.at] === '}' || text[reader.at] === ')') && fields.length > 0))
      break;
    fields.push(readField(reader));
  }
  reader.at += 1;
  return { line, type: kind, key: keyed ? key.trimEnd() : '', fields };
}

/** A key ends at the comma. Databases write spaces, accents, quotation marks and braces in it. */
const keyPattern = /^(?:(?:[^,\n={}]|\{[^{}\n]*\})+(?=,)|[^\s,{}()="]*)/;

function readField(reader: Reader): BibtexField {
  skipSpace(reader);
  const line = lineAt(reader, reader.at);
  const name = /[^\s={}(),"#%][^={}(),"#%\n]*/y.exec(reader.text.slice(reader.at, reader.at + 300))?.[0].trimEnd();
  const behind = reader.at + (name?.length ?? 0);
  const equals = /\s*=/y.exec(reader.text.slice(behind, behind + 300))?.[0];
  if (name === undefined || equals === undefined)
    throw new BibtexError('a field needs a name and the sign =', reader.at);
  reader.at = behind + equals.length;
  const parts = [readPart(reader)];
  for (;;) {
    skipSpace(reader);
    if (reader.text[reader.at] !== '#') break;
    reader.at += 1;
    parts.push(readPart(reader));
  }
  return { name: name.toLowerCase(), source: parts.join(''), line };
}

function readPart(reader: Reader): string {
  skipSpace(reader);
  const { text, at } = reader;
  if (text[at] === '{') {
    reader.at += 1;
    skipGroup(reader, '{');
    return text.slice(at + 1, reader.at - 1);
  }
  if (text[at] === '"') {
    for (let depth = 0, index = at + 1; index < text.length; index += 1) {
      const character = text[index];
      if (character === '\\') index += 1;
      else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      else if (character === '"' && depth <= 0) {
        reader.at = index + 1;
        return text.slice(at + 1, index);
      }
    }
    throw new BibtexError('a quotation mark is never closed', at);
  }
  const [word = ''] = /[^\s,{}()#"=%]+/y.exec(text.slice(at, at + 300)) ?? [''];
  if (word === '') throw new BibtexError('a value is missing after =', at);
  reader.at += word.length;
  if (/^\d+$/.test(word)) return word;
  const known = reader.strings.get(word.toLowerCase());
  if (known === undefined && !/^[\d:./–-]+$/.test(word))
    reader.problems.push({
      severity: 'warning',
      name: 'unknown-string',
      line: lineAt(reader, at),
      message: `${word} has no braces, and no @string before it has that name; the word itself was used`,
      hint: `write {${word}}, or define it with @string`,
    });
  return known ?? word;
}

/** Moves the reader after the closing character of a group whose opening character was just read. */
function skipGroup(reader: Reader, opening: string): void {
  const { text, at } = reader;
  const closing = opening === '{' ? '}' : ')';
  for (let depth = 0, index = at; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === closing && depth === 0) {
      reader.at = index + 1;
      return;
    } else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
  }
  throw new BibtexError(`a ${opening} is never closed`, at);
}

function skipSpace(reader: Reader): void {
  const space = /(?:\s+|%[^\n]*(?:\n|$))*/y;
  space.lastIndex = reader.at;
  reader.at += space.exec(reader.text)?.[0].length ?? 0;
}

function expect(reader: Reader, character: string): void {
  skipSpace(reader);
  if (reader.text[reader.at] !== character)
    throw new BibtexError(
      reader.at >= reader.text.length ? 'the file ends in the middle of it' : `${character} is missing`,
      reader.at,
    );
  reader.at += 1;
}

/** 1-based line of an offset. The offsets of all lines are computed on first use. */
function lineAt(reader: Reader, offset: number): number {
  if (reader.lines.length === 1)
    for (const { index } of reader.text.matchAll(/\r\n|\r|\n/g)) reader.lines.push(index + 1);
  let low = 0;
  let high = reader.lines.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((reader.lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

class BibtexError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Reader {
  readonly text: string;
  at: number;
  readonly lines: number[];
  readonly strings: Map<string, string>;
  readonly problems: ForeignProblem[];
}

const monthStrings = shortMonthNames.map((name) => [name.toLowerCase(), name.toLowerCase()] as const);
