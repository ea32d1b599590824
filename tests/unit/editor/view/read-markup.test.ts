import { expect, test } from 'vitest';
import { readMarkup } from '../../../../src/editor/view/inputs/read-markup.ts';

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- p.MsoNormal {margin:0} --></style></head>
<body lang=EN-US><!--StartFragment--><p class=MsoNormal><b>Aims:<o:p></o:p></b> To measure
<em>x</em><sup>2</sup> at 10<span style='vertical-align:super'>&#8722;3</span>.</p><p class=MsoNormal><script>alert(1)</script>We&nbsp;did &lt; it<img src="https://evil.example/x.png">.<!--EndFragment--></body></html>`;

test.each([
  [
    'CO<sub>2</sub> in <i>E. coli </i>cells',
    'CO<sub>2</sub> in <i>E. coli</i> cells',
    'CO<sub>2</sub> in *E. coli* cells',
  ],
  [
    word,
    '<b>Aims:</b> To measure <i>x</i><sup>2</sup> at 10<sup>−3</sup>. We did < it.',
    '**Aims:** To measure *x*<sup>2</sup> at 10<sup>−3</sup>.\n\nWe did < it.',
  ],
  [
    '<b style="font-weight:normal" id="docs-internal"><p>Plain <span style="font-style:italic">text</span></p></b>',
    'Plain <i>text</i>',
    'Plain *text*',
  ],
  ['<h1><b>A bold heading</b></h1>', 'A bold heading', 'A bold heading'],
  ['<b>One</b> and <b>two</b>', '<b>One</b> and <b>two</b>', '**One** and **two**'],
  ['<ul><li><span style="mso-list:Ignore">·  </span>One</li><li>Two</ul>', 'One Two', 'One\n\nTwo'],
  ['x<sup></sup> <i> </i>y</b></p><sub>2', 'x y<sub>2</sub>', 'x y<sub>2</sub>'],
  ['<p dir=rtl>آب H<sub>2</sub>O</p>', 'آب H<sub>2</sub>O', 'آب H<sub>2</sub>O'],
])('what is copied as %s is pasted with its signs', (html, line, markdown) => {
  expect(readMarkup(html, 'line')).toBe(line);
  expect(readMarkup(html, 'markdown')).toBe(markdown);
});
