const escapes: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const tags = new Set(['i', 'b', 'sub', 'sup']);
const mathSpace = 'http://www.w3.org/1998/Math/MathML';
const mathTags = /^(?:m[a-z]+|none)$/;
const mathAttributes = /^(?!on|href|src|style|id$)[a-z-]+$/;

/**
 * The nodes of a one-line text that the build has written as HTML: `<i> <b> <sub> <sup>` and MathML. Parsed here instead of
 * by the browser, because Trusted Types forbid HTML strings. All other markup becomes text.
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

/** The parent of what follows an end tag. An end tag without a start tag is ignored. */
function closed<Parent extends ParentNode>(parent: Parent | Element, name: string, root: Parent): Parent | Element {
  const element = parent instanceof Element ? parent : undefined;
  return element?.localName === name ? (element.parentElement ?? root) : parent;
}

const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (written, name: string) => escapes[name] ?? written);
