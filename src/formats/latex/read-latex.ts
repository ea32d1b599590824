import { richTextToPlain, richTextToSource, type RichNode, type RichText } from '../../domain/text/rich-text.ts';
import { accented, latexAccents } from './latex-accents.ts';
import { markupCommands, plainCommands, textCommands } from './latex-commands.ts';
import { formulaSymbols, readFormula } from './latex-formula.ts';

/** Text of LaTeX source, with its markup and formulas; commands that are not known stay as they are written. */
export function readLatex(source: string): { readonly text: RichText; readonly unknown: readonly string[] } {
  const reader: Reader = { source: removeComments(source), at: 0, depth: 0, unclosedMath: false, unknown: [] };
  const nodes: RichNode[] = [];
  while (reader.at < reader.source.length) {
    // A brace that closes nothing is no sign of the text.
    if (reader.source[reader.at] === '}') reader.at += 1;
    else for (const node of readUntilClose(reader)) nodes.push(node);
  }
  return { text: normalizeNodes(nodes), unknown: reader.unknown };
}

/** `%` begins a remark, which ends where the text of the next line begins. */
function removeComments(source: string): string {
  if (!source.includes('%')) return source;
  const lines = source.split('\n');
  let text = '';
  let cut = false;
  for (const [index, line] of lines.entries()) {
    const own: string = cut ? line.trimStart() : line;
    const last = index === lines.length - 1;
    if (cut && own === '' && !last) continue;
    const remark: number = last ? -1 : own.search(/(?<!\\)%/);
    cut = remark >= 0;
    text += cut ? own.slice(0, remark) : last ? own : `${own}\n`;
  }
  return text;
}

/** The text without markup. */
export const latexToPlain = (source: string): string => richTextToPlain(readLatex(source).text).trim();

/** The text as an author writes it in content: `<i> <b> <sub> <sup>` and `$…$`. */
export const latexToContent = (source: string): string => richTextToSource(readLatex(source).text);

function readUntilClose(reader: Reader): RichNode[] {
  const nodes: RichNode[] = [];
  while (reader.at < reader.source.length && reader.source[reader.at] !== '}') {
    const node = readToken(reader);
    if (node === switchItalic || node === switchBold) {
      // `\it` holds until the group ends.
      nodes.push({ tag: node === switchItalic ? 'i' : 'b', children: normalizeNodes(readUntilClose(reader)) });
      return nodes;
    }
    // Not spread into one call, which has room for some hundred thousand.
    for (const one of Array.isArray(node) ? (node as RichNode[]) : [node as RichNode]) nodes.push(one);
  }
  return nodes;
}

function readToken(reader: Reader): RichNode | readonly RichNode[] {
  const { source } = reader;
  const sign = source[reader.at] ?? '';
  if (sign === '{') return readGroup(reader);
  if (sign === '$') return readMath(reader);
  if (sign === '\\') return readCommand(reader);
  plain.lastIndex = ligature.lastIndex = reader.at;
  const run = plain.exec(source)?.[0];
  const joined = run === undefined ? ligature.exec(source)?.[0] : undefined;
  reader.at += (run ?? joined ?? sign).length;
  return run ?? (joined === undefined ? sign : (ligatures.get(joined) ?? ' '));
}

/** Text up to the next sign that LaTeX reads otherwise than it is written. */
const plain = /(?:[^\\{}$~'`,!?\s-]|,(?!,)|'(?!')|`(?!`)|[!?](?!`)|-(?!-)| (?!\s))+/y;
const ligature = /---|--|''|``|[!?]`|,,|~|\s+/y;

/** Groups in each other; no text needs more, and each takes a look at all that is in it. */
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

/** What a command takes: a group, a command, or the next sign. */
function readArgument(reader: Reader): readonly RichNode[] {
  while (/\s/.test(reader.source[reader.at] ?? '')) reader.at += 1;
  const sign = reader.source[reader.at] ?? '';
  if (sign === '{') return readGroup(reader);
  if (sign === '\\') {
    const node = readCommand(reader);
    return Array.isArray(node) ? (node as readonly RichNode[]) : [node as RichNode];
  }
  if (sign === '}' || sign === '') return [];
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
    const sign = reader.source[reader.at];
    if (sign === '\\') reader.at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && (depth -= 1) === 0) break;
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
    // A dollar sign without a partner is one.
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
  if (name === 'it' || name === 'em' || name === 'itshape' || name === 'sl') return switchItalic;
  if (name === 'bf' || name === 'bfseries') return switchBold;
  if (plainCommands.has(name)) return reader.source[reader.at] === '{' ? readGroup(reader) : '';
  if (name === 'url' || name === 'path') return readRaw(reader);
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
    const code = parseInt(readRaw(reader).replace(/^"/, ''), 16);
    if (code > 0x1f && code < 0x110000) return String.fromCodePoint(code);
  }
  if (name === 'ensuremath') return readFormula(readRaw(reader));
  if (name === '(') {
    const end = reader.unclosedMath ? -1 : reader.source.indexOf('\\)', reader.at);
    // Where none is closed from here, none is further on.
    reader.unclosedMath = end < 0;
    if (end >= 0) {
      const formula = reader.source.slice(reader.at, end);
      reader.at = end + 2;
      return readFormula(formula);
    }
  }
  const sign = textCommands.get(name);
  if (sign !== undefined) return sign;
  // A sign of mathematics outside of a formula: the space behind it is meant as one.
  const formula = formulaSymbols.get(`\\${name}`);
  if (formula !== undefined) return /\s$/.test(whole) ? `${formula} ` : formula;
  if (symbol !== undefined) return symbol.trim() === '' || symbol === '\\' ? ' ' : symbol;
  reader.unknown.push(`\\${name}`);
  return `\\${name}${/\s$/.test(whole) ? ' ' : ''}`;
}

/** `\c` and the like are accents only before a letter; `\b` and `\d` likewise. */
const isLetterCommand = (reader: Reader, name: string): boolean =>
  name.length === 1 && !/^\s*(?:\{|\\|\p{L})/u.test(reader.source.slice(reader.at, reader.at + 5));

/** Neighbouring texts joined, one space for several, NFC. */
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

/** Marks of the switches, which say how the rest of a group is set. */
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
  /** Groups that are open. */
  depth: number;
  unclosedMath: boolean;
  readonly unknown: string[];
}
