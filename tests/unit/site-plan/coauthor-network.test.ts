import { describe, expect, test } from 'vitest';
import { buildCoauthorNetwork } from '../../../src/site-plan/coauthor-network.ts';

const network = (...authors: readonly (readonly string[])[]) =>
  buildCoauthorNetwork(authors, (id) => ({ id, name: { und: id }, count: 1 }));
const ids = ({ people }: ReturnType<typeof network>): string[] => people.map(({ id }) => id);
const pairs = (built: ReturnType<typeof network>): string[] =>
  built.pairs.map(({ from, to, count }) => `${[ids(built)[from], ids(built)[to]].sort().join('+')} ${count}`).sort();

describe('the network of co-authors', () => {
  test('counts the publications of each pair', () => {
    const built = network(['ada', 'ben'], ['ben', 'ada', 'cy'], ['dee']);
    expect(pairs(built)).toEqual(['ada+ben 2', 'ada+cy 1', 'ben+cy 1']);
    expect(built.total).toBe(3);
  });

  test('does not hold people without a co-author at the institute', () => {
    expect(ids(network(['ada'], ['ben']))).toEqual([]);
  });

  test('puts those who write together beside each other', () => {
    const built = network(['a1', 'b1'], ['a2', 'b2'], ['a3', 'b3'], ['a1', 'b1'], ['a2', 'b2']);
    expect(built.pairs.map(({ from, to }) => to - from)).toEqual([1, 1, 1]);
  });

  test('shows the thirty people with the most common publications, and the number of all', () => {
    const signed = Array.from({ length: 40 }, (_, index) =>
      Array.from({ length: index < 10 ? 3 : 1 }, () => [`a${index}`, `b${index}`]),
    ).flat();
    const built = network(...signed);
    expect(built.total).toBe(80);
    expect(built.people).toHaveLength(30);
    expect(pairs(built).filter((pair) => pair.endsWith(' 3'))).toHaveLength(10);
  });

  test('is the same whatever the order of publications', () => {
    const signed = [
      ['ada', 'ben'],
      ['ben', 'cy'],
      ['cy', 'dee'],
      ['ada', 'dee'],
      ['eve', 'ada'],
    ];
    expect(network(...signed.toReversed())).toEqual(network(...signed));
  });

  test('ignores papers with hundreds of authors', () => {
    expect(
      ids(
        network(
          Array.from({ length: 3000 }, (_, index) => `p${index}`),
          ['ada', 'ben'],
        ),
      ).sort(),
    ).toEqual(['ada', 'ben']);
  });
});
