import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import { mainSubject } from '../../domain/publication/keyword.ts';
import type { NoticeType } from '../../domain/publication/publication.ts';
import { addNbibAuthors } from './nbib-authors.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { addLanguage, readLanguage } from '../record/foreign-language.ts';
import { findDoiInReference, withoutTitlePeriod, readNoticeReference } from './medline-text.ts';
import { addPagination } from '../record/pagination.ts';
import { findTypeAmong } from '../record/publication-kinds.ts';
import { addNote, readNotice, resolveStatus } from '../record/read-note.ts';
import {
  reportUnplaced,
  setText,
  createRecord,
  type MutableRecord,
  type SourceField,
  type TextField,
} from '../record/mutable-record.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { splitTrailingBracket } from '../record/trailing-bracket.ts';
import { wordsOf } from '../fields/report-repeated.ts';

/** Reads one record from its fields, whose lines are already joined. */
export function readNbibRecord(fields: readonly SourceField[]): ForeignRecord {
  const record = createRecord(fields[0]?.line ?? 1);
  const all = (...names: readonly string[]): readonly SourceField[] =>
    fields.filter(({ name }) => names.includes(name));
  const kinds = all('PT').map(({ value }) => value);
  record.kind = kinds.join('; ');
  // Only PubMed itself writes these tags.
  const fromPubmed = all('OWN', 'STAT').length > 0;
  addNbibAuthors(record, fields);
  for (const field of fields) addField(record, field, fromPubmed);
  const isForeign = all('LA').some(({ value }) => value !== 'eng');
  addTitles(record, all('TI'), all('TT'), all('BTI', 'VTI'), fromPubmed, isForeign);
  addJournal(record, all('JT'), all('TA'));
  addSerialNumbers(record, all('ISBN', 'IS'), false);
  addDates(record, all('DP'));
  addArticleNumber(record, all('PG'), all('LID', 'AID'), fromPubmed);
  addOtherAbstracts(record, all('OABL', 'OAB'));
  reportSource(record, fields);
  // OTO names the owner of the keywords.
  for (const field of all('OTO')) if (field.value !== 'NOTNLM') reportUnplaced(record, field, 'database');
  for (const field of all('GN')) addNote(record, field);
  for (const field of all('MH')) addHeading(record, field);
  if (kinds.includes('Retracted Publication')) record.status = 'retracted';
  resolveStatus(record);
  // PubMed always writes a type. Our own writer writes none for software, protocols and media.
  const plain = kinds.length > 0 || fromPubmed || record.abbreviation !== undefined || record.issn !== undefined;
  const { type, others } = findTypeAmong(kinds);
  record.type = type ?? (plain ? 'article' : 'media');
  for (const kind of others) reportUnplaced(record, { name: 'PT', value: kind, line: record.line }, 'no place');
  return record;
}

function addField(record: MutableRecord, field: SourceField, fromPubmed: boolean): void {
  const target = textFields.get(field.name);
  if (target) setText(record, target, field);
  else if (Object.hasOwn(readers, field.name)) readers[field.name]?.(record, field, fromPubmed);
  else if (!readLater.has(field.name))
    reportUnplaced(record, field, databaseTags.has(field.name) ? 'database' : 'no place');
}

type FieldReader = (record: MutableRecord, field: SourceField, fromPubmed: boolean) => void;

const addNotice =
  (type: NoticeType): FieldReader =>
  (record, field) => {
    const own = readNotice(field.value);
    const { notice, isWhole } = own ? { notice: own, isWhole: true } : readNoticeReference(type, field.value);
    // A notice without an identifier sets the status all the same.
    record.notices.push(notice);
    if (!isWhole) reportUnplaced(record, field, 'no place');
  };

const addVersion =
  (target: 'preprint' | 'publishedVersion'): FieldReader =>
  (record, field) => {
    const doi = findDoiInReference(field.value);
    if (doi === undefined) reportUnplaced(record, field, 'no place');
    else setText(record, target, field, doi);
  };

