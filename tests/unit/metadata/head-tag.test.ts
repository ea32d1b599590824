import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataJson, headHtml, link, meta } from '../../../src/metadata/head-tag.ts';
import { attribute, readHtml } from '../../support/read-html.ts';

test('a value comes out of a browser as it went in, whatever signs it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const line = value.replace(/[\n\r\t]+/g, ' ').replaceAll('\0', '');
      fc.pre(!/[\0\f\v]/.test(value));
      const { all } = readHtml(`<!doctype html><head>${headHtml([meta('a', line), link('b', line)])}</head>`);
      expect(attribute(all('meta')[0]!, 'content')).toBe(line);
      expect(attribute(all('link')[0]!, 'href')).toBe(line);
    }),
  );
});

test('line breaks become spaces, so that a tag is one line', () => {
  expect(headHtml([meta('a', 'one\r\n\ttwo')])).toBe('<meta name="a" content="one two">');
});

test('line ends with a meaning are kept, and the tag is one line still', () => {
  const html = headHtml([{ ...meta('a', 'one: "1"\ntwo: 2'), keepsLines: true }]);
  expect(html).not.toContain('\n');
  expect(attribute(readHtml(`<!doctype html><head>${html}</head>`).all('meta')[0]!, 'content')).toBe(
    'one: "1"\ntwo: 2',
  );
});

test('a data block cannot end its element, and reads as the same value', () => {
  const values = [
    '</script><script>alert(1)</script>',
    '<!--',
    ']]>',
    '\u2028\u2029',
    'a "quoted" \\ text',
    { a: ['<'] },
  ];
  for (const value of values) {
    const json = dataJson(value);
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(value);
    const html = headHtml([{ tag: 'data', type: 'application/ld+json', value }]);
    const { all } = readHtml(`<!doctype html><head>${html}</head>`);
    expect(all('script').map((element) => attribute(element, 'type'))).toEqual(['application/ld+json']);
  }
});

test('attributes without a value are left out', () => {
  expect(headHtml([{ tag: 'link', attributes: { rel: 'a', type: undefined, href: 'b' } }])).toBe(
    '<link rel="a" href="b">',
  );
});
