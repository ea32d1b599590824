const escapes: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const tags = new Set(['i', 'b', 'sub', 'sup']);
const mathSpace = 'http://www.w3.org/1998/Math/MathML';
const mathTags = /^(?:m[a-z]+|none)$/;
const mathAttributes = /^(?!on|href|src|style|id$)[a-z-]+$/;

/**
 * The nodes of a one-line text that the build wrote as HTML: `<i> <b> <sub> <sup>` and MathML. It is read here, and not by
 * the browser, so that no page needs a way from text to markup at all (Trusted Types); whatever else it held would be text.
 */
export function fromHtml(html: string): DocumentFragment {
  const root = document.createDocumentFragment();
  let parent: DocumentFragment | Element = root;
  for (const [piece, close, name = '', attributes = ''] of html.matchAll(
    /<(\/?)([a-z]+)((?:\s+[a-z-]+="[^"<>]*")*)\s*>|[^<]+|</g,
  )) {
    if (close === undefined) parent.append(plain(piece));
    else if (close === '/') parent = closed(parent, name, root);
    else if (tags.has(name)) parent = opened(parent, document.createElement(name), '');
    else if (mathTags.test(name)) parent = opened(parent, document.createElementNS(mathSpace, name), attributes);
    else parent.append(plain(piece));
  }
  return root;
}

function opened(parent: ParentNode, element: Element, attributes: string): Element {
  for (const [, name = '', value = ''] of attributes.matchAll(/\s([a-z-]+)="([^"]*)"/g))
    if (mathAttributes.test(name)) element.setAttribute(name, plain(value));
  parent.append(element);
  return element;
}

/** The element in which an end tag leaves what follows; one that ends nothing is left out. */
function closed<Parent extends ParentNode>(parent: Parent | Element, name: string, root: Parent): Parent | Element {
  const element = parent instanceof Element ? parent : undefined;
  return element?.localName === name ? (element.parentElement ?? root) : parent;
}

const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (written, name: string) => escapes[name] ?? written);
