import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignAbstract } from '../record/foreign-record.ts';
import { child, children, fieldOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { toPlainText } from '../record/xml-markup.ts';

/** Adds the abstract, its copyright line, and its translations. */
export function addPubmedAbstracts(
  record: MutableRecord,
  article: XmlElement | undefined,
  citation: XmlElement | undefined,
): void {
  const own = child(article, 'Abstract');
  const main = readAbstract(own);
  if (main) record.abstracts.push(main);
  const copyright = child(own, 'CopyrightInformation');
  if (copyright) setText(record, 'copyright', fieldOf(copyright));
  for (const other of children(citation, 'OtherAbstract')) {
    // It is no translation of the abstract.
    if (/plain.?language/i.test(other.attributes['Type'] ?? '')) {
      reportUnplaced(record, fieldOf(other, 'plain language summary'), 'no place');
      continue;
    }
    const read = readAbstract(other);
    const lang = other.attributes['Language'];
    if (read) record.abstracts.push({ ...read, ...(lang ? { lang: readLanguage(lang) ?? lang } : {}) });
  }
}

/** Each part is a section, with or without a label. Undefined if there is no text. */
function readAbstract(element: XmlElement | undefined): ForeignAbstract | undefined {
  const parts = children(element, 'AbstractText').flatMap((part) => {
    const text = part.children
      .map(toPlainText)
      .join('')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim();
    const label = (part.attributes['Label'] ?? '').trim();
    return text === '' ? [] : [{ text, ...(label === '' || label === 'UNLABELLED' ? {} : { label }) }];
  });
  return parts.length === 0 ? undefined : { sections: parts };
}
