import { accentCommands } from './latex-symbols.ts';
import type { RichNode } from '../../domain/text/rich-text.ts';

/** Commands that add a mark over or under a letter → the combining character. */
export const latexAccents: ReadonlyMap<string, string> = new Map([
  ...[...accentCommands].reverse().map(([mark, command]) => [command, mark] as const),
  ['C', '\u030f'],
  ['G', '\u030f'],
  ['U', '\u030e'],
]);

/** The argument of an accent command, with the mark on its first letter. */
export function accented(argument: readonly RichNode[], mark: string): RichNode | readonly RichNode[] {
  const [first, ...rest] = argument;
  if (first === undefined) return spacingAccents.get(mark) ?? mark;
  if (typeof first !== 'string') return argument;
  const [letter = '', ...more] = first.trimStart().normalize('NFD');
  const marks = /^\p{M}+/u.exec(more.join(''))?.[0] ?? '';
  const base = letter === 'ı' ? (belowMarks.has(mark) ? 'ı' : 'i') : letter === 'ȷ' ? 'j' : letter;
  return [(base + marks + mark + more.join('').slice(marks.length)).normalize('NFC'), ...rest];
}

const belowMarks: ReadonlySet<string> = new Set(['\u0323', '\u0326', '\u0327', '\u0328', '\u0331']);

/** Accents without a letter. */
const spacingAccents: ReadonlyMap<string, string> = new Map([
  ['\u0301', '´'],
  ['\u0300', '`'],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0308', '¨'],
  ['\u0327', '¸'],
]);
