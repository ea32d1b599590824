import { foldAll, isStopWord, type FoldedWord } from '../fold.ts';
import type { Field } from './query-operators.ts';

/** A word that results should have. */
export interface QueryWord {
  /** Folded. */
  readonly token: string;
  /** As typed. */
  readonly written: string;
  /** Field that must have the word; any field when absent. */
  readonly field?: Field;
  /** True for `immun*`: every word that begins with it. */
  readonly open?: boolean;
  /** Folded initials of a name, such as `sa` in `Karimi SA`; the word is the family name. */
  readonly initials?: string;
  /** True when the initials are between this word and another, and may belong to either: `Karimi S Clouds`, `Sara A. Karimi`. */
  readonly between?: boolean;
  /** True when a comma, `and` or `;` separates the word from the one before. */
  readonly apart?: boolean;
  /** True for a synonym that was added to the query. */
  readonly added?: boolean;
}

/** The words of a plain text; initials go to the name beside them. */
export function readWords(text: string): QueryWord[] {
  const plain = joinLines(text).replace(
    /(?<=\S)[,،]?\s(?:et\s?al|and\s?others|و\s?همکاران)(?![\p{L}\p{N}])\.?/giu,
    (cut) => ' '.repeat(cut.length),
  );
  const words: (QueryWord & { start: number; end: number })[] = [];
  const pending: { initials: string; start: number; end: number; between: boolean }[] = [];
  const initialsAt = new Map<number, { initials: string; end: number }>();
  const capitals = !/\p{Ll}/u.test(plain);
  for (const match of plain.matchAll(writtenInitials)) {
    const end = match.index + match[0].length;
    // `OF`, `IN A` in a text of capitals.
    const isWords =
      capitals && match[0].toLowerCase().split(' ').every(isStopWord) && /^\s+\p{L}/u.test(plain.slice(end));
    if (!isWords) initialsAt.set(match.index, { initials: match[0].replace(/[^\p{L}]/gu, '').toLowerCase(), end });
  }
  let skipTo = 0;
  const all = foldAll(plain);
  const meaningful = all.filter(
    ({ token, start, end }) =>
      (!isStopWord(token) && !isElided(plain.slice(start, end + 2))) || (initialsAt.has(start) && all.length > 1),
  );
  for (const word of meaningful.length > 0 ? meaningful : all) {
    if (word.start < skipTo) continue;
    const before = words.at(-1);
    const between = plain.slice(before?.end ?? 0, word.start);
    const apart = before !== undefined && /[,;،؛&\n]|\b(?:and|und|و)\b/iu.test(between);
    const initials = initialsAt.get(word.start);
    if (initials) {
      skipTo = initials.end;
      const follows =
        before?.initials === undefined && /^[\s,،]*$/.test(between) && before !== undefined && isName(before.written);
      // `Karimi SA`, `Karimi, S.`: behind the name; `S. Karimi`: before it.
      if (
        follows &&
        !/^[\s.]+\p{Lu}\p{Ll}/u.test(
          plain.slice(initials.end).replace(/^[,\s]+/u, (gap) => (gap.includes(',') ? '' : gap)),
        )
      )
        words[words.length - 1] = { ...before, initials: initials.initials, end: initials.end };
      else pending.push({ ...initials, start: word.start, between: follows });
      continue;
    }
    const [first] = pending.splice(0);
    const name = { ...wordOf(plain, word), start: word.start, end: word.end, ...(apart ? { apart } : {}) };
    if (first && isName(name.written))
      words.push({ ...name, initials: first.initials, ...(first.between ? { between: true } : {}) });
    else {
      if (first)
        words.push({
          token: first.initials,
          written: plain.slice(first.start, first.end).trim(),
          start: first.start,
          end: first.end,
        });
      words.push(name);
    }
  }
  for (const left of pending)
    words.push({
      token: left.initials,
      written: plain.slice(left.start, left.end).trim(),
      start: left.start,
      end: left.end,
    });
  // `Title of a paper that is cut o...`: the last word is the beginning of one.
  const last = words.at(-1);
  if (last && /(?:…|\.\.\.)\s*$/.test(plain) && /^[\s.…]*$/.test(plain.slice(last.end))) {
    words.pop();
    if (last.token.length > 3) words.push({ ...last, open: true });
  }
  return words.map(({ start: _, end: __, ...word }) => word);
}

/** Joins words that a line end broke, as in a text copied from a PDF: `Mult- iple`; but not `pre- and postnatal`. */
const joinLines = (text: string): string =>
  text.replace(/(?<=\p{Ll}{2})[-\u00AD]\s{1,3}(?!(?:and|or|to|und|oder)\b)(?=\p{Ll}{3})/gu, '');

/** One to three capitals that are a word of their own, with or without full stops: `S`, `SA`, `S.A.`, `J.-P.` */
const writtenInitials =
  /(?<![\p{L}\p{N}\p{M}'’.&-])\p{Lu}(?:\.?[\s-]?\p{Lu}(?![\p{L}\p{N}])){0,2}\.?(?![\p{L}\p{N}\p{M}'’&+#-])/gu;

const isName = (written: string): boolean =>
  /^\p{Lu}?[\p{Ll}\p{Lo}]|^\p{Lu}{4}/u.test(written) && /\p{L}{2}/u.test(written);

/** True for a letter before an apostrophe and a word: `O’` in `O’Brien`, `l’` in `l’hôpital`. */
const isElided = (written: string): boolean => /^\p{L}['’ʼ]\p{L}$/u.test(written);

export const wordOf = (text: string, { token, start, end }: FoldedWord): QueryWord => ({
  token,
  written: text.slice(start, end),
});

/** Whether a text has so many words that it was probably pasted. */
export const isPasted = (text: string): boolean => (text.match(/[\p{L}\p{N}]{2,}/gu) ?? []).length >= 8;
