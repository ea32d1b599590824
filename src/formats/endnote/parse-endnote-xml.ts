import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { placeDates } from '../record/foreign-date.ts';
import { placeLanguage } from '../record/foreign-language.ts';
import { looksLikeGroup } from '../record/group-names.ts';
import { placePagination } from '../record/pagination.ts';
import { endnoteType } from './endnote-types.ts';
import { placeNote, resolveStatus } from '../record/read-note.ts';
import { child, children, fieldOf, isElement, rawText, readXml, textOf, type XmlElement } from '../record/read-xml.ts';
import {
  affiliationNumber,
  groupAuthor,
  reportUnplaced,
  personAuthor,
  place,
  resolveContainer,
  startSketch,
  type RecordSketch,
  type TextSlot,
} from '../record/record-sketch.ts';
import { placeNumbers } from '../record/serial-numbers.ts';
import { markupOf } from '../record/xml-markup.ts';
import { trimEndOf } from '../../domain/text/trim-end-of.ts';

/** EndNote's XML export, of EndNote itself and of Bookends, Zotero and others that write it. */
export function parseEndnoteXml(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['record']);
  return { records: elements.map(readRecord), problems };
}

function readRecord(record: XmlElement): ForeignRecord {
  const sketch = startSketch(record.line, 'content');
  const kind = child(record, 'ref-type');
  sketch.kind = kind?.attributes['name'] ?? textOf(kind);
  const { type, exact } = endnoteType(sketch.kind);
  if (!exact && sketch.kind !== '')
    reportUnplaced(sketch, { name: 'ref-type', value: sketch.kind, line: record.line }, 'no place');
  sketch.type = type;
  for (const element of record.children) if (isElement(element)) placeElement(sketch, element, type === 'article');
  resolveContainer(sketch);
  if (sketch.abbreviation === sketch.container) delete sketch.abbreviation;
  resolveStatus(sketch);
  return sketch;
}

function placeElement(sketch: RecordSketch, element: XmlElement, journal: boolean): void {
  const field = fieldOf(element);
  const slot = slots.get(element.name);
  if (slot) place(sketch, slot, field);
  else if (Object.hasOwn(readers, element.name)) readers[element.name]?.(sketch, element, journal);
  else if (element.name === 'ref-type') return;
  else reportUnplaced(sketch, field, /^(?:custom|label|notes|research)/.test(element.name) ? 'no place' : 'database');
}

type Reader = (sketch: RecordSketch, element: XmlElement, journal: boolean) => void;

