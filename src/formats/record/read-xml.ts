import sax from 'sax';
import type { ForeignProblem } from './foreign-record.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly line: number;
}
export type XmlNode = XmlElement | string;

/**
 * The outermost elements with these names, in the order of the file. Other elements are not stored, so that a large
 * file needs little memory. A file that defines entities is rejected, because entities can read other files and grow
 * without limit. An incomplete element is skipped.
 */
export function readXml(
  text: string,
  names: readonly string[],
): { readonly elements: readonly XmlElement[]; readonly problems: readonly ForeignProblem[] } {
  const elements: XmlElement[] = [];
  const problems: ForeignProblem[] = [];
  const parser = sax.parser(true, { trim: false, normalize: false, position: true });
  const open: MutableElement[] = [];
  let stopped = false;
  const refuse = (name: string, message: string, hint: string): void => {
    if (!stopped) problems.push({ severity: 'error', name, line: parser.line + 1, message, hint });
    stopped = true;
  };
  parser.ondoctype = (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      refuse(
        'xml-entities',
        'the file defines its own entities, which can read other files or grow without limit; it was not read',
        'export it again from the original program: no known program defines entities',
      );
  };
  parser.onopentag = ({ name, attributes }) => {
    if (stopped || (open.length === 0 && !names.includes(name))) return;
    if (open.length >= maxDepth) {
      refuse(
        'xml-too-deep',
        `elements are nested more than ${maxDepth} levels deep; the rest was not read`,
        'export the file again',
      );
      return;
    }
    const element: MutableElement = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      line: parser.line + 1,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (part) => {
    if (!stopped) open.at(-1)?.children.push(part);
  };
  parser.oncdata = parser.ontext;
  parser.onclosetag = () => {
    const element = stopped ? undefined : open.pop();
    if (element && open.length === 0) elements.push(element);
  };
  parser.onerror = (error) => {
    const what = error.message.split('\n')[0] ?? '';
    const unfinished = open[0] ? ` The record that begins in line ${open[0].line} was skipped.` : '';
    refuse(
      'xml-malformed',
      `the XML is broken here (${what}), and the rest of the file cannot be read. ${elements.length} ${elements.length === 1 ? 'record' : 'records'} before it could be read.${unfinished}`,
      'export or download the file again',
    );
    // Stop, because the parser would report an error at each character after this one.
    throw new ReadingStopped();
  };
  try {
    for (let at = 0; at < text.length && !stopped; at += chunk) parser.write(text.slice(at, at + chunk));
    if (!stopped) parser.close();
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return { elements, problems };
}

const maxDepth = 200;
const chunk = 1 << 16;

/** Stops the parser after a reported error. */
class ReadingStopped extends Error {}

interface MutableElement extends XmlElement {
  readonly children: XmlNode[];
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The first child with this name, or the first descendant along a path of names; undefined if there is none. */
export function child(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (found, name) => found?.children.find((node): node is XmlElement => isElement(node) && node.name === name),
    element,
  );
}

export const children = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  (element?.children ?? []).filter((node): node is XmlElement => isElement(node) && node.name === name);

/** The text of an element and its descendants, on one line. */
export const textOf = (node: XmlNode | undefined): string => rawText(node).replace(/\s+/g, ' ').trim();

export function rawText(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(rawText).join('');
}

/** The element as a field of the source. Another name or value may be more informative. */
export const fieldOf = (element: XmlElement, name = element.name, value = textOf(element)) => ({
  name,
  value,
  line: element.line,
});
