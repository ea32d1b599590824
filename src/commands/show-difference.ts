import { diffArrays } from 'diff';

/** The fewest removed and added lines, in groups with the line where each begins. A new file is shown whole. */
export function showDifference(file: string, before: string | undefined, after: string): string {
  if (before === undefined) return [`+++ ${file}`, ...marked('+', lines(after)), ''].join('\n');
  const [old, now] = [lines(before), lines(after)];
  const changes = diffArrays(old, now, { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  const shown: string[] = [];
  let line = 1;
  let unchanged = true;
  for (const { removed, added, value } of changes) {
    if (unchanged && (removed || added)) shown.push(`@@ line ${line} @@`);
    if (removed) shown.push(...marked('-', value));
    else if (added) shown.push(...marked('+', value));
    if (!added) line += value.length;
    unchanged = !removed && !added;
  }
  return [`~~~ ${file}`, ...shown, ''].join('\n');
}

/**
 * The time to find the fewest lines grows with the square of their number, and reaches a second here: a file that
 * changes more than this is shown as replaced.
 */
const mostEdits = 4000;

const marked = (sign: string, part: readonly string[]): string[] => part.map((line) => `${sign} ${line}`);

const lines = (text: string): string[] => text.replace(/\n$/, '').split('\n');
