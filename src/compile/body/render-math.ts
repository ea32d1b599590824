import temml from 'temml';

/** TeX as MathML, which needs no font, style or script of the site. Throws an error that names the TeX it cannot read. */
export function renderMath(tex: string, display = false): string {
  const mathml = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    annotate: false,
    trust: false,
    maxExpand: 200,
  });
  // Temml writes a few styles that browsers apply anyway; a strict Content-Security-Policy forbids them.
  return mathml.replace(/ style="[^"]*"/g, '');
}
