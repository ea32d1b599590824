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
 * The elements of these names, outermost first, in the order of the file; what stands around them is not kept, so that a
 * large file needs little memory. Entities of the file's own are refused: they can read other files and grow without
 * bound. An element that is not whole is left out.
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
        'the file defines entities of its own, which can read other files or grow without bound; it was not read',
        'export it again from the program that made it: none of the known ones defines entities',
      );
  };
  parser.onopentag = ({ name, attributes }) => {
    if (stopped || (open.length === 0 && !names.includes(name))) return;
    if (open.length >= maxDepth) {
      refuse(
        'xml-too-deep',
        `elements stand in each other more than ${maxDepth} deep; the rest was not read`,
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
    const unfinished = open[0] ? ` The record that begins in line ${open[0].line} was left out.` : '';
    refuse(
      'xml-malformed',
      `the XML is broken here (${what}), and what follows cannot be read. ${elements.length} ${elements.length === 1 ? 'record' : 'records'} before it could.${unfinished}`,
      'export or download the file again',
    );
    // The parser would go on, and find an error at each sign that follows.
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

/** Ends the reading of a file that is reported already. */
class ReadingStopped extends Error {}

interface MutableElement extends XmlElement {
  readonly children: XmlNode[];
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** The first child of this name; a path goes down. */
export function child(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (found, name) => found?.children.find((node): node is XmlElement => isElement(node) && node.name === name),
    element,
  );
}

export const children = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  (element?.children ?? []).filter((node): node is XmlElement => isElement(node) && node.name === name);

/** The text of an element and of all in it, on one line. */
export const textOf = (node: XmlNode | undefined): string => rawText(node).replace(/\s+/g, ' ').trim();

export function rawText(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(rawText).join('');
}

/** The element as a field of the source, under another name or with another value where that tells more. */
export const fieldOf = (element: XmlElement, name = element.name, value = textOf(element)) => ({
  name,
  value,
  line: element.line,
});
