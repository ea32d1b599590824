import type { LocatedFault } from '../../compile/located-fault.ts';
import { quote } from '../../domain/text/quote.ts';
import type { LocatedNode } from './parse-style.ts';

/**
 * The first fault in the macros of a style, with which a reference would fail, never end or take too long: a macro that is missing
 * or calls itself, or macros that call each other too deeply or too often.
 */
export function findMacroFault(style: LocatedNode): LocatedFault | undefined {
  const macros = new Map<string, LocatedNode>();
  for (const child of style.children)
    if (typeof child !== 'string' && child.name === 'macro') {
      const name = child.attrs['name'] ?? '';
      if (macros.has(name)) return fault(child, `there are two macros ${quote(name)}`, 'give each its own name');
      macros.set(name, child);
    }
  const sizes = new Map<string, number>();
  const open: string[] = [];
  let found: LocatedFault | undefined;
  /** Number of elements, including those of each called macro. */
  const sizeOf = (node: LocatedNode): number => {
    let size = 1;
    for (const child of node.children) if (typeof child !== 'string') size += sizeOf(child);
    const { macro } = node.attrs;
    return macro === undefined ? size : size + sizeOfMacro(macro, node);
  };
  const sizeOfMacro = (name: string, caller: LocatedNode): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (!macro) found ??= fault(caller, `there is no macro ${quote(name)}`, 'write that macro, or delete this element');
    else if (open.includes(name))
      found ??= fault(
        caller,
        `the macro ${quote(name)} calls itself${open.at(-1) === name ? '' : `, through ${quote(open.at(-1)!)}`}, so that no reference would end`,
        'delete this element, or let it call another macro',
      );
    else if (open.length >= depthLimit)
      found ??= fault(
        caller,
        `macros call each other more than ${depthLimit} levels deep`,
        'let fewer macros call another',
      );
    else {
      open.push(name);
      const size = sizeOf(macro);
      open.pop();
      sizes.set(name, size);
      return size;
    }
    return 0;
  };
  const size = sizeOf(style);
  if (found !== undefined || size <= sizeLimit) return found;
  return fault(
    style,
    `the macros call each other so often that the style has more than ${sizeLimit.toLocaleString('en')} elements`,
    'let each macro call another once',
  );
}

/** Most elements of a style, counted as above. The largest style of the CSL project has 105,000 (apa-cv). */
const sizeLimit = 300_000;
const depthLimit = 100;

const fault = ({ position }: LocatedNode, message: string, hint: string): LocatedFault => ({
  name: 'style-macro',
  message,
  hint,
  position,
});
