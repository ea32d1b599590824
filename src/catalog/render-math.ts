import temml from 'temml';

/** TeX as MathML, or an error that says what TeX it could not read. Formulas need no font, style or script of ours. */
export function renderMath(tex: string, display = false): string {
  return temml.renderToString(tex, { displayMode: display, throwOnError: true, annotate: false, trust: false, maxExpand: 200 });
}