/** A heading is unplaced, unless a note of our own writer has the MeSH numbers: content needs numbers. */
const addHeading = (record: MutableRecord, field: SourceField): void => {
  if (record.mesh.length === 0) reportUnplaced(record, field, 'no place');
};

const readers: Readonly<Record<string, FieldReader>> = {
  AB: (record, field) => {
    if (field.value === '') return;
    if (record.abstracts.length === 0) record.abstracts.push({ sections: [{ text: field.value }] });
    else reportUnplaced(record, field, 'second value');
  },
  LA: addLanguage,
  OT: (record, { value }) => {
    const word = value.replace(mainSubject, '');
    if (word !== '' && !record.keywords.includes(word)) record.keywords.push(word);
  },
  DEP: addOnlineDate,
  // `ClinicalTrials.gov/NCT04280705`. Other data banks hold sequences and data.
  SI: (record, field) => {
    const id = field.value.slice(field.value.indexOf('/') + 1);
    if (parseTrialRegistration(id).ok) record.trials.push(id);
    else reportUnplaced(record, field, 'no place');
  },
  GR: (record, field, fromPubmed) => {
    const parts = field.value.split('/');
    if (fromPubmed && parts.length > 2) {
      const funder = parts.at(-2)?.trim() ?? '';
      const award = parts
        .slice(0, -2)
        .join('/')
        .replace(/^\/+|\/[A-Z]{2}$/g, '')
        .trim();
      if (funder !== '') {
        record.funding.push({ funder, ...(award === '' ? {} : { award }) });
        const country = parts.at(-1)?.trim() ?? '';
        reportUnplaced(record, { ...field, value: country }, 'no place');
        return;
      }
    }
    const award = parts.slice(0, -1).join('/').trim();
    const funder = parts.at(-1)?.trim() ?? '';
    if (funder === '') reportUnplaced(record, field, 'unreadable');
    else record.funding.push({ funder, ...(award === '' ? {} : { award }) });
  },
  PL: (record, field, fromPubmed) => {
    if (fromPubmed) reportUnplaced(record, field, 'database');
    else setText(record, 'place', field);
  },
  PMC: (record, field) => setText(record, 'pmcid', field),
  RIN: addNotice('retraction'),
  EIN: addNotice('correction'),
  ECI: addNotice('concern'),
  UIN: addVersion('publishedVersion'),
  UOF: addVersion('preprint'),
};

/** SO repeats other fields. A word that they lack is unplaced with the whole. */
function reportSource(record: MutableRecord, fields: readonly SourceField[]): void {
  // The shortest fields come first: SO repeats none of the abstract.
  const others = fields.filter(({ name }) => name !== 'SO').sort((a, b) => a.value.length - b.value.length);
  for (const field of fields.filter(({ name }) => name === 'SO')) {
    const missing = new Set(wordsOf(field.value));
    missing.delete('doi');
    for (const { value } of others) {
      if (missing.size === 0) break;
      for (const word of wordsOf(value)) missing.delete(word);
    }
    if (missing.size > 0) reportUnplaced(record, field, 'database');
  }
}

/**
 * TI holds the English translation of a title in brackets, and TT the original title. Our own writer writes other
 * translations as TT too. PubMed also adds a full stop to every title.
 */
