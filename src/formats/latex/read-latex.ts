import { richTextToPlain, richTextToSource, type RichNode, type RichText } from '../../domain/text/rich-text.ts';
import { accented, latexAccents } from './latex-accents.ts';
import { emptyCommands, enclosingCommands, markupCommands, plainCommands, textCommands } from './latex-commands.ts';
import { formulaSymbols, readFormula } from './latex-formula.ts';

/**
 * Parses LaTeX source into rich text. Unknown commands are kept as written, and listed in `unknown`.
 *
 * Not by Citation.js, which turns `\foo{x}` into `\foox` without a message, and formulas into plain letters.
 */
export function readLatex(source: string): { readonly text: RichText; readonly unknown: readonly string[] } {
  plain.lastIndex = 0;
  if (source !== '' && plain.exec(source)?.[0] === source) return { text: [source.normalize('NFC')], unknown: [] };
  const reader: Reader = { source: removeComments(source), at: 0, depth: 0, unclosedMath: false, unknown: [] };
  const nodes: RichNode[] = [];
  while (reader.at < reader.source.length) {
    // Skip a closing brace without an opening one.
    if (reader.source[reader.at] === '}') reader.at += 1;
    else for (const node of readUntilClose(reader)) nodes.push(node);
  }
  return { text: normalizeNodes(nodes), unknown: reader.unknown };
}

/** Removes comments: from `%` up to the first text of the next line. */
function removeComments(source: string): string {
  if (!source.includes('%')) return source;
  const lines = source.split('\n');
  let text = '';
  let cut = false;
  for (const [index, line] of lines.entries()) {
    const own: string = cut ? line.trimStart() : line;
    const last = index === lines.length - 1;
    if (cut && own === '' && !last) continue;
    const comment: number = last ? -1 : own.search(/(?<!\\)%/);
    cut = comment >= 0;
    text += cut ? own.slice(0, comment) : last ? own : `${own}\n`;
  }
  return text;
}

/** Parses LaTeX source into plain text. */
export const latexToPlain = (source: string): string => richTextToPlain(readLatex(source).text).trim();

/** Converts LaTeX source to a text of content, with `<i> <b> <sub> <sup>` and `$…$`. */
export const latexToContent = (source: string): string => richTextToSource(readLatex(source).text);

function readUntilClose(reader: Reader): RichNode[] {
  const nodes: RichNode[] = [];
  while (reader.at < reader.source.length && reader.source[reader.at] !== '}') {
    const node = readToken(reader);
    if (node === switchItalic || node === switchBold) {
      // `\it` is in effect until the end of the group.
      nodes.push({ tag: node === switchItalic ? 'i' : 'b', children: normalizeNodes(readUntilClose(reader)) });
      return nodes;
    }
    // One by one, because a call with spread arguments fails for a hundred thousand nodes.
    for (const one of Array.isArray(node) ? (node as RichNode[]) : [node as RichNode]) nodes.push(one);
  }
  return nodes;
}

function readToken(reader: Reader): RichNode | readonly RichNode[] {
  const { source } = reader;
  const character = source[reader.at] ?? '';
  if (character === '{') return readGroup(reader);
  if (character === '$') return readMath(reader);
  if (character === '\\') return readCommand(reader);
  plain.lastIndex = ligature.lastIndex = reader.at;
  const run = plain.exec(source)?.[0];
  const joined = run === undefined ? ligature.exec(source)?.[0] : undefined;
  reader.at += (run ?? joined ?? character).length;
  return run ?? (joined === undefined ? character : (ligatures.get(joined) ?? ' '));
}

