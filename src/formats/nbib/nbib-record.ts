import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import type { NoticeType } from '../../domain/publication/publication.ts';
import type { ForeignAuthor, ForeignRecord } from '../record/foreign-record.ts';
import { placeDates } from '../record/foreign-date.ts';
import { placeLanguage, readLanguage } from '../record/foreign-language.ts';
import { doiInReference, noticeOf, pmidInReference, withoutTitleStop } from './medline-text.ts';
import { placePagination } from '../record/pagination.ts';
import { typeOfWords } from '../record/publication-kinds.ts';
import { placeNote, readNotice, resolveStatus } from '../record/read-note.ts';
import {
  affiliate,
  affiliationNumber,
  groupAuthor,
  reportUnplaced,
  personAuthor,
  place,
  startSketch,
  type RecordSketch,
  type SourceField,
  type TextSlot,
} from '../record/record-sketch.ts';
import { placeNumbers } from '../record/serial-numbers.ts';
import { splitTrailingBracket } from '../record/trailing-bracket.ts';

/** One record from its fields, each with its lines joined. */
export function readNbibRecord(fields: readonly SourceField[]): ForeignRecord {
  const sketch = startSketch(fields[0]?.line ?? 1);
  const all = (...names: readonly string[]): readonly SourceField[] =>
    fields.filter(({ name }) => names.includes(name));
  const kinds = all('PT').map(({ value }) => value);
  sketch.kind = kinds.join('; ');
  // Tags that PubMed gives to its own records, and nobody else.
  const fromPubmed = all('OWN', 'STAT').length > 0;
  placeAuthors(sketch, fields);
  for (const field of fields) placeField(sketch, field, fromPubmed);
  placeTitles(sketch, all('TI'), all('TT'), all('BTI', 'CTI', 'VTI'), fromPubmed);
  placeJournal(sketch, all('JT'), all('TA'));
  placeNumbers(sketch, all('ISBN', 'IS'), false);
  placeDates(sketch, all('DP'));
  placeNumber(sketch, all('PG'), all('LID', 'AID'), fromPubmed);
  placeOtherAbstracts(sketch, all('OABL', 'OAB'));
  for (const field of all('GN')) placeNote(sketch, field);
  for (const field of all('MH')) placeHeading(sketch, field);
  if (kinds.includes('Retracted Publication')) sketch.status = 'retracted';
  resolveStatus(sketch);
  // PubMed names a type always, our writers none for software, protocols and media.
  const plain = kinds.length > 0 || fromPubmed || sketch.abbreviation !== undefined || sketch.issn !== undefined;
  sketch.type = typeOfWords(kinds.filter((kind) => kind !== 'Journal Article')) ?? (plain ? 'article' : 'media');
  return sketch;
}

function placeField(sketch: RecordSketch, field: SourceField, fromPubmed: boolean): void {
  const slot = slots.get(field.name);
  if (slot) place(sketch, slot, field);
  else if (Object.hasOwn(placers, field.name)) placers[field.name]?.(sketch, field, fromPubmed);
  else if (!later.has(field.name))
    reportUnplaced(sketch, field, databaseTags.has(field.name) ? 'database' : 'no place');
}

type Placer = (sketch: RecordSketch, field: SourceField, fromPubmed: boolean) => void;

const addNotice =
  (type: NoticeType): Placer =>
  (sketch, field) => {
    const notice = readNotice(field.value) ?? noticeOf(type, doiInReference(field.value), pmidInReference(field.value));
    if (notice) sketch.notices.push(notice);
    else reportUnplaced(sketch, field, 'no place');
  };

const addVersion =
  (slot: 'preprint' | 'publishedVersion'): Placer =>
  (sketch, field) => {
    const doi = doiInReference(field.value);
    if (doi === undefined) reportUnplaced(sketch, field, 'no place');
    else place(sketch, slot, field, doi);
  };