function addTitles(
  record: MutableRecord,
  own: readonly SourceField[],
  others: readonly SourceField[],
  books: readonly SourceField[],
  fromPubmed: boolean,
  isForeign: boolean,
): void {
  const title = own
    .map(({ value }) => value)
    .filter(Boolean)
    .join(' ');
  const bare = fromPubmed ? withoutTitlePeriod(title) : title;
  // In an English publication, brackets belong to the title itself.
  const [, translated] = fromPubmed || isForeign ? (/^(?:(?:RETRACTED|WITHDRAWN): )?\[(.+)\]$/s.exec(bare) ?? []) : [];
  const vernacular = others[0] && (fromPubmed ? withoutTitlePeriod(others[0].value) : others[0].value);
  if (translated !== undefined && vernacular) {
    record.title = vernacular;
    record.titles.push({ lang: 'en', text: translated });
    for (const field of others.slice(1)) record.titles.push({ text: field.value });
  } else {
    if (bare !== '') record.title = fromPubmed ? (translated ?? bare) : bare;
    for (const { value } of others) if (value !== '') record.titles.push({ text: value });
  }
  for (const field of books) {
    if (field.value === record.title) continue;
    if (record.title === undefined && field.name === 'BTI') setText(record, 'title', field);
    else if (field.name === 'BTI') setText(record, 'container', field);
    else reportUnplaced(record, field, 'no place');
  }
}

function addJournal(record: MutableRecord, full: readonly SourceField[], short: readonly SourceField[]): void {
  for (const field of full) setText(record, 'container', field);
  for (const field of short)
    if (record.container === undefined) setText(record, 'container', field);
    else if (field.value !== record.container) setText(record, 'abbreviation', field);
}

/** Adds LID and AID, which hold a DOI, or the publisher's number of the article. */
function addArticleNumber(
  record: MutableRecord,
  pages: readonly SourceField[],
  locations: readonly SourceField[],
  fromPubmed: boolean,
): void {
  for (const field of locations) {
    const { before: value, inside } = splitTrailingBracket(field.value);
    const mark = inside.toLowerCase();
    if (mark === 'doi') setText(record, 'doi', field, value);
    else if (mark === 'pii' && (!fromPubmed || pages.some((page) => page.value === value)))
      setText(record, 'articleNumber', field, value);
    else if (!record.unplaced.some((other) => other.value === field.value)) reportUnplaced(record, field, 'database');
  }
  for (const field of pages) if (field.value !== record.articleNumber) addPagination(record, field);
}

/** Our own writer writes the language before each abstract, PubMed after it. */
function addOtherAbstracts(record: MutableRecord, fields: readonly SourceField[]): void {
  const before = fields[0]?.name === 'OABL';
  const found: { lang?: string; text: string }[] = [];
  let pending: SourceField | undefined;
  for (const field of fields) {
    if (field.name === 'OAB') {
      const lang = before ? pending : undefined;
      found.push({ text: field.value, ...(lang ? { lang: readLanguage(lang.value) ?? lang.value } : {}) });
      pending = undefined;
    } else if (before) {
      if (pending) reportUnplaced(record, pending, 'no place');
      pending = field;
    } else {
      const last = found.at(-1);
      const lang = readLanguage(field.value);
      if (lang === undefined || !last || last.lang !== undefined) reportUnplaced(record, field, 'no place');
      else last.lang = lang;
    }
  }
  if (pending) reportUnplaced(record, pending, 'no place');
  for (const { lang, text } of found)
    if (text !== '') record.abstracts.push({ sections: [{ text }], ...(lang === undefined ? {} : { lang }) });
}

const textFields: ReadonlyMap<string, TextField> = new Map([
  ['PMID', 'pmid'],
  ['VI', 'volume'],
  ['IP', 'issue'],
  ['CI', 'copyright'],
  ['PB', 'publisher'],
  ['EN', 'edition'],
  ['CTI', 'series'],
]);

/** Fields that other functions of this file read. */
const readLater: ReadonlySet<string> = new Set(
  'TI TT BTI VTI JT TA IS ISBN DP PG LID AID OAB OABL GN PT FAU AU CN FED ED AD AUID SO OTO MH'.split(' '),
);

/** Fields about the record in PubMed. */
const databaseTags: ReadonlySet<string> = new Set(
  'OWN STAT DA DCOM LR PUBM JID SB EDAT MHDA CRDT PHST PST PMCR OID MID RF CDAT'.split(' '),
);
