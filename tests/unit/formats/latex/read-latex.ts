import { oneLine } from '../../../../src/formats/record/one-line.ts';
import {
  accentCommands,
  greekLetters,
  loweredCharacters,
  mathSymbols,
  raisedCharacters,
  specialCharacters,
  textSymbols,
} from '../../../../src/formats/latex/latex-symbols.ts';

/**
 * Reads the output of `toLatex` by the grammar of LaTeX, independently of the writer. Throws for an unknown command.
 */
export function readLatex(source: string): string {
  const reader = { source, at: 0 };
  const text = readUntil(reader, undefined);
  if (reader.at < source.length) throw new Error(`unbalanced at ${reader.at}: ${source}`);
  return text.normalize('NFC');
}

/** Unicode characters that LaTeX does not distinguish. */
export function foldForLatex(text: string): string {
  return oneLine(text)
    .normalize('NFC')
    .replace(/\u202f/g, '\u2009')
    .replace(/∆/g, 'Δ')
    .replace(/ﬀ/g, 'ff')
    .replace(/ﬁ/g, 'fi')
    .replace(/ﬂ/g, 'fl')
    .replace(/ﬃ/g, 'ffi')
    .replace(/ﬄ/g, 'ffl')
    .replace(dotlessUnderAccent, (letter) => (letter === 'ı' ? 'i' : 'j'))
    .normalize('NFC');
}

/** An accent replaces the dot: `í` from `i` or from `ı` is the same letter. */
const dotlessUnderAccent =
  /[ıȷ](?=[\u0323\u0326-\u0328\u0331]*[\u0300-\u0304\u0306-\u030c][\u0300-\u0304\u0306-\u030c\u0323\u0326-\u0328\u0331]*(?![\u0300-\u036f]))/g;

function readUntil(reader: Reader, end: string | undefined): string {
  let text = '';
  while (reader.at < reader.source.length && reader.source[reader.at] !== end) {
    if (reader.source[reader.at] === '}') return text;
    text += readToken(reader);
  }
  return text;
}

function readToken(reader: Reader): string {
  const { source } = reader;
  const sign = source[reader.at] ?? '';
  if (sign === '{') return readGroup(reader);
  if (sign === '$') return readMath(reader);
  if (sign === '\\') return readCommand(reader);
  const joined = /^(?:---|--|''|``|[!?]`|,,|~)/.exec(source.slice(reader.at))?.[0];
  reader.at += joined?.length ?? 1;
  return joined === undefined ? sign : (ligatures.get(joined) ?? sign);
}

function readGroup(reader: Reader): string {
  reader.at += 1;
  const text = readUntil(reader, '}');
  if (reader.source[reader.at] !== '}') throw new Error(`open group: ${reader.source}`);
  reader.at += 1;
  return text;
}

function readMath(reader: Reader): string {
  const end = reader.source.indexOf('$', reader.at + 1);
  const formula = reader.source.slice(reader.at + 1, end);
  const script = /^([\^_])\{(.*)\}$/.exec(formula);
  const table = script?.[1] === '^' ? raised : lowered;
  const sign = script ? [...(script[2] ?? '')].map((one) => table.get(one) ?? one).join('') : mathematics.get(formula);
  if (end < 0 || sign === undefined) throw new Error(`unknown formula ${formula}: ${reader.source}`);
  reader.at = end + 1;
  return sign;
}

function readCommand(reader: Reader): string {
  const name = /^\\(?:[A-Za-z]+|.)/su.exec(reader.source.slice(reader.at))?.[0] ?? '';
  reader.at += name.length;
  if (name === '\\{' || name === '\\}') return name.slice(1);
  if (name === '\\hspace') return readGroup(reader) === '0pt' ? '\u200b' : '';
  const mark = accents.get(name);
  if (mark !== undefined) {
    if (/[A-Za-z]$/.test(name)) while (reader.source[reader.at] === ' ') reader.at += 1;
    if (reader.source.startsWith('{}', reader.at)) {
      reader.at += 2;
      return name.slice(1);
    }
    const [letter = '', ...rest] = readToken(reader).normalize('NFD');
    return (letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter) + rest.join('') + mark;
  }
  const sign = commands.get(name);
  if (sign === undefined) throw new Error(`unknown command ${name}: ${reader.source}`);
  return sign;
}

const invert = (pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string> =>
  new Map([...pairs].map(([sign, latex]) => [latex, sign]));

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
const raised = invert(raisedCharacters);
const lowered = invert(loweredCharacters);
const mathematics = new Map([
  ...invert([...mathSymbols, ...greekLetters]),
  ...['<', '>', '|'].map((sign) => [sign, sign] as const),
]);
const accents = new Map([...accentCommands].map(([mark, command]) => [`\\${command}`, mark]));
const commands = new Map(
  [...specialCharacters, ...textSymbols].reverse().map(([sign, latex]) => [latex.replace(/^\{(.*)\}$/, '$1'), sign]),
);

interface Reader {
  readonly source: string;
  at: number;
}
