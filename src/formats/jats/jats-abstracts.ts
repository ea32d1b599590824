import type { ForeignAbstract } from '../record/foreign-record.ts';
import { child, children, fieldOf, isElement, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';
import { toPlainLine, toPlainText } from '../record/xml-markup.ts';
import { languageOf, withoutNotes } from './jats-titles.ts';

/** Adds the abstract and its translations. Graphical abstracts, key points and summaries have no place. */
export function addJatsAbstracts(record: MutableRecord, meta: XmlElement): void {
  for (const element of [...children(meta, 'abstract'), ...children(meta, 'trans-abstract')]) {
    const kind = element.attributes['abstract-type'] ?? '';
    const abstract = readAbstract(withoutNotes(element));
    const isMain = kind === '' || /^(?:normal|structured|section|section-structured|full)$/i.test(kind);
    const isSecond = element.name === 'abstract' && record.abstracts.length > 0;
    if (!abstract) continue;
    if (!isMain || isSecond) reportUnplaced(record, fieldOf(element, `abstract[${kind}]`), 'no place');
    else record.abstracts.push({ ...abstract, ...(element.name === 'abstract' ? {} : languageOf(element)) });
  }
}

/** Each section with a title is a section; paragraphs before them are one of their own. */
function readAbstract(element: XmlElement): ForeignAbstract | undefined {
  const sections: { label?: string; text: string }[] = [];
  const add = (text: string, label: string): void => {
    if (text !== '') sections.push({ text, ...(label === '' ? {} : { label }) });
  };
  const loose: string[] = [];
  for (const node of element.children)
    if (isElement(node) && node.name === 'sec') {
      add(loose.splice(0).join('\n'), '');
      const label = textOf(child(node, 'title')).replace(/[:.]$/, '');
      const text = textOfSection(node);
      // A heading without a text.
      add(text === '' ? label : text, text === '' ? '' : label);
    } else if (!isElement(node) || !skipped.has(node.name)) {
      const text = paragraph(node);
      if (text !== '') loose.push(text);
    }
  add(loose.join('\n'), '');
  return sections.length === 0 ? undefined : { sections };
}

/** The title of the whole, such as “Abstract”, and labels and objects are no text. */
const skipped: ReadonlySet<string> = new Set(['title', 'label', 'object-id', 'fig']);

/** The paragraphs of a section, and of the sections inside it. */
const textOfSection = (section: XmlElement): string =>
  section.children
    .flatMap((node) => {
      if (!isElement(node)) return [];
      if (node.name === 'sec') return [[textOf(child(node, 'title')), textOfSection(node)].filter(Boolean).join(': ')];
      return skipped.has(node.name) ? [] : [paragraph(node)];
    })
    .filter(Boolean)
    .join('\n');

function paragraph(node: Parameters<typeof toPlainText>[0]): string {
  if (isElement(node) && node.name === 'list')
    return children(node, 'list-item')
      .map((item) => item.children.map(toPlainText).join(' ').replace(/\s+/g, ' ').trim())
      .join('\n');
  return toPlainLine(node);
}
