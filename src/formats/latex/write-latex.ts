import { accentCommands, loweredCharacters, raisedCharacters } from './latex-symbols.ts';
import signForms from './sign-forms.json' with { type: 'json' };
import { oneLine } from '../record/one-line.ts';

/**
 * Formats a text as one line of LaTeX that shows exactly this text. Each sign has the form that most programs read
 * (`sign-forms.json`, written by tests/tools/signs); a sign without an entry stays as it is (Persian, Chinese, emoji …).
 * Braces are balanced, and no character of the text can end a group or start a command.
 */
export const toLatex = (text: string): string => pairedBraces(withoutReferences(encodeLine(oneLine(text))));

/**
 * Writes braces of the text as `\{` and `\}` where they are balanced: every program reads these, but they count as braces
 * of the field. Others stay commands, which few programs know.
 */
export function pairedBraces(latex: string): string {
  if (!latex.includes('{\\textbrace')) return latex;
  let depth = 0;
  for (const [, side] of latex.matchAll(textBrace)) {
    depth += side === 'left' ? 1 : -1;
    if (depth < 0) return latex;
  }
  return depth === 0 ? latex.replace(textBrace, (_, side) => (side === 'left' ? '\\{' : '\\}')) : latex;
}

const textBrace = /\{\\textbrace(left|right)\}/g;

/** Programs read `\&lt;` as `<`, because databases write such character references of HTML into their exports. */
const withoutReferences = (latex: string): string =>
  latex.includes('\\&') ? latex.replace(/\\&(?=\w{1,9};)/g, '\\&{}') : latex;

function encodeLine(line: string): string {
  if (!notPlain.test(line)) return ligatureInput.test(line) ? line.replace(encodable, encode) : line;
  const normal = line.normalize('NFC');
  if (combiningMark.test(normal)) return normal.replace(encodableWithMarks, encode);
  return ligatureInput.test(normal) ? normal.replace(encodable, encode) : normal.replace(notPlainRuns, encodeRun);
}

/**
 * The same in UTF-8, for biblatex: only signs of LaTeX's own syntax are written in another form, and every other letter and
 * sign stays as it is.
 */
export const toUnicodeLatex = (text: string): string =>
  pairedBraces(withoutReferences(oneLine(text).replace(syntax, encodeSyntax)));

const encodeSyntax = (match: string): string =>
  [...match].map((sign) => (sign > '\x7f' && !/\s/.test(sign) ? sign : (forms.get(sign) ?? sign))).join('{}');

/** How a format writes plain text as LaTeX: {@link toLatex} or {@link toUnicodeLatex}. */
export type LatexEncoder = (text: string) => string;

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
  if (raisedCharacters.has(first)) return encodeScript(match, '^', raisedCharacters);
  if (loweredCharacters.has(first)) return encodeScript(match, '_', loweredCharacters);
  if (greekLetter.test(first)) return encodeGreek(match);
  // Without the empty group LaTeX would print a ligature: `--` as a dash, `''` as a quotation mark.
  if (ligature.test(match)) return [...match].map((character) => forms.get(character) ?? character).join('{}');
  return encodeLetter(match);
}

/** `⁻³` is `$^{-3}$`. A run of which every program reads the signs stays as it is, such as `²`. */
function encodeScript(run: string, script: '^' | '_', table: ReadonlyMap<string, string>): string {
  return [...run].every((character) => forms.get(character) === character)
    ? run
    : `$${script}{${translate(run, table)}}$`;
}

const translate = (run: string, table: ReadonlyMap<string, string>): string =>
  [...run]
    .map((character) => table.get(character))
    .join('')
    .replace(/-(?=-)/g, '-{}');

/** One or two Greek letters are symbols. A longer run, or one with accents, is a word and stays in UTF-8. */
function encodeGreek(run: string): string {
  const commands = [...run].map((letter) => forms.get(letter) ?? letter);
  return commands.length > 2 || commands.some((command) => !command.includes('$')) ? run : commands.join('');
}

/** A letter with an accent that Unicode has no sign for, as in `x́`. One with more accents stays as it is. */
function encodeLetter(cluster: string): string {
  const known = forms.get(cluster);
  if (known !== undefined) return known;
  const [base = '', mark = '', ...more] = cluster;
  const command = accentCommands.get(mark);
  if (command === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base)) return cluster;
  return `{\\${command}${/^[A-Za-z]/.test(command) ? ' ' : ''}${base}}`;
}

const forms: ReadonlyMap<string, string> = new Map(
  Object.entries(signForms).map(([sign, [form = sign]]) => [sign, form] as const),
);

/** Cache of encoded matches, because texts repeat the same characters. */
const encoded = new Map<string, string>(forms);

const combiningMark = /[\u0300-\u036f]/;
const notPlain = /[#$%&_{}\\~^<>|\x7f-\uffff]/;
const notPlainRuns = /[#$%&_{}\\~^<>|\x7f-\uffff]+/g;
/** Adjacent characters that LaTeX prints as a ligature. */
const ligatureInput = /[-‐-―]{2}|''|``|[!?]`|,,/;
/** Signs with a meaning in LaTeX, runs of signs that fonts join, and spaces, which programs collapse. */
const syntax = /[-‐-―]{2,}|'{2,}|`{2,}|[!?]`+|,{2,}|[#$%&_{}\\~^<>|\u00a0\u2002\u2003\u2009\u202f]/g;
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
  `[${classOf([...forms].flatMap(([sign, form]) => (sign === form ? [] : [sign])))}]`,
];
const encodable = new RegExp(patterns.join('|'), 'g');
/** Slower, because it matches every letter. Only for texts in which NFC leaves combining marks. */
const encodableWithMarks = new RegExp(
  ['[A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff][\\u0300-\\u036f]+', ...patterns].join('|'),
  'g',
);
