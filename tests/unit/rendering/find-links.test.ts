import { describe, expect, test } from 'vitest';
import { findLinks, hasFragment } from '../../../src/rendering/find-links.ts';
import { hasPath, PathSet } from '../../../src/rendering/path-set.ts';

const site = { base: '/base', site: 'https://example.org/base' };
const pathsIn = (text: string, output = 'people/x/index.html') =>
  findLinks(text, { output, ...site }).map(({ path, fragment }) =>
    fragment === undefined ? path : `${path}#${fragment}`,
  );

describe('the links of a page', () => {
  test.each([
    ['<a href="/base/people/y/">', ['people/y/index.html']],
    ['<a href="/base/">', ['index.html']],
    ['<a href="/base/search/?q=a&amp;b=1#c">', ['search/index.html#c']],
    ['<a href="#c">', ['people/x/index.html#c']],
    ['<img class="a" src="/base/a%20b.png">', ['a b.png']],
    ['<img srcset="/base/1.png 1x, /base/2.png 2x">', ['1.png', '2.png']],
    ['<link rel="canonical" href="https://example.org/base/people/x/">', ['people/x/index.html']],
    ['<meta property="og:image" content="https://example.org/base/card.png">', ['card.png']],
    ['<script type="application/ld+json">{"contentUrl":"https://example.org/base/a.pdf"}</script>', ['a.pdf']],
    ['<a href="/elsewhere/">', ['../elsewhere/index.html']],
    ['<a href="https://other.org/">', []],
    ['<a href="mailto:a@example.org">', []],
    ['<a href="https://example.org/base/own-program/">', []],
    ['<code>a href="/base/example/"</code>', []],
    ['<meta name="description" content="/base/nothing/">', []],
  ])('are found: %s', (html, paths) => {
    expect(pathsIn(html)).toEqual(paths);
  });

  test('are found once', () => {
    expect(pathsIn('<a href="/base/a/">a</a><a href="/base/a/">b</a>')).toEqual(['a/index.html']);
  });

  test('are found in styles, scripts and sitemaps', () => {
    expect(pathsIn('@font-face{src:url(./a.woff2)} b{background:url("data:x")}', '_astro/a.css')).toEqual([
      '_astro/a.woff2',
    ]);
    expect(pathsIn('import{a}from"./b.js";import("./c.js")', '_astro/a.js')).toEqual(['_astro/b.js', '_astro/c.js']);
    expect(pathsIn('<loc>https://example.org/base/people/</loc>', 'sitemap-1.xml')).toEqual(['people/index.html']);
  });

  test('lead to parts that have their name', () => {
    expect(hasFragment('<h2 class="a" id="b&amp;c">', 'b&c')).toBe(true);
    expect(hasFragment('<h2 id="bc">', 'b')).toBe(false);
  });
});

test('a set of paths has the paths that it was made of, and no others, however many they are', () => {
  const paths = Array.from({ length: 5000 }, (_, index) => `publications/paper-${index}/index.html`);
  const set = new PathSet();
  for (const path of [...paths, ...paths]) set.add(path);
  expect(paths.filter((path) => !set.has(path))).toEqual([]);
  expect(paths.filter((path) => hasPath(set.buffer, `fa/${path}`))).toEqual([]);
  expect(set.buffer.byteLength).toBe(8192 * 8);
  expect(new PathSet().has('a')).toBe(false);
});
