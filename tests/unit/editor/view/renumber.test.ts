import { describe, expect, test } from 'vitest';
import { applyEdits, readRecord } from '../../../../src/editor/model/edit.ts';
import {
  afterMove,
  afterRemoval,
  movesTo,
  orderOfAuthors,
  renumber,
} from '../../../../src/editor/view/form/renumber.ts';
import type { Edit } from '../../../../src/editor/model/record.ts';

const text = `---
title: T
authors:
  - { name: 'Karimi S', affiliations: [2] }
  - name: 'Müller J' # the second
    affiliations: [1, 3]
affiliations: [Bonn, Tehran, Lyon]
---
`;
const { fields } = readRecord(text, 'publications')!;
const after = (edits: readonly Edit[]): unknown => {
  const result = applyEdits(text, 'publications', edits);
  if ('problem' in result) throw new Error(result.problem.message);
  expect(result.text).toContain('# the second');
  const { authors, affiliations } = readRecord(result.text, 'publications')!.fields;
  return { authors, affiliations };
};
const move = (from: number, to: number): Edit => ({ type: 'move', path: ['affiliations'], from, to });

describe('numbers of affiliations', () => {
  test('follow an affiliation that is moved', () => {
    expect(after([move(0, 2), ...renumber(fields, afterMove(0, 2))])).toEqual({
      authors: [
        { name: 'Karimi S', affiliations: ['1'] },
        { name: 'Müller J', affiliations: ['3', '2'] },
      ],
      affiliations: ['Tehran', 'Lyon', 'Bonn'],
    });
  });

  test('go with an affiliation that is removed', () => {
    const remove: Edit = { type: 'remove', path: ['affiliations', 1] };
    expect(after([remove, ...renumber(fields, afterRemoval(1))])).toEqual({
      authors: [{ name: 'Karimi S' }, { name: 'Müller J', affiliations: ['1', '2'] }],
      affiliations: ['Bonn', 'Lyon'],
    });
  });

  test('come into the order in which authors name them', () => {
    const order = orderOfAuthors(fields);
    expect(order).toEqual([1, 0, 2]);
    expect(
      after([...movesTo(['affiliations'], order), ...renumber(fields, (number) => order.indexOf(number - 1) + 1)]),
    ).toEqual({
      authors: [
        { name: 'Karimi S', affiliations: ['1'] },
        { name: 'Müller J', affiliations: ['2', '3'] },
      ],
      affiliations: ['Tehran', 'Bonn', 'Lyon'],
    });
  });
});
