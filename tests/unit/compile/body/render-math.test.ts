import { expect, test } from 'vitest';
import { renderMath } from '../../../../src/compile/body/render-math.ts';

test.each([
  String.raw`\rule{5em}{1em}`,
  String.raw`\hspace{10em} x \\[2em] y`,
  String.raw`\begin{alignedat}{2} a & b & c & d \end{alignedat}`,
  String.raw`\Huge{x} \raisebox{-2pt}{x} \frac{\sqrt{x^{y^{z}}}}{2}`,
])('a formula may be %s', (tex) => {
  expect(renderMath(tex)).toMatch(/^<math>/);
});

test.each([
  [String.raw`\rule{5000em}{5000em}`, 'the size 5000em is larger'],
  [String.raw`\rule{500cm}{1cm}`, 'the size 500cm is larger'],
  [String.raw`\rule{99999999999999999999999em}{1em}`, 'is larger'],
  [String.raw`\raisebox{-5000em}{x}`, 'is larger'],
  [String.raw`x \\[5000em] y`, 'is larger'],
  [String.raw`\kern5000mu x`, 'is larger'],
  [String.raw`a \above90em b`, 'is larger'],
  [String.raw`\begin{alignedat}{999999999}a\end{alignedat}`, 'number of its columns'],
  [String.raw`\def\n{999999999}\begin{alignedat}{\n}a\end{alignedat}`, 'number of its columns'],
  [String.raw`\let\b\begin \b{alignedat}{999999999}a\end{alignedat}`, 'name of an environment'],
  [String.raw`\begin{alig\@empty nedat}{999999999}a\end{alignedat}`, 'name of an environment'],
  [`${'x^{'.repeat(2000)}x${'}'.repeat(2000)}`, 'nests more than'],
  ['x+'.repeat(6000), 'parts'],
  ['x'.repeat(30_000), 'characters'],
])('a formula may not cover the page or freeze a program: %s', (tex, reason) => {
  expect(() => renderMath(tex)).toThrow(reason);
});
