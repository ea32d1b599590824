import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showDifference } from '../../../src/commands/show-difference.ts';

const text = (...lines: string[]): string => `${lines.join('\n')}\n`;

test.each([
  ['a new file', undefined, text('a', 'b'), ['+++ f', '+ a', '+ b']],
  ['no change', text('a', 'b'), text('a', 'b'), ['~~~ f']],
  ['a line that comes', text('a', 'c'), text('a', 'b', 'c'), ['~~~ f', '@@ line 2 @@', '+ b']],
  ['a line that goes', text('a', 'b', 'c'), text('a', 'c'), ['~~~ f', '@@ line 2 @@', '- b']],
  [
    'a line that changes, before another',
    text('a', 'b', 'c', 'd'),
    text('a', 'B', 'c', 'd', 'e'),
    ['~~~ f', '@@ line 2 @@', '- b', '+ B', '@@ line 5 @@', '+ e'],
  ],
  [
    'the fewest lines',
    text('x', 'a', 'b', 'c', 'd'),
    text('a', 'b', 'c', 'x', 'd'),
    ['~~~ f', '@@ line 1 @@', '- x', '@@ line 5 @@', '+ x'],
  ],
])('shows %s', (_, before, after, shown) => {
  expect(showDifference('f', before, after)).toBe(text(...shown));
});

test('is the least that makes the new file of the old one', () => {
  const file = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(file, file, (old, now) => {
      const shown = showDifference('f', text(...old), text(...now))
        .split('\n')
        .slice(1, -1);
      expect(apply(shown, old)).toEqual(now);
      const changed = shown.filter((line) => !line.startsWith('@'));
      expect(changed).toHaveLength(old.length + now.length - 2 * longestCommon(old, now));
    }),
  );
});

test('a file of which nearly all changes is shown as replaced', () => {
  const [old, now] = ['a', 'b'].map((letter) => Array.from({ length: 2500 }, (_, index) => `${letter}${index}`));
  const shown = showDifference('f', text('same', ...old!), text('same', ...now!)).split('\n');
  expect(shown.slice(0, 4)).toEqual(['~~~ f', '@@ line 1 @@', '- same', '- a0']);
  expect(shown).toHaveLength(2 + 2 * 2501 + 1);
});

/** Carries out what is shown. */
function apply(shown: readonly string[], old: readonly string[]): string[] {
  const now: string[] = [];
  let next = 0;
  for (const line of shown) {
    const start = /^@@ line (\d+) @@$/.exec(line)?.[1];
    if (start !== undefined) while (next < Number(start) - 1) now.push(old[next++]!);
    else if (line.startsWith('- ')) expect(line.slice(2)).toBe(old[next++]);
    else now.push(line.slice(2));
  }
  return [...now, ...old.slice(next)];
}

/** Lines that both have in the same order, as many as can be. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const one of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(one === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!));
    row = next;
  }
  return row.at(-1)!;
}
