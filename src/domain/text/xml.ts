/** Well-formed XML 1.0 as text. */
export type Xml = string & { readonly xml: true };

export type XmlContent = Xml | undefined | readonly (Xml | undefined)[];

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const xmlDocument = (root: Xml): string => `${declaration}${root}\n`;

/** An element; undefined attributes are omitted. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: XmlContent,
): Xml {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`))
    .join('');
  const inner = content === undefined ? '' : typeof content === 'string' ? content : content.filter(Boolean).join('');
  return (inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`) as Xml;
}

/** An element with text; undefined when the text is empty. */
export const textElement = (
  name: string,
  value: string | undefined,
  attributes: Readonly<Record<string, string | undefined>> = {},
): Xml | undefined =>
  value === undefined || value === '' ? undefined : element(name, attributes, escapeXml(value) as Xml);

/** Escapes text and attributes, and removes control characters, which XML 1.0 forbids (section 2.2). */
export const escapeXml = (text: string): string => text.replace(unsafe, (sign) => escapes[sign] ?? '').toWellFormed();

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const unsafe = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
