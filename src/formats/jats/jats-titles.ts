import { readLanguage } from '../record/foreign-language.ts';
import { child, children, fieldOf, isElement, type XmlElement, type XmlNode } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { toContentMarkup } from '../record/xml-markup.ts';

/** Adds the title with its subtitle, and translated titles. Notes in a title are no part of it. */
export function addJatsTitles(record: MutableRecord, group: XmlElement): void {
  const title = titleOf(group, 'article-title', 'subtitle');
  if (title !== '') setText(record, 'title', fieldOf(group, 'article-title', title));
  for (const translated of children(group, 'trans-title-group')) {
    const text = titleOf(translated, 'trans-title', 'trans-subtitle');
    if (text !== '') record.titles.push({ text, ...languageOf(translated) });
  }
  // Before version 1.0 of JATS.
  for (const translated of children(group, 'trans-title'))
    record.titles.push({ text: toContentMarkup(withoutNotes(translated)), ...languageOf(translated) });
  for (const name of ['alt-title', 'fn-group'])
    for (const element of children(group, name)) reportUnplaced(record, fieldOf(element), 'no place');
}

function titleOf(group: XmlElement, main: string, sub: string): string {
  const parts = [child(group, main), ...children(group, sub)].flatMap((element) =>
    element ? [toContentMarkup(withoutNotes(element))] : [],
  );
  return parts
    .filter(Boolean)
    .reduce((text, part) => (text === '' ? part : `${text}${/[.:?!]$/.test(text) ? '' : ':'} ${part}`), '');
}

/** The language of an element; empty if it does not say. */
export function languageOf({ attributes }: XmlElement): { readonly lang?: string } {
  const lang = attributes['xml:lang'];
  return lang === undefined || lang === '' ? {} : { lang: readLanguage(lang) ?? lang };
}

/** The element without notes and the marks that point to them. */
export const withoutNotes = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.flatMap((node): readonly XmlNode[] => {
    if (!isElement(node)) return [node];
    if (node.name === 'fn' || node.name === 'target') return [];
    if (node.name === 'xref' && /^(?:fn|aff|corresp|author-notes|table-fn)$/.test(node.attributes['ref-type'] ?? ''))
      return [];
    return [withoutNotes(node)];
  }),
});
