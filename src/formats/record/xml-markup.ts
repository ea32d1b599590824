import { richTextToSource, type RichNode, type RichTag } from '../../domain/text/rich-text.ts';
import { toSubscript, toSuperscript } from '../../domain/text/script-characters.ts';
import { rawText, type XmlElement, type XmlNode } from './read-xml.ts';

/** The element as a text of content, with `<i> <b> <sub> <sup>`. Other elements become their text. */
export const toContentMarkup = (element: XmlElement): string =>
  richTextToSource(trimEnds(joinTexts(element.children.flatMap(toNodes)))).trim();

function toNodes(node: XmlNode): readonly RichNode[] {
  if (typeof node === 'string') return [node.replace(/\s+/g, ' ')];
  const name = node.name.replace(/^.*:/, '').toLowerCase();
  if (name === 'math') return [mathText(node)];
  const tag = tags.get(name);
  const children = joinTexts(node.children.flatMap(toNodes));
  return tag === undefined || children.length === 0 ? children : [{ tag, children }];
}

function joinTexts(nodes: readonly RichNode[]): RichNode[] {
  const result: RichNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (typeof node === 'string' && typeof last === 'string')
      result[result.length - 1] = (last + node).replace(/ +/g, ' ');
    else if (node !== '') result.push(node);
  }
  return result;
}

const trimEnds = (nodes: readonly RichNode[]): readonly RichNode[] =>
  nodes.map((node, index) =>
    typeof node !== 'string'
      ? node
      : index === 0
        ? node.trimStart()
        : index === nodes.length - 1
          ? node.trimEnd()
          : node,
  );

/** MathML as text on one line, such as `η_p^2`, so that no character is lost. */
function mathText(node: XmlNode): string {
  if (typeof node === 'string') return node.trim();
  const name = node.name.replace(/^.*:/, '');
  const parts = node.children.map(mathText).filter((part) => part !== '');
  const [base = '', first = '', second = ''] = parts;
  const group = (part: string): string => ([...part].length > 1 ? `(${part})` : part);
  if (name === 'msub') return `${base}_${group(first)}`;
  if (name === 'msup') return `${base}^${group(first)}`;
  if (name === 'msubsup') return `${base}_${group(first)}^${group(second)}`;
  if (name === 'mfrac') return `${group(base)}/${group(first)}`;
  if (name === 'msqrt') return `√${group(parts.join(''))}`;
  return name === 'annotation' ? '' : parts.join('');
}

/**
 * Plain text: formulas on one line, superscripts and subscripts as Unicode characters if possible, so that 10⁻³ stays a
 * number.
 */
export function toPlainText(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const name = node.name.replace(/^.*:/, '').toLowerCase();
  if (name === 'math') return mathText(node);
  const inner = node.children.length === 0 ? rawText(node) : node.children.map(toPlainText).join('');
  if (name === 'sup') return toSuperscript(inner) ?? (/\d/.test(inner) ? `^${inner}` : inner);
  return name === 'sub' || name === 'inf' ? (toSubscript(inner) ?? inner) : inner;
}

/** The same on one line. */
export const toPlainLine = (node: XmlNode): string => toPlainText(node).replace(/\s+/g, ' ').trim();

const tags: ReadonlyMap<string, RichTag> = new Map([
  ['i', 'i'],
  ['em', 'i'],
  ['italic', 'i'],
  ['b', 'b'],
  ['strong', 'b'],
  ['bold', 'b'],
  ['sub', 'sub'],
  ['inf', 'sub'],
  ['sup', 'sup'],
]);
