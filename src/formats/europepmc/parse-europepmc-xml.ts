import { readXml, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import type { ParsedRecords } from '../record/foreign-record.ts';
import type { UnknownMap } from '../../domain/values/unknown-map.ts';
import { readEuropepmcResult } from './europepmc-result.ts';

/** Parses an answer of Europe PMC's search in XML, which has the names and the structure of that in JSON. */
export function parseEuropepmcXml(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['result']);
  return { records: elements.map((element) => readEuropepmcResult(toMap(element), element.line)), problems };
}

/** The child elements by their names. What JSON has as an array is below an element such as `authorList`. */
function toMap(element: XmlElement): UnknownMap {
  const map: Record<string, unknown> = {};
  const isList = element.name.endsWith('List');
  for (const child of element.children.filter(isElement)) {
    const known = map[child.name];
    const value = toValue(child);
    if (Array.isArray(known)) known.push(value);
    else if (known !== undefined) map[child.name] = [known, value];
    else map[child.name] = isList ? [value] : value;
  }
  return map;
}

const toValue = (element: XmlElement): unknown => {
  if (element.children.some(isElement)) return toMap(element);
  const value = textOf(element);
  // `<authorId type="ORCID">…</authorId>`
  return Object.keys(element.attributes).length > 0 ? { ...element.attributes, value } : value;
};
