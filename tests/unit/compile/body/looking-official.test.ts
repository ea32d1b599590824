import { expect, test } from 'vitest';
import { compileBody, compileText } from '../../../../src/compile/body/compile-body.ts';

const options = {
  trust: 'markdown',
  lang: 'en',
  place: { base: '', site: 'https://example.org', page: '/publications/a/' },
} as const;
const compile = (source: string, trust: 'markdown' | 'mdx' = 'markdown') =>
  compileBody(`Text.\n\n## Note\n\n${source}\n`, { ...options, trust });
const htmlOf = (source: string): string => JSON.stringify(compile(source));

test.each([
  ['<div class="notice notice--stop">\n\n**Retracted**\n\n</div>', 'class'],
  ['Visible. <span className="vh">cheap pills</span>', 'class'],
  ['<div id="main">x</div>', 'id'],
  ['<h2 id="cite">x</h2>', 'id'],
  ['<a id="q" href="https://example.org/">x</a>', 'id'],
])('a class or id of an author is removed with `trust: markdown`: %s', (source, name) => {
  const { sections, faults } = compile(source);
  expect(JSON.stringify(sections)).not.toMatch(/notice|\bvh\b|id=/);
  expect(faults).toMatchObject([{ name: 'attribute-removed', message: expect.stringContaining(`"${name}"`) }]);
  expect(compileText(source, options).faults).toMatchObject([{ name: 'attribute-removed' }]);
  expect(compile(source, 'mdx').faults).toEqual([]);
});

test('classes and ids of Markdown itself stay', () => {
  const { sections, faults } = compile('A[^1]\n\n- [x] done\n\n### Part\n\n[^1]: note');
  expect(faults).toEqual([]);
  expect(JSON.stringify(sections)).toMatch(/footnotes.*|type=\\"checkbox\\"/);
});

test.each(['<input type="password" />', '<input type="file" />', '<form>x</form>', '<button>x</button>', '<select />'])(
  'a form control is refused with `trust: markdown`: %s',
  (source) => {
    expect(compile(source).faults).toMatchObject([{ name: 'code-not-trusted' }]);
  },
);

test.each([
  '[x](https://lib.example.org@evil.example/)',
  '[x](https://lib.example.org:pw@evil.example/)',
  '[x](//evil.example/)',
  '<a href="/\\\\evil.example/">x</a>',
  '[x](https://evil)',
  '<blockquote cite="https://a.example@evil.example/">x</blockquote>',
])('a link follows the rules of fields: %s', (source) => {
  expect(htmlOf(source)).not.toMatch(/(?:href|cite)=[^ ]*evil/);
  expect(compile(source).faults).toMatchObject([{ name: 'link-removed' }]);
});

test.each([
  'https://example.org/a_(b)?q=ü#x',
  'mailto:a@example.org',
  '#part',
  '/about/',
  '../b/',
  'http://localhost:4321/',
])('a link may be %s', (address) => expect(compile(`[x](<${address}>)`).faults).toEqual([]));
