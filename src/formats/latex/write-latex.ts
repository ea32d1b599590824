import {
  accentCommands,
  greekLetters,
  loweredCharacters,
  mathSymbols,
  raisedCharacters,
  specialCharacters,
  textSymbols,
} from './latex-symbols.ts';
import { oneLine } from '../record/one-line.ts';

/**
 * Formats a text as one line of LaTeX that shows exactly this text: in ASCII if LaTeX has a command for a character,
 * else in UTF-8 (Persian, Chinese, emoji …). Braces are balanced, and no character of the text can end a group or start
 * a command.
 */
export function toLatex(text: string): string {
  const line = oneLine(text);
  if (!notPlain.test(line)) return ligatureInput.test(line) ? line.replace(encodable, encode) : line;
  const normal = line.normalize('NFC');
  if (combiningMark.test(normal)) return normal.replace(encodableWithMarks, encode);
  return ligatureInput.test(normal) ? normal.replace(encodable, encode) : normal.replace(notPlainRuns, encodeRun);
}

/** The fast path for most texts: only runs of special characters are encoded. */
const encodeRun = (run: string): string => encoded.get(run) ?? run.replace(encodable, encode);

function encode(match: string): string {
  const known = encoded.get(match);
  if (known !== undefined) return known;
  const made = encodeMatch(match);
  if (encoded.size < 10_000) encoded.set(match, made);
  return made;
}

function encodeMatch(match: string): string {
  const first = match[0] ?? '';
  if (raisedCharacters.has(first)) return `\\textsuperscript{${translate(match, raisedCharacters)}}`;
  if (loweredCharacters.has(first)) return `\\textsubscript{${translate(match, loweredCharacters)}}`;
  if (greekLetter.test(first)) return encodeGreek(match);
  // Without the empty group LaTeX would print a ligature: `--` as a dash, `''` as a quotation mark.
  if (ligature.test(match))
    return [...match].map((character) => commandBySymbol.get(character) ?? character).join('{}');
  return encodeLetter(match);
}

const translate = (run: string, table: ReadonlyMap<string, string>): string =>
  [...run]
    .map((character) => table.get(character))
    .join('')
    .replace(/-(?=-)/g, '-{}');

/** One or two Greek letters are symbols. A longer run, or one with accents, is a word and stays in UTF-8. */
function encodeGreek(run: string): string {
  const commands = [...run].map((letter) => greekCommands.get(letter));
  if (commands.length > 2 || commands.includes(undefined)) return run;
  return commands.map((command) => math(command ?? '')).join('');
}

/** A letter with its accents, innermost first: `ế` is `{\'{\^e}}`. */
function encodeLetter(cluster: string): string {
  const [composed = '', ...rest] = cluster.normalize('NFD');
  // Vietnamese letters with a horn have their own command, and may have more accents.
  const marks = [...rest];
  const joined = marks.length > 0 ? (composed + marks[0]).normalize('NFC') : composed;
  const ownLetter = joined.length === 1 && marks.length > 0 && commandBySymbol.has(joined);
  const base = ownLetter ? joined : composed;
  const accents = ownLetter ? marks.slice(1) : marks;
  const commands = accents.map((mark) => accentCommands.get(mark));
  if (commands.includes(undefined) || !(asciiLetter.test(base) || commandBySymbol.has(base))) return cluster;
  if (commands.length === 0) return commandBySymbol.get(base) ?? base;
  let inner = commandBySymbol.get(base)?.slice(1, -1) ?? base;
  if ((base === 'i' || base === 'j') && accents.some((mark) => !belowMarks.has(mark))) inner = `\\${base}`;
  for (const [position, command] of commands.entries())
    inner = `\\${command}${groupFor(command ?? '', inner, position)}`;
  return `{${inner}}`;
}

/** `\'e` and `\'\i` need no braces, but `\v{c}` and accents over accents do. */
const groupFor = (command: string, inner: string, depth: number): string =>
  depth === 0 && !asciiLetter.test(command) ? inner : `{${inner}}`;

const asciiLetter = /^[A-Za-z]/;
const belowMarks: ReadonlySet<string> = new Set(['\u0323', '\u0326', '\u0327', '\u0328', '\u0331']);

/** BibTeX styles convert capitals outside braces to lower case, even `\Delta` to `\delta`. */
const math = (command: string): string => (/[A-Z]/.test(command) ? `{$${command}$}` : `$${command}$`);

const greekCommands: ReadonlyMap<string, string> = new Map(greekLetters);
const commandBySymbol: ReadonlyMap<string, string> = new Map([
  ...specialCharacters,
  ...textSymbols,
  ...mathSymbols.map(([character, command]) => [character, math(command)] as const),
]);

/** Cache of encoded matches, because texts repeat the same characters. */
const encoded = new Map<string, string>(commandBySymbol);

const combiningMark = /[\u0300-\u036f]/;
const notPlain = /[#$%&_{}\\~^<>|\x7f-\uffff]/;
const notPlainRuns = /[#$%&_{}\\~^<>|\x7f-\uffff]+/g;
/** Adjacent characters that LaTeX prints as a ligature. */
const ligatureInput = /[-‐-―]{2}|''|``|[!?]`|,,/;
const greekLetter = /[\u0370-\u03ff\u1f00-\u1fff]/;
const ligature = /^(?:[-‐‑‒–—―]{2,}|'{2,}|`{2,}|[!?]`+|,{2,})$/;
const classOf = (characters: Iterable<string>): string =>
  [...characters].map((character) => character.replace(/[\\\]^-]/g, '\\$&')).join('');

/** Everything that {@link encode} can encode; at each position the longest match comes first. */
const patterns = [
  `[${classOf(raisedCharacters.keys())}]+`,
  `[${classOf(loweredCharacters.keys())}]+`,
  '[\\u0370-\\u03ff\\u1f00-\\u1fff][\\u0370-\\u03ff\\u1f00-\\u1fff\\u0300-\\u036f]*',
  '[-‐‑‒–—―]{2,}',
  "'{2,}",
  '`{2,}',
  '[!?]`+',
  ',{2,}',
  '[\\u00c0-\\u024f\\u1e00-\\u1eff]',
  `[${classOf(commandBySymbol.keys())}]`,
];
const encodable = new RegExp(patterns.join('|'), 'g');
/** Slower, because it matches every letter. Only for texts in which NFC leaves combining marks. */
const encodableWithMarks = new RegExp(
  ['[A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff][\\u0300-\\u036f]+', ...patterns].join('|'),
  'g',
);
