import temml from 'temml';

/** TeX as MathML, or an error that says what TeX it could not read. Formulas need no font, style or script of ours. */
export function renderMath(tex: string, display = false): string {
  const mathml = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    annotate: false,
    trust: false,
    maxExpand: 200,
  });
  // Temml writes a few styles that browsers have by default; a strict Content-Security-Policy forbids them.
  return mathml.replace(/ style="[^"]*"/g, '');
}
