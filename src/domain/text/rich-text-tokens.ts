import type { RichTag } from './rich-text-nodes.ts';

/** A piece of a source text. `text` is the source of the piece; for the kind `text` it is the decoded text. */
export type RichToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly text: string; readonly tag: RichTag }
  | { readonly kind: 'math'; readonly text: string; readonly tex: string }
  /** Markup that is not allowed here, with what to write instead. */
  | { readonly kind: 'foreign'; readonly text: string; readonly repaired: string }
  /** A reference to an unknown character. */
  | { readonly kind: 'reference'; readonly text: string };

/** Splits a source text into tokens, in time proportional to its length. Adjacent texts are one token. */
export function tokenizeRichText(source: string): RichToken[] {
  const tokens: RichToken[] = [];
  let plain = '';
  let at = 0;
  while (at < source.length) {
    const character = findSpecialCharacter(source, at);
    plain += source.slice(at, character);
    if (character === source.length) break;
    const found = readSpecial(source, character);
    at = character + (found?.length ?? 1);
    if (!found) plain += source.charAt(character);
    else if (found.token.kind === 'text') plain += found.token.text;
    else {
      if (plain !== '') tokens.push({ kind: 'text', text: plain });
      tokens.push(found.token);
      plain = '';
    }
  }
  if (plain !== '') tokens.push({ kind: 'text', text: plain });
  return tokens;
}

function findSpecialCharacter(source: string, from: number): number {
  specialCharacter.lastIndex = from;
  return specialCharacter.exec(source)?.index ?? source.length;
}

const specialCharacter = /[<&$\\]/g;

interface Found {
  readonly token: RichToken;
  /** Length in the source. */
  readonly length: number;
}

/** The token that starts with the special character at `at`; undefined if the character is plain text. */
function readSpecial(source: string, at: number): Found | undefined {
  const character = source.charAt(at);
  if (character === '<') return readTag(source, at);
  if (character === '&') return readReference(source, at);
  if (character === '$') return readMath(source, at);
  return source.startsWith('\\$', at) ? { token: { kind: 'text', text: '$' }, length: 2 } : undefined;
}

function readTag(source: string, at: number): Found | undefined {
  tagSyntax.lastIndex = at;
  const match = tagSyntax.exec(source);
  if (!match) return undefined;
  const [text, slash = '', name = ''] = match;
  const tag = richTags.find((known) => known === name);
  const bare = text === `<${slash}${name}>`;
  if (tag && bare) return { token: { kind: slash ? 'close' : 'open', text, tag }, length: text.length };
  const instead = replacements.get(name.toLowerCase());
  const repaired = instead === undefined ? '' : instead === ' ' ? ' ' : `<${slash}${instead}>`;
  return { token: { kind: 'foreign', text, repaired }, length: text.length };
}

const richTags: readonly RichTag[] = ['i', 'b', 'sub', 'sup'];

/**
 * `<`, directly followed by a name, and attributes with values: `a <b and c> d` is arithmetic. A tag ends before the
 * next `<`.
 */
const tagSyntax = /<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))*\s*\/?>/y;

/** Tags of other languages → the allowed tag, or a space, that means the same. Other tags are absent. */
const replacements: ReadonlyMap<string, RichTag | ' '> = new Map([
  ...['i', 'em', 'italic', 'cite', 'var'].map((name) => [name, 'i'] as const),
  ...['b', 'strong', 'bold'].map((name) => [name, 'b'] as const),
  ...['sub', 'inf'].map((name) => [name, 'sub'] as const),
  ...['br', 'break'].map((name) => [name, ' '] as const),
  ['sup', 'sup'],
]);

function readReference(source: string, at: number): Found | undefined {
  referenceSyntax.lastIndex = at;
  const match = referenceSyntax.exec(source);
  if (!match) return undefined;
  const [text, name = '', hexadecimal, decimal] = match;
  const named = namedReferences.get(name);
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : decimal ? Number(decimal) : undefined;
  const character = named ?? (code === undefined ? undefined : characterOf(code));
  const token: RichToken = character === undefined ? { kind: 'reference', text } : { kind: 'text', text: character };
  return { token, length: text.length };
}

/** A name has at least two letters, so that `R&D;` is text. */
const referenceSyntax = /&(?:([A-Za-z][A-Za-z0-9]{1,31})|#[xX]([0-9A-Fa-f]{1,6})|#(\d{1,7}));/y;

const namedReferences: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Undefined for what a text may not hold: control characters, lone surrogates, direction marks, and numbers beyond
 * Unicode.
 */
function characterOf(code: number): string | undefined {
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return /^[\t\n\r]$|^[^\p{Cc}\p{Cs}\p{Cn}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]$/u.test(character)
    ? character
    : undefined;
}

/**
 * Pandoc's rule: no space after the opening `$`, none before the closing one, and no digit after it, so that prices are
 * text.
 */
function readMath(source: string, at: number): Found | undefined {
  const end = endOfMath(source, at + 1);
  const inner = source.slice(at + 1, end);
  if (end < 0 || inner === '' || /^\s|\s$/.test(inner) || /^\d/.test(source.slice(end + 1, end + 2))) return undefined;
  const tex = inner
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/&(lt|gt|amp);/g, (text, name: string) => namedReferences.get(name) ?? text);
  return { token: { kind: 'math', text: source.slice(at, end + 1), tex }, length: end + 1 - at };
}

/** Position of the next dollar sign without a backslash before it; -1 if there is none. */
function endOfMath(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '$') return at;
  }
  return -1;
}
