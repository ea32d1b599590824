import { element, textElement, type Xml } from '../../domain/text/xml.ts';
import { oneLine } from '../record/one-line.ts';

/** Lines of XML, one for each tag that holds others, and one for each element with a text. */
export type XmlLines = readonly string[];

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element with a text; no line without one. */
export const leaf = (name: string, value: string | undefined, attributes: Attributes = {}): XmlLines => {
  const line = textElement(name, oneLine(value ?? ''), attributes);
  return line === undefined ? [] : [line];
};

/** An element that holds others; no line if it is empty. */
export function branch(name: string, attributes: Attributes, ...children: readonly XmlLines[]): XmlLines {
  const inner = children.flat();
  if (inner.length === 0) return [];
  const [start = '', end = ''] = element(name, attributes, ' ' as Xml).split('> <');
  return [`${start}>`, ...inner.map((line) => `  ${line}`), `<${end}`];
}
