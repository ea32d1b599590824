import { expect, test } from 'vitest';
import { findRelated } from '../../../src/catalog/related-publications.ts';
import type { ConnectedPublication } from '../../../src/catalog/connect-publication.ts';
import { makeConnected, makeSummary, type WrittenPublication } from '../../support/make.ts';

const relatedOf = (written: readonly WrittenPublication[]) =>
  findRelated(
    written.map((one): ConnectedPublication => makeConnected(one)),
    written.map((one) => makeSummary(one)),
  );

test('publications that share topics, people and words are related, the nearest first', () => {
  const publications = [
    {
      slug: 'a',
      title: 'Stromal cells in refractory arthritis',
      topics: ['cell-therapy'],
      keywords: ['arthritis'],
    },
    {
      slug: 'b',
      title: 'Stromal cells in arthritis after ten years',
      topics: ['cell-therapy'],
      keywords: ['arthritis'],
    },
    { slug: 'c', title: 'Arthritis and work', keywords: ['arthritis'] },
    { slug: 'd', title: 'Screening of the retina' },
  ];
  const related = relatedOf(publications);
  expect(related.get('a')?.[0]).toBe('b');
  expect(related.get('d')).toEqual([]);
  expect(related.get('a')).not.toContain('d');
});

test.each([
  [38, 'tells too little among few publications', []],
  [39, 'tells enough among more, where it is rarer', ['p1']],
])('one shared keyword in %i publications %s', (count, _, expected) => {
  const briefs = Array.from({ length: count }, (_unused, index) => ({
    slug: `p${index}`,
    title: `Word${index}`,
    keywords: [index < 2 ? 'shared' : `keyword ${index}`],
  }));
  expect(relatedOf(briefs).get('p0')).toEqual(expected);
});

test('a publication is not related to itself', () => {
  const publications = Array.from({ length: 5 }, (_, index) => ({
    slug: `p${index}`,
    title: 'The same seven words in each title',
    topics: ['t'],
  }));
  for (const [slug, others] of relatedOf(publications)) expect(others).not.toContain(slug);
});

test('three thousand publications that share one topic are compared without looking at every pair', () => {
  const publications = Array.from({ length: 3000 }, (_, index) => ({
    slug: `p${index}`,
    title: `Word${index} of word${index % 1500}`,
    topics: ['everything'],
  }));
  expect(relatedOf(publications).size).toBe(3000);
});
