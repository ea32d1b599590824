import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeHtml,
  parseRichText,
  plainToRich,
  richTextToHtml,
  richTextToPlain,
  richTextToSource,
} from '../../../../src/domain/text/rich-text.ts';

const math = (tex: string): string => `<math>${escapeHtml(tex)}</math>`;
const parse = (source: string) => parseRichText(source, math);
const anything = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '<i>',
        '</i>',
        '<b>',
        '</b>',
        '<sub>',
        '</sub>',
        '$',
        '\\',
        '&',
        '&lt;',
        '&#945;',
        '<em>',
        ' ',
        '5',
        'x',
        '<',
        '>',
        '\n',
      ),
      { maxLength: 24 },
    )
    .map((list) => list.join('')),
);

describe('a text is read as intended', () => {
  test.each([
    ['p < 0.05', 'p &lt; 0.05', 'p < 0.05'],
    ['AT&T and R&D;', 'AT&amp;T and R&amp;D;', 'AT&T and R&D;'],
    ['$5 and $6', '$5 and $6', '$5 and $6'],
    ['US$5/US$6', 'US$5/US$6', 'US$5/US$6'],
    ['a<b and c>d', 'a&lt;b and c&gt;d', 'a<b and c>d'],
    ['\\$5$x$ C:\\dir', '$5<math>x</math> C:\\dir', '$5x C:\\dir'],
    ['&lt;i&gt; &amp; &quot;&#945;&#x3B2;', '&lt;i&gt; &amp; &quot;αβ', '<i> & "αβ'],
    ['H<sub>2</sub>O at 10<sup>-3</sup>', 'H<sub>2</sub>O at 10<sup>-3</sup>', 'H₂O at 10⁻³'],
    ['19<sup>th</sup> K<sub>m</sub>', '19<sup>th</sup> K<sub>m</sub>', '19th Kₘ'],
    ['<i>E. <b>coli</b></i>', '<i>E. <b>coli</b></i>', 'E. coli'],
    [' a\n <i> b </i>  c<i> </i>', 'a <i>b </i>c', 'a b c'],
    ['10\u00A0mg', '10\u00A0mg', '10\u00A0mg'],
    ['e\u0301', 'é', 'é'],
    ['$x^2 \\le \\alpha_{i}$', '<math>x^2 \\le \\alpha_{i}</math>', 'x² ≤ αᵢ'],
    ['$p &lt; 1$', '<math>p &lt; 1</math>', 'p < 1'],
    ['$\\frac{a+b}{2}$ $\\sqrt{x}$', '<math>\\frac{a+b}{2}</math> <math>\\sqrt{x}</math>', '(a+b)/2 √x'],
    ['$\\unknown x$', '<math>\\unknown x</math>', '\\unknown x'],
    ['$10^{-3} \\pm 5\\,^\\circ$', '<math>10^{-3} \\pm 5\\,^\\circ</math>', '10⁻³ ± 5 °'],
    ['', '', ''],
  ])('%s', (source, html, plain) => {
    const { text, faults } = parse(source);
    expect(faults).toEqual([]);
    expect(richTextToHtml(text)).toBe(html);
    expect(richTextToPlain(text)).toBe(plain);
  });
});

describe('faulty markup becomes text, and the hint shows the repaired text', () => {
  test.each([
    ['<em>E. coli</em><br/>x', 'markup-in-title', '"<i>E. coli</i> x"'],
    ['<p>Title</p>', 'markup-in-title', '"Title"'],
    ['<script>alert(1)</script>', 'markup-in-title', '"alert(1)"'],
    ['<a href="x">y</a>', 'markup-in-title', '"y"'],
    ['<i class="s">y</i>', 'markup-in-title', '"<i>y</i>"'],
    ['<constructor>', 'markup-in-title', '&lt;'],
    ['<i>abc', 'unbalanced-markup', '"abc"'],
    ['<i>a<b>b</i>c</b>', 'unbalanced-markup', '"<i>ab</i>c"'],
    ['a &nbsp; b', 'unknown-character-reference', '&amp;nbsp;'],
    ['a &#x202E; b', 'unknown-character-reference', '&amp;#x202E;'],
  ])('%s', (source, name, hint) => {
    const { text, faults } = parse(source);
    expect(faults.map((fault) => fault.name)).toContain(name);
    expect(faults.find((fault) => fault.name === name)?.hint).toContain(hint);
    expect(richTextToHtml(text)).not.toMatch(/<(?!\/?[ib]>)/);
  });

  test('angle brackets around any other word are a warning, because they may be text', () => {
    const { text, faults } = parse('President Vows to Cut <Taxes> Hair');
    expect(faults).toMatchObject([{ name: 'markup-in-title', severity: 'warning' }]);
    expect(richTextToPlain(text)).toBe('President Vows to Cut <Taxes> Hair');
  });

  test('a formula that cannot be rendered is a fault, and its TeX is text', () => {
    const { text, faults } = parseRichText('a $\\bad{$ b', () => {
      throw new Error('expected }');
    });
    expect(faults).toMatchObject([
      { name: 'broken-mathematics', message: 'the formula $\\bad{$ cannot be read: expected }' },
    ]);
    expect(text).toEqual(['a $\\bad{$ b']);
  });
});

test('every text can be read, and loses no letter or digit', () => {
  const kept = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (source) => {
      fc.pre(!/[<&$\\]/.test(source));
      expect(kept(richTextToPlain(parse(source).text))).toBe(kept(source));
      expect(kept(richTextToHtml(parse(source).text).replace(/&(?:lt|gt|amp|quot|#39);/g, ''))).toBe(kept(source));
    }),
  );
});

test('the formatted source parses to the same text', () => {
  fc.assert(
    fc.property(anything, (source) => {
      const { text } = parse(source);
      const again = parse(richTextToSource(text));
      expect(again).toEqual({ text, faults: [] });
    }),
    { numRuns: 1000 },
  );
});

test('in plain text no character is markup', () => {
  fc.assert(
    fc.property(anything, (source) => {
      const text = plainToRich(source);
      expect(parse(richTextToSource(text)).text).toEqual(text);
    }),
  );
});