const lines = (element: XmlElement): readonly string[] =>
  rawText(element)
    .split(/\r\n|\r|\n(?!\s{4,})/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

const readers: Readonly<Record<string, Reader>> = {
  contributors: (sketch, element) => {
    for (const list of element.children.filter(isElement))
      for (const author of children(list, 'author')) {
        const name = trimEndOf(textOf(author), /,/);
        if (name === '') continue;
        if (list.name === 'authors') sketch.authors.push(looksLikeGroup(name) ? groupAuthor(name) : personAuthor(name));
        else {
          if (list.name === 'secondary-authors') sketch.editors.push(personAuthor(name));
          reportUnplaced(sketch, { name: list.name, value: name, line: author.line }, 'no place');
        }
      }
  },
  titles: (sketch, element) => {
    const title = child(element, 'title');
    if (title && textOf(title) !== '') sketch.title = markupOf(styled(title));
    for (const part of element.children.filter(isElement)) {
      const field = fieldOf(part);
      if (part.name === 'secondary-title') place(sketch, 'container', field);
      else if (part.name === 'translated-title' && field.value !== '')
        sketch.titles.push({ text: markupOf(styled(part)) });
      else if (part.name !== 'title' && !textOf(title).startsWith(field.value) && field.value !== sketch.container)
        reportUnplaced(sketch, field, 'no place');
    }
  },
  periodical: (sketch, element) => {
    const field = (name: string) => ({ name, value: textOf(child(element, name)), line: element.line });
    if (field('full-title').value !== '' && field('full-title').value !== sketch.container) {
      // The full title is the title; what `secondary-title` shortened is its abbreviation.
      const short = sketch.container;
      sketch.container = field('full-title').value;
      if (short !== undefined)
        place(sketch, 'abbreviation', { name: 'secondary-title', value: short, line: element.line });
    }
    place(sketch, 'abbreviation', field('abbr-1'));
    for (const name of ['abbr-2', 'abbr-3'])
      if (field(name).value !== sketch.abbreviation) reportUnplaced(sketch, field(name), 'no place');
  },
  'alt-periodical': (sketch, element) => {
    for (const part of element.children.filter(isElement))
      if (textOf(part) !== sketch.container && textOf(part) !== sketch.abbreviation)
        reportUnplaced(sketch, fieldOf(part, element.name), 'no place');
  },
  dates: (sketch, element) => {
    const year = child(element, 'year');
    const dates = children(child(element, 'pub-dates'), 'date');
    const all = [...(year ? [year] : []), ...dates].map((date) => fieldOf(date));
    placeDates(sketch, all);
  },
  pages: (sketch, element) => placePagination(sketch, fieldOf(element)),
  isbn: (sketch, element) =>
    placeNumbers(
      sketch,
      lines(element).map((value) => ({ name: 'isbn', value, line: element.line })),
    ),
  keywords: (sketch, element) => {
    for (const keyword of children(element, 'keyword'))
      for (const word of lines(keyword)) if (!sketch.keywords.includes(word)) sketch.keywords.push(word);
  },
  abstract: (sketch, element) => {
    const text = lines(element).join('\n');
    if (text !== '') sketch.abstracts.push({ sections: [{ text }] });
  },
  'auth-address': (sketch, element) => {
    for (const address of lines(element)) affiliationNumber(sketch, address);
  },
  urls: (sketch, element) => {
    for (const list of element.children.filter(isElement))
      for (const url of children(list, 'url')) {
        const value = textOf(url);
        if (value === '') continue;
        if (list.name === 'pdf-urls') sketch.links.push({ rel: 'pdf', url: value });
        else if (sketch.url === undefined) sketch.url = value;
        else if (sketch.url !== value) sketch.links.push({ url: value });
      }
  },
  language: (sketch, element) => placeLanguage(sketch, fieldOf(element)),
  notes: (sketch, element) => {
    for (const note of lines(element)) placeNote(sketch, { name: 'notes', value: note, line: element.line });
  },
  'accession-num': (sketch, element) => {
    const field = fieldOf(element);
    if (/^\d{1,8}$/.test(field.value)) place(sketch, 'pmid', field);
    else reportUnplaced(sketch, field, 'database');
  },
  custom2: (sketch, element) => {
    const field = fieldOf(element);
    if (/^PMC\d+$/i.test(field.value)) place(sketch, 'pmcid', field);
    else reportUnplaced(sketch, field, 'no place');
  },
  custom7: (sketch, element) => place(sketch, 'articleNumber', fieldOf(element)),
};

/** EndNote says by `<style face="italic">` what others say by `<i>`. */
function styled(element: XmlElement): XmlElement {
  const face = element.name === 'style' ? (element.attributes['face'] ?? '') : '';
  const name = (['italic', 'bold', 'superscript', 'subscript'] as const).find((known) => face.includes(known));
  const plain =
    name === undefined ? element.name : { italic: 'i', bold: 'b', superscript: 'sup', subscript: 'sub' }[name];
  return { ...element, name: plain, children: element.children.map((node) => (isElement(node) ? styled(node) : node)) };
}

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['volume', 'volume'],
  ['number', 'issue'],
  ['publisher', 'publisher'],
  ['electronic-resource-num', 'doi'],
]);
