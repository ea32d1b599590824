import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../src/editor/model/edit.ts';
import { readRecord } from '../../../../src/editor/model/edit.ts';
import { editValue, formatPath, valueAt } from '../../../../src/editor/view/form/edit-value.ts';
import type { Path, WrittenValue } from '../../../../src/editor/model/record.ts';

/** The fields of a file after one value was given in its form. */
function edited(yaml: string, path: Path, value: WrittenValue | undefined): string {
  const text = `---\n${yaml}---\n`;
  const result = applyEdits(text, 'publications', editValue(readRecord(text, 'publications')!.fields, path, value));
  if ('problem' in result) throw new Error(result.problem.message);
  return result.text.slice(4, -4);
}

describe('a value of a form', () => {
  test.each<readonly [name: string, before: string, path: Path, value: WrittenValue | undefined, after: string]>([
    ['is written where none was', 'title: A\n', ['event', 'place'], 'Shiraz', 'title: A\nevent: { place: Shiraz }\n'],
    [
      'takes its group along when it is the last',
      'title: A\nevent: { place: Shiraz }\n',
      ['event', 'place'],
      '',
      'title: A\n',
    ],
    [
      'leaves the others of its group',
      'event: { place: Shiraz, name: X }\n',
      ['event', 'place'],
      undefined,
      'event: { name: X }\n',
    ],
    [
      'keeps the place of an item that is empty for a moment',
      'keywords: [a, b]\n',
      ['keywords', 0],
      '',
      "keywords: ['', b]\n",
    ],
    ['makes a list of a text alone', 'keywords: sleep\n', ['keywords', 0], 'rest', 'keywords: [rest]\n'],
  ])('%s', (_, before, path, value, after) => {
    expect(edited(before, path, value).replaceAll('"', "'")).toBe(after);
  });

  test('that is not there is not removed', () => {
    expect(editValue({ title: 'A' }, ['doi'], '')).toEqual([]);
  });

  test('is found at its path, which is written as in messages', () => {
    expect(valueAt({ authors: [{ name: 'A' }] }, ['authors', 0, 'name'])).toBe('A');
    expect(valueAt({ authors: 'A' }, ['authors', 0, 'name'])).toBeUndefined();
    expect(valueAt({}, ['toString'])).toBeUndefined();
    expect(formatPath(['authors', 2, 'orcid'])).toBe('authors[2].orcid');
  });
});
