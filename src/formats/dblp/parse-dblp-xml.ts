import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { escapeAmpersands } from '../crossref/deposited-text.ts';
import { withoutTitlePeriod } from '../nbib/medline-text.ts';
import { personAuthor } from '../record/mutable-record.ts';
import { addDates } from '../record/foreign-date.ts';
import type { ForeignAuthor, ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { addPagination } from '../record/pagination.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import { children, fieldOf, isElement, readXml, textOf, type XmlElement } from '../record/read-xml.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { createRecord, reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { toContentMarkup } from '../record/xml-markup.ts';

/**
 * Parses records of DBLP, of its whole file, of a person or of one publication, and answers of its search.
 * https://dblp.org/faq/16154937.html
 */
export function parseDblpXml(text: string): ParsedRecords {
  const { elements, problems } = readXml(escapeAmpersands(text), [...types.keys(), 'info']);
  // A home page is a record of its person.
  const works = elements.filter(
    ({ name, attributes }) => name !== 'www' || !/^homepages\//.test(attributes['key'] ?? ''),
  );
  return { records: works.map(readRecord), problems };
}

function readRecord(element: XmlElement): ForeignRecord {
  const record = createRecord(element.line, 'content');
  const kind = element.name === 'info' ? textOf(children(element, 'type')[0]) : element.name;
  const publtype = element.attributes['publtype'] ?? '';
  record.kind = [kind, publtype].filter(Boolean).join(' ');
  record.type = /\binformal\b/i.test(record.kind)
    ? 'preprint'
    : (types.get(element.name) ?? searchTypes.get(kind) ?? 'report');
  for (const node of element.children)
    if (isElement(node)) {
      const read = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined;
      if (read) read(record, node, element);
      else reportUnplaced(record, fieldOf(node), database.has(node.name) ? 'database' : 'no place');
    }
  for (const name of ['key', 'mdate'])
    reportUnplaced(record, { name, value: element.attributes[name] ?? '', line: element.line }, 'database');
  if (/\bwithdrawn\b/i.test(publtype)) record.status = 'withdrawn';
  resolveStatus(record);
  return record;
}

/** `Jan Müller 0002`: the number tells people of the same name apart. */
function authorOf(record: MutableRecord, element: XmlElement): ForeignAuthor {
  const [, name = '', number = ''] = /^(.*?)(?: (\d{4}))?$/s.exec(textOf(element)) ?? [];
  reportUnplaced(record, fieldOf(element, element.name, number), 'database');
  const orcid = element.attributes['orcid'];
  return { ...personAuthor(name), ...(orcid === undefined ? {} : { orcid }) };
}

const readers: Readonly<Record<string, (record: MutableRecord, element: XmlElement, whole: XmlElement) => void>> = {
  author: (record, element) => record.authors.push(authorOf(record, element)),
  authors(record, element) {
    for (const author of children(element, 'author')) record.authors.push(authorOf(record, author));
  },
  editor: (record, element) => record.editors.push(authorOf(record, element)),
  title: (record, element) => setText(record, 'title', fieldOf(element), withoutTitlePeriod(toContentMarkup(element))),
  journal(record, element) {
    // DBLP's name of arXiv.
    if (textOf(element) === 'CoRR') reportUnplaced(record, fieldOf(element), 'database');
    setText(record, 'container', fieldOf(element), textOf(element) === 'CoRR' ? 'arXiv' : textOf(element));
  },
  booktitle: (record, element, { name }) =>
    setText(record, name === 'proceedings' || name === 'book' ? 'series' : 'container', fieldOf(element)),
  venue: (record, element) => setText(record, 'container', fieldOf(element)),
  year: (record, element, whole) =>
    addDates(
      record,
      [element, ...children(whole, 'month')].map((date) => fieldOf(date)),
    ),
  month: () => undefined,
  volume(record, element) {
    const arxiv = /^abs\/(\S+)$/.exec(textOf(element))?.[1];
    setText(record, arxiv === undefined ? 'volume' : 'arxiv', fieldOf(element), arxiv);
  },
  number: (record, element) => setText(record, record.type === 'report' ? 'number' : 'issue', fieldOf(element)),
  pages: (record, element) => addPagination(record, fieldOf(element)),
  publisher: (record, element) => setText(record, 'publisher', fieldOf(element)),
  school: (record, element) => setText(record, 'publisher', fieldOf(element)),
  series: (record, element) => setText(record, 'series', fieldOf(element)),
  isbn: (record, element) => addSerialNumbers(record, [fieldOf(element)]),
  doi: (record, element) => setText(record, 'doi', fieldOf(element)),
  ee(record, element) {
    const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/i.exec(textOf(element))?.[1];
    if (doi !== undefined) setText(record, 'doi', fieldOf(element), doi);
    else record.links.push({ url: textOf(element) });
  },
  note: (record, element) => addNote(record, fieldOf(element)),
  type: () => undefined,
};

const types: ReadonlyMap<string, PublicationType> = new Map<string, PublicationType>([
  ['article', 'article'],
  ['inproceedings', 'conference-paper'],
  ['proceedings', 'book'],
  ['book', 'book'],
  ['incollection', 'chapter'],
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
  ['data', 'dataset'],
  ['www', 'media'],
]);

const searchTypes: ReadonlyMap<string, PublicationType> = new Map<string, PublicationType>([
  ['Journal Articles', 'article'],
  ['Conference and Workshop Papers', 'conference-paper'],
  ['Books and Theses', 'book'],
  ['Parts in Books or Collections', 'chapter'],
  ['Editorship', 'book'],
  ['Data and Artifacts', 'dataset'],
]);

/** Addresses and keys of DBLP, and what a paper cites. */
const database: ReadonlySet<string> = new Set([
  'url',
  'key',
  'crossref',
  'cite',
  'cdrom',
  'publnr',
  'stream',
  'access',
]);
