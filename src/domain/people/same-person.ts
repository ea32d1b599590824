import { foldName } from './name-key.ts';
import { isGroup, type PersonName } from './name.ts';

/**
 * True if two names may be of one person: the same family name, and given names that are equal or initials of each other.
 * `Karimi, S.` and `Karimi, Sara M.` are, `Karimi, Sara` and `Karimi, Sina` are not.
 */
export function isSamePersonName(a: PersonName, b: PersonName): boolean {
  if (isGroup(a) || isGroup(b)) return isGroup(a) && isGroup(b) && foldName(a.group) === foldName(b.group);
  if (foldName(a.family) !== foldName(b.family)) return false;
  const [suffix, other] = [a.suffix ?? '', b.suffix ?? ''].map((one) => foldName(one));
  if (suffix !== '' && other !== '' && suffix !== other) return false;
  const [first, second] = [givenWords(a.given), givenWords(b.given)];
  if (first.length === 0 || second.length === 0) return first.length === second.length;
  return first.every((word, index) => isSameWord(word, second[index] ?? word));
}

/** True if a name is more complete than another name of the same person, such as a given name instead of initials. */
export function isFullerName(name: PersonName, than: PersonName): boolean {
  if (isGroup(name) || isGroup(than) || !isSamePersonName(name, than)) return false;
  const [words, others] = [givenWords(name.given), givenWords(than.given)];
  const known = others.every((other, index) => words[index] !== undefined && (other.initial || !words[index].initial));
  return (
    known && (words.length > others.length || others.some((other, index) => other.initial && !words[index]?.initial))
  );
}

interface GivenWord {
  readonly text: string;
  readonly initial: boolean;
}

const givenWords = (given = ''): readonly GivenWord[] =>
  given
    .split(/[\s\-‐‑]+|(?<=\.)(?=\p{L})/u)
    .map((word) => ({ text: foldName(word), initial: /^\p{Lu}\p{M}*\p{Ll}?\.$|^\p{Lu}\p{M}*$/u.test(word) }))
    .filter(({ text }) => text !== '');

const isSameWord = (a: GivenWord, b: GivenWord): boolean =>
  a.text === b.text || (a.initial && b.text.startsWith(a.text)) || (b.initial && a.text.startsWith(b.text));
