import { diffArrays, diffWordsWithSpace } from 'diff';

/** A part of a comparison of two texts: unchanged lines, or removed and added ones. */
export type DifferencePart =
  | { readonly type: 'same'; readonly count: number }
  | { readonly type: 'changed'; readonly lines: readonly ChangedLine[] };

export interface ChangedLine {
  readonly type: 'added' | 'removed';
  /** The line in pieces; those that the other text lacks are marked. */
  readonly words: readonly { readonly text: string; readonly isMarked: boolean }[];
}

/** The difference of two texts with the fewest changed lines. Words are marked where one line replaces another. */
export function differenceOf(before: string, after: string): readonly DifferencePart[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = diffArrays(old, now, { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  const parts: DifferencePart[] = [];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index]!;
    if (!change.added && !change.removed) {
      parts.push({ type: 'same', count: change.value.length });
      continue;
    }
    const next = changes[index + 1];
    if (change.removed && next?.added) {
      parts.push({ type: 'changed', lines: pair(change.value, next.value) });
      index += 1;
    } else {
      const type = change.added ? 'added' : 'removed';
      parts.push({ type: 'changed', lines: change.value.map((text) => whole(type, text)) });
    }
  }
  return parts;
}

/** Above this many changed lines, all lines count as changed: the time of the search grows with the square of their number. */
const mostEdits = 2000;
/** Words are compared in lines up to this length, in UTF-16 code units. */
const longestCompared = 5000;

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

const whole = (type: ChangedLine['type'], text: string): ChangedLine => ({ type, words: [{ text, isMarked: false }] });

function pair(removed: readonly string[], added: readonly string[]): readonly ChangedLine[] {
  if (removed.length !== added.length)
    return [...removed.map((text) => whole('removed', text)), ...added.map((text) => whole('added', text))];
  return removed.flatMap((old, index) => {
    const now = added[index]!;
    if (old.length + now.length > longestCompared) return [whole('removed', old), whole('added', now)];
    const words = diffWordsWithSpace(old, now);
    const side = (type: ChangedLine['type']): ChangedLine => ({
      type,
      words: words
        .filter((word) => (type === 'added' ? !word.removed : !word.added))
        .map(({ value, added: isAdded, removed: isRemoved }) => ({ text: value, isMarked: isAdded || isRemoved })),
    });
    return [side('removed'), side('added')];
  });
}
