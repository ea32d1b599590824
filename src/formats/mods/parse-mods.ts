import type { ForeignRecord, ParsedRecords } from '../record/foreign-record.ts';
import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { addLanguage } from '../record/foreign-language.ts';
import {
  createRecord,
  reportUnplaced,
  resolveContainer,
  setText,
  type MutableRecord,
} from '../record/mutable-record.ts';
import { addNote, resolveStatus } from '../record/read-note.ts';
import { child, children, fieldOf, isElement, readXml, type XmlElement } from '../record/read-xml.ts';
import { reportRest, textsInXml } from '../fields/report-rest.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { findThesisKind } from '../record/thesis-kinds.ts';
import { typeOfGenres } from './mods-genres.ts';
import { addModsName } from './mods-names.ts';
import { addHost, addSeries } from './mods-related.ts';
import { titleOf, valueOf } from './mods-values.ts';

/** Parses MODS 3, also with the prefix `mods:`. https://www.loc.gov/standards/mods/userguide/ */
export function parseMods(text: string): ParsedRecords {
  const { elements, problems } = readXml(text, ['mods', 'mods:mods']);
  return { records: elements.map((element) => readRecord(withoutPrefixes(element))), problems };
}

function readRecord(element: XmlElement): ForeignRecord {
  const record = createRecord(element.line);
  const words = children(element, 'genre').map(valueOf);
  record.kind = words[0] ?? '';
  for (const node of element.children)
    if (isElement(node)) {
      const read = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined;
      if (read) read(record, node);
      else reportUnplaced(record, fieldOf(node), aboutRecord.has(node.name) ? 'database' : 'no place');
    }
  resolveContainer(record);
  // Last, because notes may refer to authors and to the publisher.
  for (const note of children(element, 'note')) addNote(record, fieldOf(note, 'note', valueOf(note)));
  resolveStatus(record);
  record.type = typeOfGenres(words) ?? (record.issn === undefined ? 'report' : 'article');
  if (record.type === 'thesis') {
    const kind = words.find((word) => findThesisKind(word));
    if (kind !== undefined) record.thesisKind = kind;
  }
  for (const genre of children(element, 'genre'))
    if (valueOf(genre) !== record.thesisKind && typeOfGenres([valueOf(genre)]) === undefined)
      reportUnplaced(record, fieldOf(genre), 'no place');
  reportRest(record, textsInXml(element, notTexts));
  return record;
}

type ElementReader = (record: MutableRecord, element: XmlElement) => void;

