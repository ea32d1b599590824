import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** A parsed page. */
export interface Html {
  /** Elements with a tag name (`*` for all) that pass `where`, in document order. */
  all(tag: string, where?: (element: Element) => boolean): Element[];
  readonly errors: readonly string[];
}

/** Parses HTML by the standard; `errors` are its parse errors. */
export function readHtml(source: string): Html {
  const errors: string[] = [];
  const document = parse(source, {
    onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
  });
  const elements: Element[] = [];
  const byTag = new Map<string, Element[]>([['*', elements]]);
  const visit = (node: Node) => {
    if ('tagName' in node) {
      elements.push(node);
      const alike = byTag.get(node.tagName);
      if (alike) alike.push(node);
      else byTag.set(node.tagName, [node]);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if ('content' in node) visit(node.content);
  };
  visit(document);
  return {
    all: (tag, where = () => true) => (byTag.get(tag) ?? []).filter(where),
    errors,
  };
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((item) => item.name === name)?.value;

export const hasClass = (element: Element, name: string): boolean =>
  attribute(element, 'class')?.split(/\s+/).includes(name) ?? false;

/** Whether an element stands in another with this tag, class, or, after `#`, id. */
export function isInside(element: Element, name: string): boolean {
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode)
    if (parent.tagName === name || hasClass(parent, name) || `#${attribute(parent, 'id')}` === name) return true;
  return false;
}

/** Text of an element, with white space collapsed. */
export function textOf(element: Element): string {
  const collect = (node: Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(collect).join('') : '';
  return collect(element).replace(/\s+/g, ' ').trim();
}
