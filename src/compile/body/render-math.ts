import temml from 'temml';

/**
 * TeX as MathML, which needs no font, style or script of the site. Throws an error that names the TeX it cannot read, or
 * what would disturb the page.
 */
export function renderMath(tex: string, display = false): string {
  const unread = findUnreadable(tex);
  if (unread !== undefined) throw new Error(unread);
  const mathml = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    annotate: false,
    trust: false,
    maxExpand: 200,
  });
  const fault = findSizeFault(mathml);
  if (fault !== undefined) throw new Error(fault);
  // Temml writes a few styles that browsers apply anyway; a strict Content-Security-Policy forbids them.
  return mathml.replace(/ style="[^"]*"/g, '');
}

/** Elements of one formula; a matrix of 20 × 20 terms has about 2,000. */
const elementLimit = 10_000;
const nestingLimit = 200;
/** Widths, heights and shifts, in letters. */
const lengthLimit = 50;
/** Number of each unit that is about as long as a letter is wide; 10 for all others, such as points and pixels. */
const factors: Readonly<Record<string, number>> = { em: 1, ex: 2, cm: 0.4, in: 0.15, mm: 4, pc: 1 };
/** How many times larger letters may be than the text around. `\Huge` is 2.5. */
const scaleLimit = 20;

/** Characters of TeX in one formula. */
const lengthOfTexLimit = 20_000;

/** What TeX holds that Temml would need too much time or memory for. */
function findUnreadable(tex: string): string | undefined {
  if (tex.length > lengthOfTexLimit) return `it has more than ${lengthOfTexLimit.toLocaleString('en')} characters`;
  let depth = 0;
  for (const [brace] of tex.matchAll(/[{}]/g))
    if ((depth += brace === '{' ? 1 : -1) > nestingLimit) return `it nests more than ${nestingLimit} parts`;
  // Temml makes as many columns as `alignat` and `alignedat` ask for. A macro could hide the name or the number.
  for (const { index } of tex.matchAll(/\\begin(?![a-z])/gi)) {
    const [, name = '', columns] =
      /^\s*(\{[a-z]+\*?\})?(?:\{(\d{1,2})\})?/i.exec(tex.slice(index + 6, index + 60)) ?? [];
    if (name === '') return '\\begin is not followed by the name of an environment in braces';
    if (/at\*?\}$/.test(name) && columns === undefined)
      return `\\begin${name} is not followed by the number of its columns, of at most two digits`;
  }
  return undefined;
}

/** What makes a formula cover the page or freeze a browser, from its MathML. Temml's own `maxSize` lets negative sizes pass. */
function findSizeFault(mathml: string): string | undefined {
  const scales = [1];
  let elements = 0;
  for (const [, end, attributes = ''] of mathml.matchAll(/<(\/?)[a-z]+((?: [^<>]*)?)>/g)) {
    if (end) {
      scales.pop();
      continue;
    }
    elements += 1;
    if (elements > elementLimit) return `it has more than ${elementLimit.toLocaleString('en')} parts`;
    if (scales.length > nestingLimit) return `it nests more than ${nestingLimit} parts`;
    const scale = Number(/ mathsize="([\d.]+)em"/.exec(attributes)?.[1] ?? 1) * scales.at(-1)!;
    if (scale > scaleLimit) return `its letters are more than ${scaleLimit} times as large as the text`;
    scales.push(scale);
    for (const [, number, unit] of attributes.matchAll(/[" ][-+]?(\d+(?:\.\d*)?(?:e\+?\d+)?)([a-z]{2})?(?=["; ])/gi))
      if (unit && Number(number) * scale > lengthLimit * (factors[unit.toLowerCase()] ?? 10))
        return `the size ${number}${unit} is larger than ${lengthLimit} letters`;
  }
  return undefined;
}
