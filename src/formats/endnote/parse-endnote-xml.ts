import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { addLanguage } from '../record/foreign-language.ts';
import { readAuthors } from '../authors/name-list.ts';
import { addPagination } from '../record/pagination.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import { endnoteType } from './endnote-types.ts';
import { findThesisKind } from '../record/thesis-kinds.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import { child, children, fieldOf, isElement, rawText, readXml, textOf, type XmlElement } from '../record/read-xml.ts';
import {
  addAffiliation,
  reportUnplaced,
  setText,
  resolveContainer,
  createRecord,
  type MutableRecord,
  type TextField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { toContentMarkup } from '../record/xml-markup.ts';

/** Parses the XML export of EndNote, which Bookends, Zotero and others also write. */
export function parseEndnoteXml(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['record']);
  return { records: elements.map(readRecord), problems };
}

function readRecord(element: XmlElement): ForeignRecord {
  const record = createRecord(element.line, 'content');
  const kind = child(element, 'ref-type');
  record.kind = kind?.attributes['name'] ?? textOf(kind);
  const { type, exact } = endnoteType(record.kind);
  if (!exact && record.kind !== '')
    reportUnplaced(record, { name: 'ref-type', value: record.kind, line: element.line }, 'no place');
  record.type = type;
  for (const node of element.children) if (isElement(node)) addElement(record, node, type === 'article');
  resolveContainer(record);
  if (record.abbreviation === record.container) delete record.abbreviation;
  resolveStatus(record);
  return record;
}

function addElement(record: MutableRecord, element: XmlElement, journal: boolean): void {
  const field = fieldOf(element);
  const target = textFields.get(element.name);
  if (target) setText(record, target, field);
  else if (Object.hasOwn(readers, element.name)) readers[element.name]?.(record, element, journal);
  else if (element.name === 'ref-type') return;
  else reportUnplaced(record, field, /^(?:custom|label|notes|research)/.test(element.name) ? 'no place' : 'database');
}

type FieldReader = (record: MutableRecord, element: XmlElement, journal: boolean) => void;

