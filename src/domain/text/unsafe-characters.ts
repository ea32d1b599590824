import type { Fault } from '../problems/problem.ts';
import { codePointOf } from './code-point.ts';
import { quote } from './quote.ts';

/**
 * Finds the first invisible character that changes how a text is shown, searched or stored. Tabs and line breaks count
 * only with `oneLine`. A joiner between letters or digits is text, because Persian needs it.
 */
export function findUnsafeCharacters(text: string, { oneLine = false } = {}): Fault | undefined {
  const pattern = oneLine ? unsafeInLine : unsafe;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const before =
    text
      .slice(Math.max(0, match.index - 20), match.index)
      .split('\n')
      .at(-1)
      ?.trim() ?? '';
  const cleaned = text.replace(new RegExp(pattern, 'gu'), (character) =>
    /[\t\n\r\u2028\u2029]/.test(character) ? ' ' : '',
  );
  return {
    name: 'invisible-character',
    message: `${describe(match[0])} is ${before === '' ? 'at the start of the text' : `after ${quote(before)}`}: it changes how the text is shown or found`,
    hint: `write ${quote(cleaned, 400)}, without it`,
  };
}

/** Removes the characters that {@link findUnsafeCharacters} finds, and keeps line breaks. */
export const withoutUnsafeCharacters = (text: string): string =>
  mayBeUnsafe.test(text) ? (removeInvisible(text)?.text ?? text).replace(everyUnsafe, '') : text;

/** A text without its invisible characters. */
export interface VisibleText {
  readonly text: string;
  /** What was removed, such as `2 soft hyphens`. */
  readonly removed: string;
  /** 0-based offset of the first one in the text before. */
  readonly offset: number;
}

/**
 * Removes characters that are nothing but invisible: soft hyphens, byte order marks, direction marks, and the like, which
 * come with text that is copied from a page. A joiner that belongs to a word or an emoji stays. Undefined if there are none.
 * Control characters stay, because they stand for a letter that another encoding has.
 */
export function removeInvisible(text: string): VisibleText | undefined {
  if (!invisible.test(text)) return undefined;
  const counts = new Map<string, number>();
  let offset: number | undefined;
  const remove = (character: string, at: number): string => {
    offset = Math.min(offset ?? at, at);
    const name = nameOf(character.codePointAt(0) ?? 0);
    counts.set(name, (counts.get(name) ?? 0) + character.length);
    return '';
  };
  const cleaned = text
    .replace(formatCharacters, remove)
    .replace(repeatedJoiners, (joiners, at: number) => joiners.slice(0, 1) + remove(joiners.slice(1), at))
    .replace(strayJoiners, remove);
  if (offset === undefined) return undefined;
  const removed = [...counts].map(([name, count]) => (count === 1 ? `1 ${name}` : `${count} ${name}s`)).join(', ');
  return { text: cleaned, removed, offset };
}

const lineCharacters = '\\t\\n\\r\\u2028\\u2029';
/** Byte order mark, direction marks, soft hyphen, zero-width space, and word joiner. */
const format = '\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF';
/** The characters of `format`, control characters, and lone surrogates. */
const unsafeAnywhere = `(?![\\t\\n\\r])[\\p{Cc}\\p{Cs}${format}]`;
/** Characters that a joiner can join: letters, digits and the parts of an emoji, with modifiers of skin colour. */
const letterOrDigit = '[\\p{L}\\p{M}\\p{N}\\p{Extended_Pictographic}\\p{Emoji_Modifier}]';
const strayJoiner = `(?<!${letterOrDigit})[\\u200C\\u200D]|[\\u200C\\u200D](?!${letterOrDigit})`;

const invisible = new RegExp(`[\\u200C\\u200D${format}]`, 'u');
const formatCharacters = new RegExp(`[${format}]`, 'gu');
const repeatedJoiners = /[\u200C\u200D]{2,}/g;
const strayJoiners = new RegExp(strayJoiner, 'gu');
const unsafe = new RegExp(`${unsafeAnywhere}|${strayJoiner}`, 'u');
const everyUnsafe = new RegExp(unsafe, 'gu');
/** A quick first test. Most texts do not match it, and need no further one. */
const mayBeUnsafe = new RegExp(
  `[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u200C\\u200D\\p{Cs}${format}]`,
  'u',
);
const unsafeInLine = new RegExp(`${unsafeAnywhere}|${strayJoiner}|[${lineCharacters}]`, 'u');

function describe(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `an invisible character (${codePointOf(character)}, ${nameOf(code)})`;
}

const nameOf = (code: number): string =>
  names.find(([first, last]) => code >= first && code <= last)?.[2] ?? 'control character';

const names: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x09, 0x09, 'tab'],
  [0x0a, 0x0d, 'line break'],
  [0xad, 0xad, 'soft hyphen'],
  [0x61c, 0x61c, 'Arabic letter mark'],
  [0x200b, 0x200b, 'zero-width space'],
  [0x200c, 0x200c, 'zero-width non-joiner'],
  [0x200d, 0x200d, 'zero-width joiner'],
  [0x200e, 0x200f, 'direction mark'],
  [0x2028, 0x2029, 'line break'],
  [0x202a, 0x202e, 'direction override'],
  [0x2060, 0x2060, 'word joiner'],
  [0x2066, 0x2069, 'direction isolate'],
  [0xd800, 0xdfff, 'half of a character'],
  [0xfeff, 0xfeff, 'byte order mark'],
];
