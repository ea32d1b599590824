import { expect, test } from 'vitest';
import { htmlToPlain } from '../../../../src/domain/text/html-to-plain.ts';

test.each([
  ['<p>One <em>two</em>, three.</p><p>Four</p>', 'One two, three.\nFour'],
  ['<p>One\n  line</p>\n<ul>\n<li>a</li>\n<li><p>b</p></li></ul>', 'One line\na\nb'],
  ['<h3 id="x">Heading</h3><p>one<br />two</p>', 'Heading\none two'],
  ['<table><tr><th>a</th><td>b</td></tr></table>', 'a b'],
  ['<p>H<sub>2</sub>O &lt; 5 &amp; &quot;x&quot; &#39;y&#39; &amp;lt;</p>', 'H2O < 5 & "x" \'y\' &lt;'],
  ['<p>1 &nbsp; 2</p>', '1 &nbsp; 2'],
  ['', ''],
])('%s has the text %j', (html, text) => {
  expect(htmlToPlain(html)).toBe(text);
});
