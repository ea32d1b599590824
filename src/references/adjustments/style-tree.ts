import type { CslNode } from '../../domain/publication/reference-styles.ts';

/** Attributes of an element; undefined ones are not written. */
type Attributes = Readonly<Record<string, string | undefined>>;

/** An element of CSL. */
export function element(name: string, attributes: Attributes, ...children: readonly CslNode[]): CslNode {
  const attrs = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { name, attrs: Object.fromEntries(attrs), children };
}

export const text = (attributes: Attributes): CslNode => element('text', attributes);

/** The value of a variable. */
export const variable = (name: string, attributes: Attributes = {}): CslNode => text({ variable: name, ...attributes });

export const macro = (name: string, attributes: Attributes = {}): CslNode => text({ macro: name, ...attributes });

export const group = (attributes: Attributes, ...children: readonly CslNode[]): CslNode =>
  element('group', attributes, ...children);

/** `cs:choose` with its branches. */
export const choose = (...branches: readonly CslNode[]): CslNode =>
  element('choose', {}, ...branches.map((branch, index) => rename(branch, index)));

/** A branch of `choose`. Conditions match if any of their values does, unless `match` says otherwise. */
export const when = (conditions: Attributes, ...children: readonly CslNode[]): CslNode =>
  element('if', { match: 'any', ...conditions }, ...children);

export const otherwise = (...children: readonly CslNode[]): CslNode => element('else', {}, ...children);

const rename = (branch: CslNode, index: number): CslNode =>
  index > 0 && branch.name === 'if' ? { ...branch, name: 'else-if' } : branch;

/** A date with these parts, such as `2024 Mar 5` or, with other parts, `March 5, 2024`. */
export const date = (of: string, attributes: Attributes, ...parts: readonly CslNode[]): CslNode =>
  element('date', { variable: of, ...attributes }, ...parts);

export const datePart = (name: string, attributes: Attributes = {}): CslNode =>
  element('date-part', { name, ...attributes });

/** The style with every element replaced by what `change` returns, the innermost elements first. */
export function mapElements(node: CslNode, change: (node: CslNode) => CslNode | readonly CslNode[]): CslNode {
  const children = node.children.flatMap((child): readonly (CslNode | string)[] => {
    if (typeof child === 'string') return [child];
    const changed = change(mapElements(child, change));
    return Array.isArray(changed) ? (changed as readonly CslNode[]) : [changed as CslNode];
  });
  return { ...node, children };
}

/** True for an element of this name. */
export const isElement = (node: CslNode | string | undefined, name: string): node is CslNode =>
  typeof node === 'object' && node.name === name;

/** The style with the children of this macro replaced. Throws if it has no such macro, so that a new version is noticed. */
export const replaceMacro = (style: CslNode, name: string, ...children: readonly CslNode[]): CslNode =>
  changeMacro(style, name, () => children);

/** The style with the children of this macro changed. Throws if it has no such macro. */
export function changeMacro(
  style: CslNode,
  name: string,
  change: (children: readonly (CslNode | string)[]) => readonly (CslNode | string)[],
): CslNode {
  let found = false;
  const changed = mapElements(style, (node) => {
    if (node.name !== 'macro' || node.attrs['name'] !== name) return node;
    found = true;
    return { ...node, children: change(node.children) };
  });
  if (!found) throw new Error(`the style has no macro ${name}`);
  return changed;
}

/** The style with another layout of its references. Throws if it has none. */
export function changeLayout(
  style: CslNode,
  change: (children: readonly (CslNode | string)[]) => readonly (CslNode | string)[],
): CslNode {
  let found = false;
  const children = style.children.map((part) => {
    if (typeof part === 'string' || part.name !== 'bibliography') return part;
    return {
      ...part,
      children: part.children.map((child) => {
        if (typeof child === 'string' || child.name !== 'layout') return child;
        found = true;
        return { ...child, children: change(child.children) };
      }),
    };
  });
  if (!found) throw new Error('the style has no layout of references');
  return { ...style, children };
}

/** The style with this term in English, in place of that of the locale. */
export function setEnglishTerm(style: CslNode, name: string, value: string, form?: 'short'): CslNode {
  const term = element('term', { name, form });
  const written: CslNode = { ...term, children: [value] };
  const [own] = style.children.filter(isEnglishLocale);
  if (!own)
    return {
      ...style,
      children: [element('locale', { 'xml:lang': 'en' }, element('terms', {}, written)), ...style.children],
    };
  const terms = own.children.filter((child): child is CslNode => typeof child !== 'string' && child.name === 'terms');
  const kept = terms
    .flatMap(({ children }) => children)
    .filter((child) => typeof child === 'string' || child.attrs['name'] !== name || child.attrs['form'] !== form);
  const others = own.children.filter((child) => !terms.includes(child as CslNode));
  const changed = { ...own, children: [...others, { name: 'terms', attrs: {}, children: [...kept, written] }] };
  return { ...style, children: style.children.map((child) => (child === own ? changed : child)) };
}

const isEnglishLocale = (node: CslNode | string): node is CslNode =>
  typeof node !== 'string' && node.name === 'locale' && node.attrs['xml:lang'] === 'en';
