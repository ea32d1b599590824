import { foldAll } from '../../../search/fold.ts';
import type { DeskEntry } from '../../model/record.ts';

/** The entries in which every word of a query is a word or the start of one; all entries for an empty query. */
export function findEntries(entries: readonly DeskEntry[], query: string): readonly DeskEntry[] {
  const words = foldAll(query).map(({ token }) => ` ${token}`);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = foldedText(entry);
    return words.every((word) => text.includes(word));
  });
}

/** Folds entries in advance, in short steps, so that the first query is quick. Returns a function that stops it. */
export function foldAhead(entries: readonly DeskEntry[]): () => void {
  let next = 0;
  const step = (): void => {
    const end = performance.now() + stepTime;
    while (next < entries.length && performance.now() < end) foldedText(entries[next++]!);
    if (next < entries.length) timer = setTimeout(step, pause);
  };
  let timer = setTimeout(step, pause);
  return () => clearTimeout(timer);
}

/** Milliseconds. A key that is pressed meanwhile waits for one step at most. */
const stepTime = 12;
const pause = 4;

/** By unfolded text, because each save brings new entries with the same texts. */
const foldedTexts = new Map<string, string>();
const foldedLimit = 200_000;

function foldedText({ title, detail, id }: DeskEntry): string {
  const text = `${title} ${detail} ${id}`;
  const known = foldedTexts.get(text);
  if (known !== undefined) return known;
  const folded = ` ${foldAll(text)
    .map(({ token }) => token)
    .join(' ')}`;
  if (foldedTexts.size >= foldedLimit) foldedTexts.clear();
  foldedTexts.set(text, folded);
  return folded;
}
