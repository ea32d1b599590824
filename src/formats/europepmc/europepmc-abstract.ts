import { escapeAmpersands } from '../crossref/deposited-text.ts';
import { decodeEntities } from '../record/html-entities.ts';
import type { MutableRecord } from '../record/mutable-record.ts';
import { readXml, isElement, type XmlElement, type XmlNode } from '../record/read-xml.ts';
import { toPlainLine, toPlainText } from '../record/xml-markup.ts';

/** Adds an abstract with headings in `<h4>`, and the markup of titles: `<h4>Aims</h4>To see 10<sup>-3</sup>.` */
export function addEuropepmcAbstract(record: MutableRecord, abstract: string): void {
  if (abstract.trim() === '') return;
  const root = readXml(`<abstract>${escapeStraySigns(abstract)}</abstract>`, ['abstract']).elements[0];
  const sections = root
    ? readSections(root)
    : [{ text: oneLine(decodeEntities(abstract.replace(/<\/?[a-z][^<>]*>/gi, ' '))) }];
  if (sections.length > 0) record.abstracts.push({ sections });
}

function readSections(root: XmlElement): { label?: string; text: string }[] {
  const sections: { label?: string; nodes: XmlNode[] }[] = [{ nodes: [] }];
  for (const node of root.children)
    if (isElement(node) && /^h\d$/i.test(node.name)) sections.push({ label: labelOf(node), nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  return sections.flatMap(({ label, nodes }) => {
    const text = oneLine(nodes.map(toPlainText).join(''));
    // A heading without a text of its own stays a line.
    if (text === '') return label === undefined ? [] : [{ text: label }];
    return [{ text, ...(label === undefined || label === '' ? {} : { label }) }];
  });
}

const labelOf = (heading: XmlElement): string => toPlainLine(heading).replace(/:$/, '');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Escapes each `<` and `&` that is a sign of the text, as in `p < 0.05`. */
const escapeStraySigns = (abstract: string): string =>
  escapeAmpersands(abstract)
    .replace(/<(?!\/?(?:h\d|p|i|b|u|em|strong|sub|sup|br)\b[^<>]*>)/gi, '&lt;')
    .replace(/<br\s*>/gi, '<br/>');
