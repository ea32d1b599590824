import { loweredCharacters, raisedCharacters } from '../../../src/formats/latex/latex-symbols.ts';
import signForms from '../../../src/formats/latex/sign-forms.json' with { type: 'json' };
import { fold } from './compare.ts';

/** What a program reads for a sign, other than the sign. */
export type Readings = (sign: string) => readonly string[];

/**
 * True if a text is the expected one, but for signs of which the program reads something else that is known. Every other
 * letter and sign is the same. A space beside such a sign may be missing or too much.
 */
export function isMisread(expected: string, found: string, readings: Readings, flags = ''): boolean {
  let misread = false;
  const pattern = expected
    .normalize('NFC')
    .split(special)
    .map((part) => {
      const others = readings(part);
      if (others.length === 0) return escapeRegExp(foldPart(part));
      misread = true;
      const all = [part, ...others].map((one) => escapeRegExp(foldPart(one).trim()));
      return ` ?(?:${all.join('|')}) ?`;
    })
    .join('');
  return misread && new RegExp(`^\\s*${pattern}\\s*$`, `us${flags}`).test(fold('abstract', found));
}

/** Folds a part of a text, whose spaces at its ends count. */
const foldPart = (part: string): string => fold('abstract', `x${part}x`).slice(1, -1);
export const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** A run of raised or lowered signs, or one sign that is no letter, digit or usual punctuation. */
const special = /([⁰¹²³⁴-ⁿ]+|[₀-ₜᵢᵣᵤᵥ]+|[^\p{Script=Latin}\p{M}\p{N}\s.,:;!?()'"“”‘’[\]/+=*@%&#|-])/u;

const forms = new Map(
  Object.entries(signForms as unknown as Readonly<Record<string, readonly [string, ...string[]]>>).map(
    ([sign, [form]]) => [sign, form] as const,
  ),
);

/**
 * What is left of a formula: its command, or what remains where the first letter of the command is taken for an accent on
 * the next, as in `\kappa`, or for `\l` or `\o`, as in `\leq` and `\omega`. Scripts keep `^` or `_`.
 */
export const formulaReadings: Readings = (sign) => {
  for (const [mark, table] of scripts) {
    const text = [...sign].map((one) => table.get(one));
    if (!text.includes(undefined)) return [`${mark}{${text.join('')}}`, `${mark}${text.join('')}`];
  }
  const command = /^\{?\$(\\([A-Za-z])([A-Za-z]+))\$\}?$/.exec(forms.get(sign) ?? '');
  if (!command) return [];
  const [, whole, first, rest] = command as unknown as readonly [string, string, string, string];
  const mark = accents.get(first);
  const letter = commandLetters.get(first);
  return [whole, ...(letter ? [`${letter}${rest}`] : mark ? [`${rest[0]}${mark}${rest.slice(1)}`] : [])];
};

const scripts = [
  ['^', raisedCharacters],
  ['_', loweredCharacters],
] as const;

const commandLetters = new Map([
  ['l', 'ł'],
  ['o', 'ø'],
]);

const accents = new Map([
  ['b', '\u0331'],
  ['c', '\u0327'],
  ['d', '\u0323'],
  ['H', '\u030b'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['u', '\u0306'],
  ['v', '\u030c'],
]);

/** What programs read for signs of the syntax of LaTeX, by program. */
const syntaxReadingsOf: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  zotero: {
    '~': ['\\textasciitilde'],
    '\\': ['\\textbackslash'],
    '^': ['ˆ'],
    '{': ['\\textbraceleft'],
    '}': ['\\textbraceright'],
    // Two of them are the ends of a formula.
    $: ['\\'],
    '<': ['<$'],
    '>': ['>$'],
  },
  bibutils: { '\\': ['\\textbackslash'], '^': ['⌃'], '⋅': ['·'] },
  pandoc: { '{': [''], '}': [''] },
};

export const syntaxReadings =
  (program: string): Readings =>
  (sign) =>
    syntaxReadingsOf[program]?.[sign] ?? [];
