import { expect, test } from 'vitest';
import { countProblems, formatAnnotations, formatProblems } from '../../../src/commands/report-problems.ts';
import type { Problem } from '../../../src/domain/problems/problem.ts';

const error: Problem = {
  severity: 'error',
  name: 'unknown-key',
  file: 'a.mdx',
  line: 3,
  column: 5,
  field: 'authors[1].x',
  message: 'it is wrong',
  hint: 'write y',
};
const warning: Problem = { severity: 'warning', name: 'odd', file: 'b.mdx', message: 'it is odd.', hint: 'Write z.' };

test('problems are shown below their file, which is named once', () => {
  expect(formatProblems([error, { ...error, line: undefined, field: undefined }, warning], 'content'))
    .toBe(`content/a.mdx
  3:5 error  authors[1].x: it is wrong
      → write y  (unknown-key)
  error  it is wrong
      → write y  (unknown-key)

content/b.mdx
  warning  it is odd.
      → Write z.  (odd)`);
});

test('annotations escape the characters that GitHub reads as commands', () => {
  const hostile: Problem = { ...error, file: 'a,b:c%.mdx', message: 'one\n::error::two%', hint: 'write\r\ny' };
  expect(formatAnnotations([hostile, warning], 'content').split('\n')).toEqual([
    '::error file=content/a%2Cb%3Ac%25.mdx,line=3,col=5,title=unknown-key::authors[1].x: one%0A: :error::two%25. write%0Ay',
    '::warning file=content/b.mdx,title=odd::it is odd. Write z.',
  ]);
});

test.each([
  [[], 'no problems'],
  [[error], '1 error'],
  [[warning, warning], '2 warnings'],
  [[error, error, warning], '2 errors and 1 warning'],
])('problems are counted in words', (problems, words) => expect(countProblems(problems)).toBe(words));

test('no text of an author reaches the terminal as a command, or as a line of its own', () => {
  const hostile: Problem = {
    ...error,
    file: 'a\n::error::b.mdx',
    message: '\u001b[2J\u202ewrong\nmore',
    hint: 'write\u0007 y',
  };
  expect(formatProblems([hostile], 'content').split('\n')).toEqual([
    'content/a : :error::b.mdx',
    '  3:5 error  authors[1].x: U+001B[2JU+202Ewrong more',
    '      → writeU+0007 y  (unknown-key)',
  ]);
});

test('of ten thousand problems the first thousand are listed, and the rest is counted', () => {
  const lines = formatProblems(
    Array.from({ length: 10_000 }, () => error),
    'content',
  ).split('\n');
  expect(lines.length).toBeLessThan(2010);
  expect(lines.at(-1)).toBe('… and 9000 errors more: npm run check -- --json lists all');
});