const readers: Readonly<Record<string, ElementReader>> = {
  titleInfo(record, element) {
    const title = titleOf(element);
    const type = element.attributes['type'];
    if (type === 'translated' || (type === 'alternative' && record.title !== undefined))
      record.titles.push({ text: title, ...languageOf(element) });
    else if (type === 'abbreviated' || record.title !== undefined)
      reportUnplaced(record, fieldOf(element, 'titleInfo', title), 'second value');
    else record.title = title;
  },
  name: addModsName,
  typeOfResource: () => undefined,
  genre: () => undefined,
  note: () => undefined,
  originInfo(record, element) {
    for (const place of children(element, 'place'))
      for (const term of children(place, 'placeTerm'))
        if (term.attributes['type'] !== 'code') setText(record, 'place', fieldOf(term, 'place', valueOf(term)));
    for (const publisher of children(element, 'publisher'))
      setText(record, 'publisher', fieldOf(publisher, 'publisher', valueOf(publisher)));
    for (const edition of children(element, 'edition'))
      setText(record, 'edition', fieldOf(edition, 'edition', valueOf(edition)));
    for (const date of children(element, 'dateOther'))
      if (date.attributes['type'] === 'online') addOnlineDate(record, fieldOf(date));
      else reportUnplaced(record, fieldOf(date), 'no place');
    const issued = children(element, 'dateIssued').map((date) => fieldOf(date));
    const copyrighted = children(element, 'copyrightDate').map((date) => fieldOf(date));
    addDates(record, issued.length > 0 ? issued : copyrighted);
    if (issued.length > 0) for (const date of copyrighted) reportUnplaced(record, date, 'no place');
  },
  language(record, element) {
    const [term] = children(element, 'languageTerm');
    if (term) addLanguage(record, fieldOf(term, 'language', valueOf(term)));
  },
  physicalDescription(record, element) {
    for (const extent of children(element, 'extent')) {
      if (extent.attributes['unit']?.startsWith('page'))
        setText(record, 'pagesTotal', fieldOf(extent, 'extent', valueOf(extent)));
      else reportUnplaced(record, fieldOf(extent), 'no place');
    }
  },
  abstract(record, element) {
    const text = valueOf(element);
    if (text !== '') record.abstracts.push({ sections: [{ text }], ...languageOf(element) });
  },
  subject(record, element) {
    for (const topic of children(element, 'topic')) {
      const uri = topic.attributes['valueURI'] ?? element.attributes['valueURI'] ?? '';
      const descriptor = /\/mesh\/([DC]\d{6,9})$/.exec(uri)?.[1];
      if (descriptor !== undefined) {
        record.mesh.push(descriptor);
        if (valueOf(topic) !== descriptor) record.meshLabels = { ...record.meshLabels, [descriptor]: valueOf(topic) };
      } else if (valueOf(topic) !== '') record.keywords.push(valueOf(topic));
    }
    if (children(element, 'topic').length === 0) reportUnplaced(record, fieldOf(element), 'no place');
  },
  relatedItem(record, element) {
    const type = element.attributes['type'];
    if (type === 'host') addHost(record, element);
    else if (type === 'series') addSeries(record, element);
    else if (type === 'original')
      setText(record, 'originalTitle', fieldOf(element, 'original', titleOf(child(element, 'titleInfo'))));
    else reportUnplaced(record, fieldOf(element), 'no place');
  },
  identifier: addIdentifier,
  location(record, element) {
    for (const url of children(element, 'url')) {
      const value = valueOf(url);
      if (record.url === undefined) record.url = value;
      else if (record.url !== value) record.links.push({ url: value });
      const accessed = url.attributes['dateLastAccessed'];
      if (accessed !== undefined) setText(record, 'accessed', fieldOf(url), accessed);
    }
    if (children(element, 'url').length === 0) reportUnplaced(record, fieldOf(element), 'no place');
  },
  accessCondition: (record, element) =>
    setText(record, 'copyright', fieldOf(element, 'accessCondition', valueOf(element))),
  part: (record, element) => addHost(record, { ...element, children: [element] }),
};

function addIdentifier(record: MutableRecord, element: XmlElement): void {
  const type = element.attributes['type']?.toLowerCase() ?? '';
  const field = fieldOf(element, `identifier ${type}`, valueOf(element));
  const target = Object.hasOwn(identifiers, type) ? identifiers[type as keyof typeof identifiers] : undefined;
  if (target) setText(record, target, field);
  else if (type === 'issn' || type === 'isbn') addSerialNumbers(record, [field]);
  else reportUnplaced(record, field, 'no place');
}

const identifiers = {
  doi: 'doi',
  pmid: 'pmid',
  pmcid: 'pmcid',
  arxiv: 'arxiv',
  hdl: 'handle',
  uri: 'url',
  citekey: 'key',
} as const;

const languageOf = ({ attributes }: XmlElement): { readonly lang?: string } => {
  const lang = attributes['xml:lang'] ?? attributes['lang'];
  return lang === undefined ? {} : { lang };
};

const withoutPrefixes = (element: XmlElement): XmlElement => ({
  ...element,
  name: element.name.replace(/^mods:/, ''),
  children: element.children.map((node) => (isElement(node) ? withoutPrefixes(node) : node)),
});

/** Elements that the reader converts, and terms of a list that qualify other elements. */
const notTexts: ReadonlySet<string> = new Set(
  'mods/genre relatedItem/genre typeOfResource roleTerm languageTerm dateIssued mods/note'.split(' '),
);

/** Elements about the record in a catalog. */
const aboutRecord: ReadonlySet<string> = new Set(['recordInfo', 'classification', 'extension']);
