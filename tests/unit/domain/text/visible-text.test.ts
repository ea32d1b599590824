import { expect, test } from 'vitest';
import { toVisible, toVisibleJson, toVisibleLine } from '../../../../src/domain/text/visible-text.ts';

test.each([
  ['\x1b[31mred', 'U+001B[31mred'],
  ['\x1b]8;;https://evil.example\x07x', 'U+001B]8;;https://evil.exampleU+0007x'],
  ['\x9b2J', 'U+009B2J'],
  ['a\u202egpj.exe', 'aU+202Egpj.exe'],
  ['a\u{e0041}\u200b\ufeff\ud800b', 'aU+E0041U+200BU+FEFFU+D800b'],
  ['x ##[set-output name=a]b', 'x # #[set-output name=a]b'],
  ['  ::error::x', '  : :error::x'],
  ['a\r::stop-commands::x', 'a\n: :stop-commands::x'],
  ['می‌خواهم، ü 中 e\u0301 👩‍🔬\ta::b ## [x]', 'می‌خواهم، ü 中 e\u0301 👩‍🔬\ta::b ## [x]'],
])('%j is shown as %j', (text, shown) => {
  expect(toVisible(text)).toBe(shown);
  expect(toVisible(shown)).toBe(shown);
  expect(toVisibleLine(`${text}\n::x`)).toBe(`${shown} : :x`.replace('\n', ' '));
});

test('JSON stays the same data', () => {
  const value = { a: '\x1b\x9b\u202e\u{e0041}\ud800 ##[x]\n::y', 'b\u2028': 'می‌خواهم' };
  const json = toVisibleJson(JSON.stringify(value, undefined, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(toVisible(json)).toBe(json);
});
