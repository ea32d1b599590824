import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDrawingFault } from '../../../src/compile/find-drawing-fault.ts';
import { projectDir } from '../../../src/project/settings.ts';

const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" ${attributes}>${inner}</svg>`;

test.each([
  '<path d="M0 0h10" fill="url(#g)" style="stroke:#000;fill:url(#g)"/>',
  '<style>.a{fill:red;mask:url(#m)}</style><g class="a"><text>x &amp; y</text></g>',
  '<use xlink:href="#a"/><use href="#b"/><linearGradient id="g" xlink:href="#h"/>',
  '<a href="https://example.org/"><text>words</text></a>',
  '<image href="data:image/png;base64,iVBORw0KGgo="/>',
  '<animate attributeName="x" from="0" to="5" dur="1s"/><title>onload=x</title><desc>javascript:x</desc>',
])('a drawing may hold %s', (inner) => {
  expect(findDrawingFault(svg(inner))).toBeUndefined();
  expect(
    findDrawingFault(`<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n${svg(inner)}`),
  ).toBeUndefined();
});

test.each([
  svg('<script>x()</script>'),
  svg('<s:script xmlns:s="http://www.w3.org/2000/svg">x()</s:script>'),
  svg('<SCRIPT>x()</SCRIPT>'),
  svg('<script href="x.js"/>'),
  svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>'),
  svg('<foreignObject><p>x</p></foreignObject>'),
  svg('<iframe src="x"/>'),
  svg('<g onclick="x()"/>'),
  svg('', 'onload="x()"'),
  svg('<animate onbegin="x()" attributeName="x"/>'),
  svg('<set attributeName="onclick" to="x()"/>'),
  svg('<animate attributeName="xlink:href" to="javascript:x()"/>'),
  svg('<a href="javascript:x()">x</a>'),
  svg('<a xlink:href=" java&#10;script:x()">x</a>'),
  svg('<a href="data:text/html,x">x</a>'),
  svg('<use href="https://evil.example/x.svg#a"/>'),
  svg('<use href="other.svg#a"/>'),
  svg('<use href="data:image/svg+xml,x#a"/>'),
  svg('<image href="https://evil.example/x.png"/>'),
  svg('<image href="data:image/svg+xml;base64,x"/>'),
  svg('<feImage href="//evil.example/x.png"/>'),
  svg('<rect fill="url(https://evil.example/x.svg#a)"/>'),
  svg('<rect style="fill:url(//evil.example/x)"/>'),
  svg('<rect style="fill:u\\72l(x)"/>'),
  svg('<style>@import "https://evil.example/x.css";</style>'),
  svg('<style><![CDATA[a{background:url(https://evil.example/x)}]]></style>'),
  svg('', 'xml:base="https://evil.example/"'),
  `<?xml-stylesheet href="x.css"?>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY x "<script/>">]>${svg('&x;')}`,
  svg('<g>'),
  svg('&nosuch;'),
  'no drawing',
])('a drawing may not be %s', (text) => {
  expect(findDrawingFault(text)).toMatchObject({ name: 'drawing-not-safe', hint: expect.stringContaining('PNG') });
});

test('the drawing of the project is safe', () => {
  expect(findDrawingFault(readFileSync(join(projectDir, 'public/favicon.svg'), 'utf8'))).toBeUndefined();
});
