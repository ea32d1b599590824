import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignAbstract } from '../record/foreign-record.ts';
import { child, children, fieldOf, type XmlElement } from '../record/read-xml.ts';
import { place, type RecordSketch } from '../record/record-sketch.ts';
import { plainOf } from '../record/xml-markup.ts';

/** The abstract, its copyright line, and its translations. */
export function placePubmedAbstracts(
  sketch: RecordSketch,
  article: XmlElement | undefined,
  citation: XmlElement | undefined,
): void {
  const own = child(article, 'Abstract');
  const main = readAbstract(own);
  if (main) sketch.abstracts.push(main);
  const copyright = child(own, 'CopyrightInformation');
  if (copyright) place(sketch, 'copyright', fieldOf(copyright));
  for (const other of children(citation, 'OtherAbstract')) {
    const read = readAbstract(other);
    const lang = other.attributes['Language'];
    if (read) sketch.abstracts.push({ ...read, ...(lang ? { lang: readLanguage(lang) ?? lang } : {}) });
  }
}

/** Each labelled part is a section; parts without a label follow each other. */
function readAbstract(element: XmlElement | undefined): ForeignAbstract | undefined {
  const parts = children(element, 'AbstractText').flatMap((part) => {
    const text = part.children
      .map(plainOf)
      .join('')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim();
    const label = (part.attributes['Label'] ?? '').trim();
    return text === '' ? [] : [{ text, ...(label === '' || label === 'UNLABELLED' ? {} : { label }) }];
  });
  return parts.length === 0 ? undefined : { sections: parts };
}
