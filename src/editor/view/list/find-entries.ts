import { foldAll } from '../../../search/fold.ts';
import type { DeskEntry } from '../../model/record.ts';

/** The entries that have every word of a query, each at least at the start of a word; all of them for an empty query. */
export function findEntries(entries: readonly DeskEntry[], query: string): readonly DeskEntry[] {
  const words = foldAll(query).map(({ token }) => ` ${token}`);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const text = foldedText(entry);
    return words.every((word) => text.includes(word));
  });
}

/** Entries do not change: a new list has new ones. */
const foldedTexts = new WeakMap<DeskEntry, string>();

function foldedText(entry: DeskEntry): string {
  const known = foldedTexts.get(entry);
  if (known !== undefined) return known;
  const tokens = foldAll(`${entry.title} ${entry.detail} ${entry.id}`).map(({ token }) => token);
  const text = ` ${tokens.join(' ')}`;
  foldedTexts.set(entry, text);
  return text;
}
