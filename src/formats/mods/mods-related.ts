import { addDates } from '../record/foreign-date.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from '../record/mutable-record.ts';
import { addPages, addPagination } from '../record/pagination.ts';
import { child, children, fieldOf, type XmlElement } from '../record/read-xml.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { readModsName } from './mods-names.ts';
import { titleOf, valueOf } from './mods-values.ts';

/** Adds the journal or book that holds the publication, and the place in it. */
export function addHost(record: MutableRecord, element: XmlElement): void {
  for (const info of children(element, 'titleInfo')) {
    const target = info.attributes['type'] === 'abbreviated' ? 'abbreviation' : 'container';
    setText(record, target, fieldOf(info, target, titleOf(info)));
  }
  for (const number of children(element, 'identifier')) {
    const type = number.attributes['type']?.toLowerCase();
    const mark = number.attributes['displayLabel'] === 'electronic' || type === 'eissn' ? ' (electronic)' : '';
    const field = fieldOf(number, `host ${type}`, `${valueOf(number)}${mark}`);
    if (type === 'issn' || type === 'eissn' || type === 'isbn') addSerialNumbers(record, [field]);
    else if (type === 'doi') setText(record, 'containerDoi', field);
    else reportUnplaced(record, field, 'no place');
  }
  for (const genre of children(element, 'genre'))
    if (!/\b(?:journal|periodical|book|collection|conference publication|series)\b/i.test(valueOf(genre)))
      reportUnplaced(record, fieldOf(genre, 'host genre', valueOf(genre)), 'no place');
  const origin = child(element, 'originInfo');
  const publisher = child(origin, 'publisher');
  if (publisher) setText(record, 'publisher', fieldOf(publisher, 'publisher', valueOf(publisher)));
  addDates(record, record.published ? [] : children(origin, 'dateIssued').map((date) => fieldOf(date)));
  for (const name of children(element, 'name')) record.editors.push(readModsName(record, name));
  for (const part of children(element, 'part')) addPart(record, part);
}

/** Adds the series of a book. */
export function addSeries(record: MutableRecord, element: XmlElement): void {
  const info = child(element, 'titleInfo');
  setText(record, 'series', fieldOf(element, 'series', titleOf(info)));
  setText(record, 'seriesNumber', fieldOf(element, 'series number', valueOf(child(info, 'partNumber'))));
  for (const name of children(element, 'name')) record.seriesEditors.push(readModsName(record, name));
}

function addPart(record: MutableRecord, part: XmlElement): void {
  for (const detail of children(part, 'detail')) {
    const type = detail.attributes['type'] ?? '';
    const field = fieldOf(detail, type, valueOf(child(detail, 'number') ?? detail));
    const target = Object.hasOwn(details, type) ? details[type as keyof typeof details] : undefined;
    if (target) setText(record, target, field);
    else reportUnplaced(record, field, 'no place');
  }
  for (const extent of children(part, 'extent')) {
    const [first, last, list] = ['start', 'end', 'list'].map((name) => valueOf(child(extent, name)));
    const field: SourceField = fieldOf(extent, 'extent', first || list);
    if (first) addPages(record, field, last && last !== first ? { first, last } : { first });
    else addPagination(record, field);
  }
  if (!record.published)
    addDates(
      record,
      children(part, 'date').map((date) => fieldOf(date)),
    );
}

const details = {
  volume: 'volume',
  issue: 'issue',
  number: 'issue',
  chapter: 'chapter',
  article: 'articleNumber',
} as const;
