import sax from 'sax';
import type { LocatedFault, Position } from '../../compile/located-fault.ts';
import type { CslNode } from '../../domain/publication/reference-styles.ts';
import { codePointOf } from '../../domain/text/code-point.ts';
import { quote } from '../../domain/text/quote.ts';

/** An element of a style, with its position in the file. */
export interface LocatedNode extends CslNode {
  readonly position: Position;
  readonly children: (LocatedNode | string)[];
}

/**
 * Reads a style in the XML of CSL as a tree of elements, without white space between them. Returns the first fault where the
 * style is not well-formed, has a DOCTYPE, contains anything but CSL, or is nested much deeper than the styles of the CSL project
 * (19 levels).
 */
export function parseStyle(text: string): { readonly style: LocatedNode } | { readonly fault: LocatedFault } {
  const parser = sax.parser(true, { xmlns: true, position: true });
  const open: LocatedNode[] = [];
  let root: LocatedNode | undefined;
  const refuse = (message: string, hint: string): never => {
    throw new StyleRefused({ name: 'style-not-csl', message, hint, position: positionIn(parser) });
  };
  parser.onerror = (error) =>
    refuse(`the style is not well-formed XML: ${error.message.split('\n', 1)[0]!.toLowerCase()}`, readAgain);
  parser.ondoctype = () =>
    refuse('the style has a <!DOCTYPE>, which can define texts without limit', 'delete the <!DOCTYPE>; CSL needs none');
  parser.onprocessinginstruction = ({ name, body }) => {
    if (name === 'xml' && !/encoding=(?!["']utf-8["'])/i.test(body)) return;
    refuse(
      `the style holds <?${name} ${body}?>`,
      'save it in UTF-8, with no other instruction than <?xml version="1.0"?>',
    );
  };
  const requireVisible = (part: string): void => {
    const [sign] = unsafe.exec(part) ?? [];
    if (sign !== undefined)
      refuse(`the style holds the character ${codePointOf(sign)}, which changes how a reference is shown`, 'delete it');
  };
  parser.onopentag = (tag) => {
    const { uri, local, attributes } = tag as sax.QualifiedTag;
    for (const { value } of Object.values(attributes)) requireVisible(value);
    if (uri !== cslNamespace || !elements.has(local) || (root === undefined) !== (local === 'style'))
      refuse(`the style holds <${quote(tag.name).slice(1, -1)}>, which is no element of CSL in this place`, readAgain);
    if (open.length >= nestingLimit) refuse(`the style nests more than ${nestingLimit} elements`, readAgain);
    const node: LocatedNode = {
      name: local,
      attrs: Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
      position: positionIn(parser),
    };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  };
  const addText = (part: string): void => {
    requireVisible(part);
    if (part.trim() !== '') open.at(-1)?.children.push(part);
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onclosetag = () => {
    const node = open.pop();
    // An empty term replaces a word of the locale by nothing; a missing one would keep that word.
    if (node && holdText.has(node.name) && node.children.length === 0) node.children.push('');
  };
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof StyleRefused) return { fault: error.fault };
    throw error;
  }
  if (root !== undefined) return { style: root };
  return {
    fault: { name: 'style-not-csl', message: 'the style is empty', hint: readAgain, position: { line: 1, column: 1 } },
  };
}

const readAgain = 'download the style again, or correct it with the editor of citationstyles.org';

const positionIn = ({ line, column }: sax.SAXParser): Position => ({ line: line + 1, column: Math.max(1, column) });

class StyleRefused extends Error {
  readonly fault: LocatedFault;
  constructor(fault: LocatedFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Control characters, lone surrogates, and characters that change the direction of a text; also as `&#27;`. */
const unsafe = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

const cslNamespace = 'http://purl.org/net/xbiblio/csl';
const nestingLimit = 100;
const holdText: ReadonlySet<string> = new Set(['term', 'single', 'multiple']);

/** Elements of CSL 1.0.2 (docs.citationstyles.org/en/stable/specification.html), and those that citeproc-js adds to it. */
const elements: ReadonlySet<string> = new Set(
  `style info title title-short id link author contributor name email uri category field issn eissn issnl summary published
  updated rights citation bibliography macro layout sort key locale style-options terms term single multiple date date-part
  text number names et-al name-part label substitute group choose if else-if else
  conditions condition institution institution-part alternative alternative-text`.split(/\s+/),
);