const lines = (element: XmlElement): readonly string[] =>
  rawText(element)
    .split(/\r\n|\r|\n(?!\s{4,})/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

const readers: Readonly<Record<string, FieldReader>> = {
  contributors: (record, element) => {
    for (const list of element.children.filter(isElement))
      for (const author of children(list, 'author')) {
        const name = textOf(author);
        if (list.name === 'authors') record.authors.push(...readAuthors(name));
        else if (list.name === 'secondary-authors') record.editors.push(...readAuthors(name));
        else if (list.name === 'tertiary-authors')
          record[record.type === 'thesis' ? 'advisors' : 'seriesEditors'].push(...readAuthors(name));
        else if (list.name === 'subsidiary-authors') record.translators.push(...readAuthors(name));
        else reportUnplaced(record, { name: list.name, value: name, line: author.line }, 'no place');
      }
  },
  titles: (record, element) => {
    const title = child(element, 'title');
    if (title && textOf(title) !== '') record.title = toContentMarkup(styled(title));
    for (const part of element.children.filter(isElement)) {
      const field = fieldOf(part);
      if (part.name === 'secondary-title') setText(record, record.type === 'book' ? 'series' : 'container', field);
      else if (part.name === 'tertiary-title') setText(record, 'series', field);
      else if (part.name === 'translated-title' && field.value !== '')
        record.titles.push({ text: toContentMarkup(styled(part)) });
      else if (part.name !== 'title' && !textOf(title).startsWith(field.value) && field.value !== record.container)
        reportUnplaced(record, field, 'no place');
    }
  },
  periodical: (record, element) => {
    if (record.type === 'book') {
      setText(record, 'series', {
        name: 'full-title',
        value: textOf(child(element, 'full-title')),
        line: element.line,
      });
      return;
    }
    const field = (name: string) => ({ name, value: textOf(child(element, name)), line: element.line });
    if (field('full-title').value !== '' && field('full-title').value !== record.container) {
      // The full title is the title of the journal. A different `secondary-title` is its abbreviation.
      const short = record.container;
      record.container = field('full-title').value;
      if (short !== undefined)
        setText(record, 'abbreviation', { name: 'secondary-title', value: short, line: element.line });
    }
    setText(record, 'abbreviation', field('abbr-1'));
    for (const name of ['abbr-2', 'abbr-3'])
      if (field(name).value !== record.abbreviation) reportUnplaced(record, field(name), 'no place');
  },
  'alt-periodical': (record, element) => {
    for (const part of element.children.filter(isElement))
      if (textOf(part) !== record.container && textOf(part) !== record.abbreviation)
        reportUnplaced(record, fieldOf(part, element.name), 'no place');
  },
  dates: (record, element) => {
    const year = child(element, 'year');
    const dates = children(child(element, 'pub-dates'), 'date');
    const all = [...(year ? [year] : []), ...dates].map((date) => fieldOf(date));
    addDates(record, all);
  },
  pages: (record, element) => addPagination(record, fieldOf(element)),
  isbn: (record, element) =>
    addSerialNumbers(
      record,
      lines(element).map((value) => ({ name: 'isbn', value, line: element.line })),
    ),
  keywords: (record, element) => {
    for (const keyword of children(element, 'keyword'))
      for (const word of lines(keyword)) if (!record.keywords.includes(word)) record.keywords.push(word);
  },
  abstract: (record, element) => {
    const text = lines(element).join('\n');
    if (text !== '') record.abstracts.push({ sections: [{ text }] });
  },
  'auth-address': (record, element) => {
    for (const address of lines(element)) addAffiliation(record, address);
  },
  urls: (record, element) => {
    for (const list of element.children.filter(isElement))
      for (const url of children(list, 'url')) {
        const value = textOf(url);
        if (value === '') continue;
        if (list.name === 'pdf-urls') record.links.push({ rel: 'pdf', url: value });
        else if (record.url === undefined) record.url = value;
        else if (record.url !== value) record.links.push({ url: value });
      }
  },
  language: (record, element) => addLanguage(record, fieldOf(element)),
  notes: (record, element) => {
    for (const note of lines(element)) addNote(record, { name: 'notes', value: note, line: element.line });
  },
  'accession-num': (record, element) => {
    const field = fieldOf(element);
    if (/^\d{1,8}$/.test(field.value)) setText(record, 'pmid', field);
    else reportUnplaced(record, field, 'database');
  },
  custom2: (record, element) => {
    const field = fieldOf(element);
    if (/^PMC\d+$/i.test(field.value)) setText(record, 'pmcid', field);
    else reportUnplaced(record, field, 'no place');
  },
  // In an article EndNote keeps the date of the electronic article here.
  edition: (record, element, journal) => {
    if (journal) addOnlineDate(record, fieldOf(element));
    else
      setText(
        record,
        record.type === 'software' || record.type === 'dataset' ? 'version' : 'edition',
        fieldOf(element),
      );
  },
  'pub-location': (record, element, journal) => {
    if (journal) reportUnplaced(record, fieldOf(element), 'database');
    else setText(record, record.type === 'conference-paper' ? 'eventPlace' : 'place', fieldOf(element));
  },
  'work-type': (record, element) => {
    const field = fieldOf(element);
    if (record.type === 'thesis' && findThesisKind(field.value) !== undefined) setText(record, 'thesisKind', field);
    else if (findTypeInWords([field.value]) !== record.type) reportUnplaced(record, field, 'no place');
  },
  custom7: (record, element) => setText(record, 'articleNumber', fieldOf(element)),
};

/** Converts `<style face="italic">` of EndNote to `<i>`, and so on. */
function styled(element: XmlElement): XmlElement {
  const face = element.name === 'style' ? (element.attributes['face'] ?? '') : '';
  const name = (['italic', 'bold', 'superscript', 'subscript'] as const).find((known) => face.includes(known));
  const plain =
    name === undefined ? element.name : { italic: 'i', bold: 'b', superscript: 'sup', subscript: 'sub' }[name];
  return { ...element, name: plain, children: element.children.map((node) => (isElement(node) ? styled(node) : node)) };
}

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['volume', 'volume'],
  ['number', 'issue'],
  ['publisher', 'publisher'],
  ['electronic-resource-num', 'doi'],
]);
