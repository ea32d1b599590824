import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../../src/editor/view/record/difference.ts';
import { addText, baseOf, endStep, openHistory, redo, undo } from '../../../../src/editor/view/record/history.ts';
import { formatRoute, parseRoute } from '../../../../src/editor/view/route.ts';

describe('the history of a text', () => {
  test('goes back and forth', () => {
    const history = addText(addText(openHistory('a'), 'b'), 'c');
    expect(undo(history).text).toBe('b');
    expect(undo(undo(undo(history))).text).toBe('a');
    expect(redo(undo(history)).text).toBe('c');
    expect(redo(history)).toBe(history);
  });

  test('takes what is typed in one field as one step, until the field is left', () => {
    const typed = addText(addText(openHistory(''), 'a', 'title'), 'ab', 'title');
    expect(undo(typed).text).toBe('');
    expect(undo(addText(endStep(typed), 'abc', 'title')).text).toBe('ab');
    expect(undo(addText(typed, 'abx', 'doi')).text).toBe('ab');
  });

  test('makes a change to the text before the step that it joins', () => {
    const typed = addText(addText(openHistory('a'), 'b'), 'bc', 'title');
    expect([baseOf(typed, 'title'), baseOf(typed, 'doi'), baseOf(typed)]).toEqual(['b', 'bc', 'bc']);
    expect(baseOf(endStep(typed), 'title')).toBe('bc');
  });

  test('forgets what was undone when something else is written', () => {
    expect(redo(addText(undo(addText(openHistory('a'), 'b')), 'c')).text).toBe('c');
  });
});

describe('a difference', () => {
  test('marks the words that differ, and counts the lines that do not', () => {
    expect(differenceOf('title: One\nyear: 1\nend\n', 'title: Two\nyear: 1\nend\nmore\n')).toEqual([
      {
        type: 'changed',
        lines: [
          {
            type: 'removed',
            words: [
              { text: 'title: ', isMarked: false },
              { text: 'One', isMarked: true },
            ],
          },
          {
            type: 'added',
            words: [
              { text: 'title: ', isMarked: false },
              { text: 'Two', isMarked: true },
            ],
          },
        ],
      },
      { type: 'same', count: 2 },
      { type: 'changed', lines: [{ type: 'added', words: [{ text: 'more', isMarked: false }] }] },
    ]);
  });

  test('of a new file is all of it', () => {
    expect(differenceOf('', 'a\n')).toEqual([
      { type: 'changed', lines: [{ type: 'added', words: [{ text: 'a', isMarked: false }] }] },
    ]);
  });
});

test.each(['#/publications', '#/people', '#/new/topics', '#/open/publications/2024/a%20b.mdx', '#/open/site.yaml'])(
  'the address %s names a view, which has that address',
  (address) => {
    expect(formatRoute(parseRoute(address))).toBe(address);
  },
);

test.each(['', '#', '#/nothing', '#/%E0%A4%A'])('the address "%s" leads to the publications', (address) => {
  expect(parseRoute(address)).toEqual({ view: 'list', kind: 'publications' });
});