/** A note of ours has the numbers of the headings; without it the words say too little. */
const placeHeading = (sketch: RecordSketch, field: SourceField): void => {
  if (sketch.mesh.length === 0) reportUnplaced(sketch, field, 'no place');
};

const placers: Readonly<Record<string, Placer>> = {
  AB: (sketch, field) => {
    if (field.value === '') return;
    if (sketch.abstracts.length === 0) sketch.abstracts.push({ sections: [{ text: field.value }] });
    else reportUnplaced(sketch, field, 'second value');
  },
  LA: placeLanguage,
  OT: (sketch, { value }) => {
    const word = value.replace(/^\*/, '');
    if (word !== '' && !sketch.keywords.includes(word)) sketch.keywords.push(word);
  },
  // `ClinicalTrials.gov/NCT04280705`; other data banks hold sequences and data.
  SI: (sketch, field) => {
    const id = field.value.slice(field.value.indexOf('/') + 1);
    if (parseTrialRegistration(id).ok) sketch.trials.push(id);
    else reportUnplaced(sketch, field, 'no place');
  },
  GR: (sketch, field, fromPubmed) => {
    const parts = field.value.split('/');
    if (fromPubmed && parts.length > 2) {
      const funder = parts.at(-2)?.trim() ?? '';
      const award = parts
        .slice(0, -2)
        .join('/')
        .replace(/^\/+|\/[A-Z]{2}$/g, '')
        .trim();
      if (funder !== '') {
        sketch.funding.push({ funder, ...(award === '' ? {} : { award }) });
        return;
      }
    }
    const award = parts.slice(0, -1).join('/').trim();
    const funder = parts.at(-1)?.trim() ?? '';
    if (funder === '') reportUnplaced(sketch, field, 'unreadable');
    else sketch.funding.push({ funder, ...(award === '' ? {} : { award }) });
  },
  PMC: (sketch, field) => place(sketch, 'pmcid', field),
  RIN: addNotice('retraction'),
  EIN: addNotice('correction'),
  ECI: addNotice('concern'),
  UIN: addVersion('publishedVersion'),
  UOF: addVersion('preprint'),
};

function placeAuthors(sketch: RecordSketch, fields: readonly SourceField[]): void {
  const full = fields.some(({ name }) => name === 'FAU');
  const early: string[] = [];
  for (const field of fields) {
    const { name, value } = field;
    if (value === '') continue;
    if (name === 'FAU' || (name === 'AU' && !full)) sketch.authors.push(personAuthor(value));
    else if (name === 'CN') sketch.authors.push(groupAuthor(value));
    else if (name === 'FED' || name === 'ED') {
      if (name === 'FED') sketch.editors.push(personAuthor(value));
      reportUnplaced(sketch, field, 'no place');
    } else if (name === 'AD') {
      if (sketch.authors.length === 0) early.push(value);
      else affiliate(sketch, sketch.authors.length - 1, value);
    } else if (name === 'AUID') placeOrcid(sketch, field);
  }
  // Until 2013 an address before the authors was the first author's.
  for (const value of early)
    if (sketch.authors.length > 0) affiliate(sketch, 0, value);
    else affiliationNumber(sketch, value);
}

