import { isMap } from '../../domain/values/unknown-map.ts';
import { reportUnplaced, type MutableRecord, type SourceField } from '../record/mutable-record.ts';
import { isElement, type XmlElement, type XmlNode } from '../record/read-xml.ts';

/**
 * Reports each text of the source with a word that neither the record nor a field reported before has, so that nothing of
 * a nested source is lost silently. Call it last.
 */
export function reportRest(record: MutableRecord, texts: readonly SourceField[]): void {
  const { kind: _, ...rest } = record;
  const known = stringsIn(rest).join('\n');
  const words = new Set([...wordsOf(known), ...wordsOf(known.replace(markup, ''))]);
  let together: string | undefined;
  for (const field of texts) {
    const written = wordsOf(field.value.replace(markup, ' '));
    const lost = written.filter((word) => !words.has(word) && !inAddresses.has(word));
    if (lost.length === 0) continue;
    // `9900001` is in `PMC9900001`, and `978-0-00-000000-2` in `9780000000002`.
    together ??= withoutSigns(known);
    const isTogether = (text: string): boolean => text.length >= 4 && together?.includes(text) === true;
    if (lost.every(isTogether) || isTogether(withoutSigns(field.value))) continue;
    reportUnplaced(record, field, 'no place');
    for (const word of wordsOf(field.value)) words.add(word);
  }
}

/** Each text in a value of JSON, under the names that lead to it. Texts of an ignored name are skipped. */
export function textsInJson(
  value: unknown,
  ignored: ReadonlySet<string>,
  line: number,
  name = '',
): readonly SourceField[] {
  if (typeof value === 'string')
    return ignored.has(name.slice(name.lastIndexOf('.') + 1)) ? [] : [{ name, value, line }];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => textsInJson(one, ignored, line, name));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([inner, one]) =>
    textsInJson(one, ignored, line, name === '' ? inner : `${name}.${inner}`),
  );
}

/** Each element with a text of its own, and all of its text. What is in an ignored element is skipped: `label`, `abstract/title`. */
export function textsInXml(element: XmlElement, ignored: ReadonlySet<string>, parent = ''): readonly SourceField[] {
  if (ignored.has(element.name) || ignored.has(`${parent.slice(parent.lastIndexOf('/') + 1)}/${element.name}`))
    return [];
  const name = parent === '' ? element.name : `${parent}/${element.name}`;
  if (element.children.some((node) => !isElement(node) && node.trim() !== ''))
    return [{ name, value: spacedText(element), line: element.line }];
  return element.children.flatMap((node) => (isElement(node) ? textsInXml(node, ignored, name) : []));
}

/** The text of an element on one line, with a space where an element inside it is not markup of a text. */
export function spacedText(element: XmlElement | undefined): string {
  const texts = (node: XmlNode): string =>
    !isElement(node) ? node : inline.has(node.name) ? inside(node) : ` ${inside(node)} `;
  const inside = (node: XmlElement): string => node.children.map(texts).join('');
  return element === undefined ? '' : inside(element).replace(/\s+/g, ' ').trim();
}

const inline: ReadonlySet<string> = new Set('i b em strong sub sup italic bold sc underline span'.split(' '));

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isMap(value) ? Object.entries(value).flatMap(([name, one]) => [name, ...stringsIn(one)]) : [];
}

/** Words in lower case; `05` is the same number as `5`, and `10³` as `103`, whose digit was markup. */
const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.replace(/^0+(?=[1-9])/, ''));

const withoutSigns = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Markup of titles and abstracts, and named characters. */
const markup = /<\/?[a-z][^<>]*>|&#?\w+;|[~^$\\*_]/gi;

/** Words of addresses that an identifier or a licence replaces. */
const inAddresses: ReadonlySet<string> = new Set(
  'http https www dx doi org orcid ror pubmed ncbi nlm nih gov pmc articles creativecommons licenses legalcode'.split(
    ' ',
  ),
);