/** Text up to the next character with a meaning in LaTeX. */
const plain = /(?:[^\\{}$~'`,!?\s-]+|,(?!,)|'(?!')|`(?!`)|[!?](?!`)|-(?!-)| (?!\s))+/y;
const ligature = /---|--|''|``|[!?]`|,,|~|\s+/y;

/** Limit of nested groups. It limits the time, because each level reads all text inside. */
const maxDepth = 100;

function readGroup(reader: Reader): readonly RichNode[] {
  reader.at += 1;
  if (reader.depth >= maxDepth) return [];
  reader.depth += 1;
  const nodes = readUntilClose(reader);
  reader.depth -= 1;
  reader.at += 1;
  return nodes;
}

/** The argument of a command: a group, a command, or the next character. */
function readArgument(reader: Reader): readonly RichNode[] {
  while (/\s/.test(reader.source[reader.at] ?? '')) reader.at += 1;
  const character = reader.source[reader.at] ?? '';
  if (character === '{') return readGroup(reader);
  if (character === '\\') {
    const node = readCommand(reader);
    return Array.isArray(node) ? (node as readonly RichNode[]) : [node as RichNode];
  }
  if (character === '}' || character === '') return [];
  const [letter = ''] = [...reader.source.slice(reader.at, reader.at + 2)];
  reader.at += letter.length;
  return [letter];
}

/** The source of a group, without its braces. */
function readRaw(reader: Reader): string {
  if (reader.source[reader.at] !== '{') return '';
  const start = reader.at + 1;
  let depth = 0;
  for (; reader.at < reader.source.length; reader.at += 1) {
    const character = reader.source[reader.at];
    if (character === '\\') reader.at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) === 0) break;
  }
  reader.at += 1;
  return reader.source.slice(start, reader.at - 1);
}

/** A formula between dollar signs. */
function readMath(reader: Reader): RichNode | readonly RichNode[] {
  const double = reader.source.startsWith('$$', reader.at);
  const open = double ? 2 : 1;
  let end = reader.at + open;
  while (end < reader.source.length && reader.source[end] !== '$') end += reader.source[end] === '\\' ? 2 : 1;
  const formula = reader.source.slice(reader.at + open, end);
  if (end >= reader.source.length) {
    // An unpaired dollar sign is text.
    reader.at += 1;
    return '$';
  }
  reader.at = end + open;
  return readFormula(formula);
}

function readCommand(reader: Reader): RichNode | readonly RichNode[] {
  const command = /\\(?:([A-Za-z]+)\*?[ \t\n]*|([\s\S]))/y;
  command.lastIndex = reader.at;
  const [whole = '\\', word, symbol] = command.exec(reader.source) ?? [];
  reader.at += whole.length;
  const name = word ?? symbol ?? '';
  const mark = latexAccents.get(name);
  if (mark !== undefined && (symbol !== undefined || !isLetterCommand(reader, name)))
    return accented(readArgument(reader), mark);
  const tag = markupCommands.get(name);
  if (tag !== undefined) return { tag, children: normalizeNodes(readArgument(reader)) };
  const signs = enclosingCommands.get(name);
  if (signs !== undefined) return normalizeNodes([signs[0], ...readArgument(reader), signs[1]]);
  if (name === 'it' || name === 'em' || name === 'itshape' || name === 'sl') return switchItalic;
  if (name === 'bf' || name === 'bfseries') return switchBold;
  if (plainCommands.has(name)) return reader.source[reader.at] === '{' ? readGroup(reader) : '';
  if (name === 'url' || name === 'path') return readRaw(reader);
  if (emptyCommands.has(name)) {
    readArgument(reader);
    return '';
  }
  if (name === 'discretionary') {
    // What is printed where the line does not break there.
    const [, , unbroken] = [readArgument(reader), readArgument(reader), readArgument(reader)];
    return unbroken;
  }
  if (name === 'href') {
    const address = readRaw(reader);
    const text = richTextToPlain(normalizeNodes(readArgument(reader)));
    return text === address ? text : `${text} (${address})`;
  }
  if (name === 'begin' || name === 'end') {
    readRaw(reader);
    return '';
  }
  if (name === 'hspace' || name === 'vspace') return readRaw(reader) === '0pt' ? '\u200b' : ' ';
  if (name === 'ElsevierGlyph' || name === 'char' || name === 'symbol') {
    const number = readRaw(reader);
    const code =
      name === 'ElsevierGlyph' || number.startsWith('"') ? parseInt(number.replace(/^"/, ''), 16) : Number(number);
    if (code > 0x1f && code < 0x110000) return String.fromCodePoint(code);
  }
  if (name === 'ensuremath') return readFormula(readRaw(reader));
  if (name === '(') {
    const end = reader.unclosedMath ? -1 : reader.source.indexOf('\\)', reader.at);
    // If no formula ends after this position, none ends later: do not search again.
    reader.unclosedMath = end < 0;
    if (end >= 0) {
      const formula = reader.source.slice(reader.at, end);
      reader.at = end + 2;
      return readFormula(formula);
    }
  }
  const character = textCommands.get(name);
  if (character !== undefined) return character;
  // A mathematical symbol outside a formula. The space after it is intended.
  const formula = formulaSymbols.get(`\\${name}`);
  if (formula !== undefined) return /\s$/.test(whole) ? `${formula} ` : formula;
  if (symbol !== undefined) return symbol.trim() === '' || symbol === '\\' ? ' ' : symbol;
  reader.unknown.push(`\\${name}`);
  return `\\${name}${/\s$/.test(whole) ? ' ' : ''}`;
}

/** True for `\c`, `\b`, `\d` and so on without a letter after them: they are not accents then. */
const isLetterCommand = (reader: Reader, name: string): boolean =>
  name.length === 1 && !/^\s*(?:\{|\\|\p{L})/u.test(reader.source.slice(reader.at, reader.at + 5));

/** Joins adjacent texts, and normalises them to single spaces and NFC. */
function normalizeNodes(nodes: readonly RichNode[]): RichNode[] {
  const joined: RichNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
    else if (node !== '') joined.push(node);
  }
  return joined.map((node) =>
    typeof node === 'string' ? node.replace(/[ \t\r\n]{2,}|[\t\r\n]/g, ' ').normalize('NFC') : node,
  );
}

/** Results of commands such as `\it`, which apply to the rest of the group. */
const switchItalic: RichNode = { tag: 'i', children: [] };
const switchBold: RichNode = { tag: 'b', children: [] };

const ligatures = new Map([
  ['---', '—'],
  ['--', '–'],
  ["''", '”'],
  ['``', '“'],
  ['!`', '¡'],
  ['?`', '¿'],
  [',,', '„'],
  ['~', '\u00a0'],
]);

interface Reader {
  readonly source: string;
  at: number;
  /** Number of open groups. */
  depth: number;
  unclosedMath: boolean;
  readonly unknown: string[];
}