function placeOrcid(sketch: RecordSketch, field: SourceField): void {
  const orcid = /^ORCID: ?(\S.*)$/i.exec(field.value)?.[1]?.replace(/^https?:\/\/orcid\.org\//i, '');
  const author: ForeignAuthor | undefined = sketch.authors.at(-1);
  if (orcid === undefined || !author || author.orcid !== undefined) reportUnplaced(sketch, field, 'no place');
  else sketch.authors[sketch.authors.length - 1] = { ...author, orcid };
}

/**
 * PubMed prints the English translation of a title in brackets, and the title itself as TT; our writers put translated
 * titles there. It also sets a full stop after every title, which is not part of it.
 */
function placeTitles(
  sketch: RecordSketch,
  own: readonly SourceField[],
  others: readonly SourceField[],
  books: readonly SourceField[],
  fromPubmed: boolean,
): void {
  const title = own
    .map(({ value }) => value)
    .filter(Boolean)
    .join(' ');
  const bare = fromPubmed ? withoutTitleStop(title) : title;
  const translated = fromPubmed ? /^\[(.+)\]$/s.exec(bare)?.[1] : undefined;
  const vernacular = others[0] && withoutTitleStop(others[0].value);
  if (translated !== undefined && vernacular) {
    sketch.title = vernacular;
    sketch.titles.push({ lang: 'en', text: translated });
    for (const field of others.slice(1)) sketch.titles.push({ text: field.value });
  } else {
    if (bare !== '') sketch.title = translated ?? bare;
    for (const { value } of others) if (value !== '') sketch.titles.push({ text: value });
  }
  for (const field of books) {
    if (field.value === sketch.title) continue;
    if (sketch.title === undefined && field.name === 'BTI') place(sketch, 'title', field);
    else if (field.name === 'BTI') place(sketch, 'container', field);
    else reportUnplaced(sketch, field, 'no place');
  }
}

function placeJournal(sketch: RecordSketch, full: readonly SourceField[], short: readonly SourceField[]): void {
  for (const field of full) place(sketch, 'container', field);
  for (const field of short)
    if (sketch.container === undefined) place(sketch, 'container', field);
    else if (field.value !== sketch.container) place(sketch, 'abbreviation', field);
}

/** LID and AID hold a DOI, or a number by which the publisher knows the article. */
function placeNumber(
  sketch: RecordSketch,
  pages: readonly SourceField[],
  locations: readonly SourceField[],
  fromPubmed: boolean,
): void {
  for (const field of locations) {
    const { before: value, inside } = splitTrailingBracket(field.value);
    const mark = inside.toLowerCase();
    if (mark === 'doi') place(sketch, 'doi', field, value);
    else if (mark === 'pii' && (!fromPubmed || pages.some((page) => page.value === value)))
      place(sketch, 'articleNumber', field, value);
    else if (!sketch.unplaced.some((other) => other.value === field.value)) reportUnplaced(sketch, field, 'database');
  }
  for (const field of pages) if (field.value !== sketch.articleNumber) placePagination(sketch, field);
}

/** Ours names the language before each abstract, PubMed after it. */
function placeOtherAbstracts(sketch: RecordSketch, fields: readonly SourceField[]): void {
  const before = fields[0]?.name === 'OABL';
  const found: { lang?: string; text: string }[] = [];
  let pending: SourceField | undefined;
  for (const field of fields) {
    if (field.name === 'OAB') {
      const lang = before ? pending : undefined;
      found.push({ text: field.value, ...(lang ? { lang: readLanguage(lang.value) ?? lang.value } : {}) });
      pending = undefined;
    } else if (before) pending = field;
    else {
      const last = found.at(-1);
      if (last) last.lang ??= readLanguage(field.value) ?? field.value;
    }
  }
  if (pending) reportUnplaced(sketch, pending, 'no place');
  for (const { lang, text } of found)
    if (text !== '') sketch.abstracts.push({ sections: [{ text }], ...(lang === undefined ? {} : { lang }) });
}

const slots: ReadonlyMap<string, TextSlot> = new Map([
  ['PMID', 'pmid'],
  ['VI', 'volume'],
  ['IP', 'issue'],
  ['CI', 'copyright'],
  ['PB', 'publisher'],
]);

/** Fields that other functions of this file read. `AU` repeats `FAU`, and `SO` is made from the others. */
const later: ReadonlySet<string> = new Set(
  'TI TT BTI CTI VTI JT TA IS ISBN DP PG LID AID OAB OABL GN PT FAU AU CN FED ED AD AUID SO OTO MH'.split(' '),
);

/** About PubMed's own record. */
const databaseTags: ReadonlySet<string> = new Set(
  'OWN STAT DA DCOM LR PUBM JID SB EDAT MHDA CRDT PHST PST PMCR OID MID DEP PL RF CDAT'.split(' '),
);
