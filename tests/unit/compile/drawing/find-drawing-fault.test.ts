import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawnLimit } from '../../../../src/compile/drawing/drawing-size.ts';
import { findDrawingFault as findFault } from '../../../../src/compile/drawing/find-drawing-fault.ts';
import { projectDir } from '../../../../src/project/settings.ts';

const findDrawingFault = (text: string) => findFault(Buffer.from(text));
const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" ${attributes}>${inner}</svg>`;

test.each([
  '<path d="M0 0h10" fill="url(#g)" style="stroke:#000;fill:url(#g)"/>',
  '<style>.a{fill:red;mask:url(#m)}</style><g class="a"><text>x &amp; y</text></g>',
  '<use xlink:href="#a"/><use href="#b"/><linearGradient id="g" xlink:href="#h"/>',
  '<a href="https://example.org/"><text>words</text></a>',
  '<image href="data:image/png;base64,iVBORw0KGgo="/>',
  '<style>/* @import in a comment */ @media print{.a:not(.b){fill:rgb(0,0,0)}}</style>',
  '<g data-name="f(x)" aria-label="C:\\\\x" i:groupmode="layer" xmlns:i="http://www.inkscape.org/namespaces/inkscape"/>',
  '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Work r:about=""/></r:RDF></metadata>',
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
  svg('<style>@im<!-- -->port "https://evil.example/x.css";</style>'),
  svg('<style>@im<![CDATA[port]]> "https://evil.example/x.css";</style>'),
  svg('<style><g/>@import "https://evil.example/x.css";</style>'),
  svg('<style>rect{fill:u<![CDATA[rl(]]>https://evil.example/x)}</style>'),
  svg('<style>@namespace "https://evil.example/";</style>'),
  svg('<rect style="--x:http;background:image(\'https://evil.example/x\')"/>'),
  svg('<rect fill="src(\'https://evil.example/x\')"/>'),
  svg('<h:img xmlns:h="http://www.w3.org/1999/xhtml" srcset="https://evil.example/x.png 1x"/>'),
  svg('<h:input xmlns:h="http://www.w3.org/1999/xhtml" type="password"/>'),
  svg('<h:table xmlns:h="http://www.w3.org/1999/xhtml" background="https://evil.example/x.png"/>'),
  svg('<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>'),
  svg('<rect e:event="load" xmlns:e="http://www.w3.org/2001/xml-events"/>'),
  svg('<unknown/>'),
  svg('<rect unknown="x"/>'),
  svg('<a href="https://lib.example.org@evil.example/">x</a>'),
  svg('<a><animate attributeName="h&#114;ef" values="javascript:x()"/></a>'),
  svg('<rect mask="inherit"/>'),
  svg('<g style="--m:url(#a)"><rect mask="var(--m)"/></g>'),
  svg('<set attributeName="style" to="fill:red"/>'),
  svg('<set attributeName="fill" to="url(https://evil.example/x)"/>'),
  '<svg width="10" height="10"/>',
  `<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('<text>\x1b$B<!--\x1b(B</text>')}`,
  `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`,
  `<?xml version="1.1"?>${svg('')}`,
  `<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">${svg('')}`,
  svg('<g>'.repeat(300) + '</g>'.repeat(300)),
  svg('<g>'),
  svg('&nosuch;'),
  'no drawing',
])('a drawing may not be %s', (text) => {
  expect(findDrawingFault(text)).toMatchObject({ name: 'drawing-not-safe', hint: expect.stringContaining('PNG') });
});

test('the drawing of the project is safe', () => {
  expect(findFault(readFileSync(join(projectDir, 'public/favicon.svg')))).toBeUndefined();
});

test('a drawing may not be in another encoding than UTF-8', () => {
  for (const bytes of [Buffer.from(svg('<title>é</title>'), 'latin1'), Buffer.from(`\uFEFF${svg('')}`, 'utf16le')])
    expect(findFault(bytes)?.message).toContain('not in UTF-8');
});

const group = (id: number, times: number, part: string): string => `<g id="a${id}">${part.repeat(times)}</g>`;
test.each([
  ['use', (id: number) => `<use href="#a${id}"/>`],
  ['a pattern', (id: number) => `<rect fill="url(#a${id})"/>`],
  ['an inherited pattern', (id: number) => `<g fill="url(#a${id})"><rect/></g>`],
  ['a style', (id: number) => `<style>.s${id}{mask:url(#a${id})}</style><rect class="s${id}"/>`],
])('a drawing may not repeat itself without end by %s', (_, refer) => {
  const levels = (count: number) =>
    group(0, 1, '<rect/>') +
    Array.from({ length: count }, (_, index) => group(index + 1, 10, refer(index))).join('') +
    refer(count);
  expect(findDrawingFault(svg(levels(3)))).toBeUndefined();
  expect(findDrawingFault(svg(levels(8)))?.message).toContain('makes a browser draw more than');
});

test('a drawing may have many elements, and no more than a browser can draw', () => {
  expect(findDrawingFault(svg('<rect/>'.repeat(drawnLimit / 2)))).toBeUndefined();
  expect(findDrawingFault(svg('<rect/>'.repeat(drawnLimit)))?.message).toContain('draw more than');
  expect(findDrawingFault(svg('<use id="a" href="#a"/>'))).toBeUndefined();
  const chain = Array.from({ length: 50_000 }, (_, index) => `<use id="c${index}" href="#c${index + 1}"/>`).join('');
  expect(findDrawingFault(svg(chain))?.message).toContain('draw more than');
});
