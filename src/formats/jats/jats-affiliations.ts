import type { ForeignAffiliation } from '../record/foreign-record.ts';
import { children, isElement, rawText, textOf, type XmlElement, type XmlNode } from '../record/read-xml.ts';

/** The affiliations of the article and of its groups of contributors, by id. */
export const affiliationsById = (owners: readonly XmlElement[]): ReadonlyMap<string, ForeignAffiliation> =>
  new Map(
    owners
      .flatMap((owner) => [
        ...children(owner, 'aff'),
        ...children(owner, 'aff-alternatives').flatMap((group) => {
          const [first] = children(group, 'aff');
          const id = group.attributes['id'] ?? first?.attributes['id'];
          return first ? [{ ...first, attributes: { ...first.attributes, ...(id === undefined ? {} : { id }) } }] : [];
        }),
      ])
      .flatMap((element) => {
        const id = element.attributes['id'];
        const affiliation = readAffiliation(element);
        return id === undefined || affiliation.name === '' ? [] : [[id, affiliation] as const];
      }),
  );

/**
 * The affiliation on one line, without its mark. Where the source has no sign between its parts, such as institution and
 * country, a comma divides them.
 */
export function readAffiliation(element: XmlElement): ForeignAffiliation {
  const parts = element.children.flatMap(partsOf);
  const name = parts
    .reduce((text, part) => {
      if (text === '' || /^[\s,;.)]/.test(part) || /[\s(]$/.test(text)) return text + part;
      return `${text}, ${part}`;
    }, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.])/g, '$1')
    .replace(/,(?:,| ,)+/g, ',')
    .replace(/^[\s,;]+/, '')
    .trim();
  const ror = findRor(element);
  return ror === undefined ? { name } : { name, ror };
}

/** The text of each part; spaces alone divide no parts. */
function partsOf(node: XmlNode): readonly string[] {
  if (!isElement(node)) return node.trim() === '' ? [] : [node];
  if (skipped.has(node.name)) return [];
  if (wrappers.has(node.name)) return node.children.flatMap(partsOf);
  const text = rawText(node).replace(/\s+/g, ' ').trim();
  return text === '' ? [] : [text];
}

const skipped: ReadonlySet<string> = new Set(['label', 'sup', 'institution-id', 'email', 'xref', 'target']);
const wrappers: ReadonlySet<string> = new Set(['institution-wrap', 'addr-line', 'named-content']);

function findRor(element: XmlElement): string | undefined {
  for (const node of element.children)
    if (isElement(node)) {
      if (node.name === 'institution-id' && /^ror$/i.test(node.attributes['institution-id-type'] ?? ''))
        return textOf(node);
      const inner = findRor(node);
      if (inner !== undefined) return inner;
    }
  return undefined;
}
