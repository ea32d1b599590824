import { readAuthor } from '../authors/name-list.ts';
import { addDates } from '../record/foreign-date.ts';
import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import { child, fieldOf, isElement, readXml, textOf, type XmlElement } from '../record/read-xml.ts';
import {
  addAuthorAffiliation,
  createRecord,
  reportUnplaced,
  setText,
  type MutableRecord,
} from '../record/mutable-record.ts';

/** Parses the answer of arXiv's service. https://info.arxiv.org/help/api/user-manual.html#52-details-of-atom-results-returned */
export function parseArxivAtom(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['entry']);
  return { records: elements.map(readEntry), problems };
}

function readEntry(entry: XmlElement): ForeignRecord {
  const record = createRecord(entry.line);
  record.type = 'preprint';
  record.kind = 'entry';
  record.container = 'arXiv';
  for (const node of entry.children)
    if (isElement(node)) {
      const read = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined;
      if (read) read(record, node);
      else reportUnplaced(record, fieldOf(node), 'no place');
    }
  const updated = child(entry, 'updated');
  if (updated && textOf(updated) !== textOf(child(entry, 'published')))
    reportUnplaced(record, fieldOf(updated), 'database');
  resolveStatus(record);
  return record;
}

const readers: Readonly<Record<string, (record: MutableRecord, element: XmlElement) => void>> = {
  id(record, element) {
    const [, id = '', version = ''] = /arxiv\.org\/abs\/(.+?)(v\d+)?$/.exec(textOf(element)) ?? [];
    if (id === '') reportUnplaced(record, fieldOf(element), 'unreadable');
    else setText(record, 'arxiv', fieldOf(element), id);
    reportUnplaced(record, fieldOf(element, 'id', version), 'database');
  },
  title: (record, element) => setText(record, 'title', fieldOf(element)),
  summary(record, element) {
    if (textOf(element) !== '') record.abstracts.push({ sections: [{ text: textOf(element) }] });
  },
  published: (record, element) => addDates(record, [fieldOf(element, 'published', textOf(element).slice(0, 10))]),
  updated: () => undefined,
  author(record, element) {
    const name = textOf(child(element, 'name'));
    const at = name === '' ? undefined : record.authors.push(readAuthor(name)) - 1;
    for (const part of element.children.filter(isElement))
      if (at !== undefined && part.name.endsWith('affiliation')) addAuthorAffiliation(record, at, textOf(part));
      else if (part.name !== 'name') reportUnplaced(record, fieldOf(part), 'no place');
  },
  // The DOI of the published version: arXiv's own is not in the feed.
  'arxiv:doi': (record, element) => setText(record, 'publishedVersion', fieldOf(element)),
  'arxiv:journal_ref': (record, element) => reportUnplaced(record, fieldOf(element), 'no place'),
  'arxiv:comment': (record, element) => addNote(record, fieldOf(element)),
  'arxiv:primary_category': () => undefined,
  category: (record, element) =>
    reportUnplaced(record, fieldOf(element, 'category', element.attributes['term'] ?? ''), 'no place'),
  // The page and the PDF follow from the number, and the DOI is in an element of its own.
  link(record, element) {
    const href = element.attributes['href'] ?? '';
    if (!/^https?:\/\/(?:arxiv\.org\/|(?:dx\.)?doi\.org\/)/.test(href))
      reportUnplaced(record, fieldOf(element, 'link', href), 'no place');
  },
};
