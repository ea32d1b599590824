import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSlug, slugify } from '../../../../src/domain/identifiers/slug.ts';

test.each(['a', 'jamshidi-2024', '2024', 'x'.repeat(120)])('%s is a slug', (text) =>
  expect(parseSlug(text)).toEqual({ ok: true, value: text }),
);

describe('a text that is not a slug is rejected with a slug', () => {
  test.each([
    ['Über die Größe', 'malformed-slug', 'write uber-die-grosse'],
    ['a--b', 'malformed-slug', 'write a-b'],
    ['../etc/passwd', 'malformed-slug', 'write etc-passwd'],
    ['..', 'malformed-slug', 'write u2e-u2e'],
    ['.hidden', 'malformed-slug', 'write hidden'],
    ['a.', 'malformed-slug', 'write a'],
    ['a ', 'malformed-slug', 'write a'],
    ['A', 'malformed-slug', 'write a'],
    ['cafe\u0301', 'malformed-slug', 'write cafe'],
    ['caf\u00e9', 'malformed-slug', 'write cafe'],
    ['a\\b', 'malformed-slug', 'write a-b'],
    ['%2e%2e%2fa', 'malformed-slug', 'write 2e-2e-2fa'],
    ['a\0b', 'malformed-slug', 'write a-b'],
    ['index', 'reserved-slug', 'write something else, such as index-1'],
    ['nul', 'reserved-slug', 'write something else, such as nul-1'],
    ['con', 'reserved-slug', 'write something else, such as con-1'],
    ['lpt1', 'reserved-slug', 'write something else, such as lpt1-1'],
    [`${'word-'.repeat(30)}end`, 'long-slug', `write something shorter, such as ${'word-'.repeat(23)}word`],
  ])('%s', (text, name, hint) => expect(parseSlug(text)).toMatchObject({ ok: false, fault: { name, hint } }));
});

test.each([
  ['TNF-α and β-catenin in Alzheimer’s', 'tnf-alpha-and-beta-catenin-in-alzheimers'],
  ['Łódź, Ørsted & Þórunn', 'lodz-orsted-thorunn'],
  ['علی احمدی', 'ali-ahmdi'],
  ['حاجی‌زاده', 'hajizadh'],
  ['۱۴۰۳', '1403'],
  ['Москва', 'moskva'],
  ['Ελλάδα', 'ellada'],
  ['王小明', 'u738b-u5c0f-u660e'],
  ['', 'untitled'],
])('%s becomes %s', (text, slug) => expect(slugify(text)).toBe(slug));

test('every text has a slug, and the slug of a slug is the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const slug = slugify(text);
      expect(parseSlug(slug)).toEqual({ ok: true, value: slug });
      expect(slugify(slug)).toBe(slug);
    }),
  );
});
