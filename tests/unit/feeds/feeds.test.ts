import { describe, expect, test } from 'vitest';
import { writeAtom } from '../../../src/feeds/atom.ts';
import { feedItem } from '../../../src/feeds/feed-item.ts';
import type { Feed } from '../../../src/feeds/feed.ts';
import { writeJsonFeed } from '../../../src/feeds/json-feed.ts';
import { xmlFaults } from '../../support/validate-xml.ts';
import { makeCited, plainAbstract, type PublicationSketch } from '../formats/make-cited.ts';

const item = (sketch: PublicationSketch = {}, context = {}, locale = 'en') =>
  feedItem(makeCited(sketch, context), locale, {});

const feed = (items: Feed['items']): Feed => ({
  title: 'Example Institute',
  subtitle: 'Publications',
  language: 'en',
  page: 'https://example.org/',
  self: 'https://example.org/feed.xml',
  other: 'https://example.org/feed.json',
  author: 'Example Institute',
  icon: 'https://example.org/favicon.svg',
  items,
  pageOf: (slug) => `https://example.org/publications/${slug}/`,
  personOf: (id) => `https://example.org/people/${id}/`,
});

describe('the date of an entry', () => {
  const retraction = { type: 'retraction' as const, date: { year: 2025, month: 2, day: 1 } };
  test.each([
    [
      'of publication, from the first moment of what is known',
      { published: { year: 2024, month: 12 } },
      '2024-12-01T00:00:00Z',
    ],
    [
      'when it came to the site',
      { published: { year: 2024 }, added: { year: 2024, month: 12, day: 10 } },
      '2024-12-10T00:00:00Z',
    ],
    [
      'of the latest notice',
      { published: { year: 2024 }, notices: [retraction, { type: 'correction' as const, date: { year: 2024 } }] },
      '2025-02-01T00:00:00Z',
    ],
    [
      'of its arrival, where a notice has no date',
      { published: { year: 2024 }, notices: [{ type: 'concern' as const }] },
      '2024-01-01T00:00:00Z',
    ],
  ])('is that %s', (_, sketch, updated) => {
    expect(item(sketch).updated).toBe(updated);
  });
});

test('a retraction stands first in title and text', () => {
  const retracted = item({ status: 'retracted', abstracts: [plainAbstract('An abstract.')] });
  expect(retracted.title.plain).toBe('RETRACTED: A title');
  expect(retracted.paragraphs).toEqual(['RETRACTED.', 'An abstract.']);
});

test('the version to cite is named', () => {
  expect(item({}, { preferred: { doi: '10.5555/best' } }).paragraphs).toEqual([
    'Cite instead: https://doi.org/10.5555/best',
  ]);
});

test('a translated title is for readers of its language', () => {
  const sketch = { titles: { fa: ['عنوان'] } };
  expect([item(sketch, {}, 'fa').title.plain, item(sketch, {}, 'fa').lang]).toEqual(['عنوان', 'fa']);
  expect([item(sketch, {}, 'en').title.plain, item(sketch, {}, 'en').lang]).toEqual(['A title', 'en']);
});

const hostile = [
  item(
    { slug: 'a', title: ['x < y & ', { tag: 'i', children: ['z'] }, ' ]]>'], keywords: ['"k"', '"k"'] },
    { people: { 0: 'jamshidi-a' } },
  ),
  item({ slug: 'b', title: ['\u0001 <script>'], abstracts: [plainAbstract('a\n\nb & <c>')], doi: '10.5555/a<b>&c' }),
];

test('Atom is valid, whatever the records hold', async () => {
  const text = writeAtom(feed(hostile));
  expect(await xmlFaults(text, 'atom.rng')).toEqual([]);
  expect(text).toContain('<title type="html">x &amp;lt; y &amp;amp; &lt;i&gt;z&lt;/i&gt; ]]&amp;gt;</title>');
  expect(text.match(/<category /g)).toHaveLength(1);
});

test('the schema finds what is missing', async () => {
  expect(await xmlFaults(writeAtom(feed([])), 'atom.rng')).not.toEqual([]);
  expect(await xmlFaults(writeAtom(feed(hostile)).replace(/<updated>[^<]*/, '<updated>2024'), 'atom.rng')).not.toEqual(
    [],
  );
});

test('JSON Feed has content for every item, and the same dates', () => {
  const { items } = JSON.parse(writeJsonFeed(feed(hostile))) as { items: Record<string, unknown>[] };
  expect(items.map(({ content_text: text }) => text)).toEqual(['x < y & z ]]>', 'a\n\nb & <c>']);
  expect(items[1]).toMatchObject({
    external_url: 'https://doi.org/10.5555/a%3Cb%3E&c',
    date_modified: '2024-01-01T00:00:00Z',
  });
});
