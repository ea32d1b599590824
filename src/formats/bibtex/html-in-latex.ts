/**
 * The source with the markup of pages as commands of LaTeX: databases write `<i>`, `&lt;i&gt;`, `{$<$}i{$>$}` and
 * `{\textless}i{\textgreater}` into titles. `$<$i$>$` stays: our own writers have this form for the signs themselves.
 */
export function readHtmlInLatex(source: string): string {
  if (!/[<]|&lt;|\\textless/.test(source)) return source;
  const inner = source.replace(element, replaceElement);
  // An element inside another.
  return inner === source ? source : inner.replace(element, replaceElement);
}

const open = String.raw`(?:(?<!\$)<|&lt;|\{\$<\$\}|\{\\textless\}|\\textless(?:\{\}| |(?![a-z])))`;
const close = String.raw`(?:>(?!\$)|&gt;|\{\$>\$\}|\{\\textgreater\}|\\textgreater(?:\{\}| |(?![a-z])))`;
const element = new RegExp(
  String.raw`${open}(i|em|italic|b|strong|bold|sub|inf|sup)${close}((?:(?!${open}).){1,300})${open}/\1${close}`,
  'gis',
);

function replaceElement(whole: string, tag: string, inside: string): string {
  const command = commands.get(tag.toLowerCase());
  return command === undefined || !isBalanced(inside) ? whole : `\\${command}{${inside}}`;
}

const commands: ReadonlyMap<string, string> = new Map([
  ['i', 'textit'],
  ['em', 'textit'],
  ['italic', 'textit'],
  ['b', 'textbf'],
  ['strong', 'textbf'],
  ['bold', 'textbf'],
  ['sub', 'textsubscript'],
  ['inf', 'textsubscript'],
  ['sup', 'textsuperscript'],
]);

function isBalanced(source: string): boolean {
  let depth = 0;
  for (const sign of source) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
