import { parseTrialRegistration } from '../../domain/identifiers/trial-registration.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { readLanguage } from '../record/foreign-language.ts';
import { depositedTitle, unescapeXml } from '../crossref/deposited-text.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import { reportRest, textsInJson } from '../fields/report-rest.ts';
import { addAward, createRecord, reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { addPagination } from '../record/pagination.ts';
import { findTypeAmong } from '../record/publication-kinds.ts';
import { resolveStatus } from '../record/read-note.ts';
import { withoutTitlePeriod } from '../nbib/medline-text.ts';
import { addEuropepmcAbstract } from './europepmc-abstract.ts';
import { addEuropepmcAuthors } from './europepmc-authors.ts';
import { addEuropepmcNotices } from './europepmc-notices.ts';
import { itemsOf, partOf } from './europepmc-values.ts';

/**
 * Reads one result of the `core` kind; a `lite` one holds less. `line` is its 1-based position in the answer.
 * https://europepmc.org/RestfulWebService
 */
export function readEuropepmcResult(result: UnknownMap, line: number): ForeignRecord {
  const record = createRecord(line, 'content');
  const field = (name: string, value: unknown = result[name]) => ({ name, value: text(value), line });
  const title = withoutTitlePeriod(depositedTitle(text(result['title'])));
  if (title !== '') record.title = title;
  addIdentifiers(record, result, line);
  const lang = text(result['language']);
  if (lang !== '') record.lang = readLanguage(lang) ?? lang;
  addEuropepmcAuthors(record, result, line);
  addJournal(record, result, line);
  addPagination(record, field('pageInfo'));
  addEuropepmcAbstract(record, text(result['abstractText']));
  addSubjects(record, result, line);
  for (const grant of itemsOf(result, 'grantsList', 'grant').filter(isMap)) addGrant(record, grant, line);
  addLinks(record, result, line);
  const license = text(result['license']);
  if (/^cc0$/i.test(license)) record.license = 'CC0-1.0';
  else reportUnplaced(record, field('license'), 'no place');
  addEuropepmcNotices(record, result, line);
  setType(record, result, line);
  resolveStatus(record);
  for (const name of Object.keys(result))
    if (!read.has(name))
      reportUnplaced(record, field(name), database.has(name) || isFlag(name) ? 'database' : 'no place');
  reportRest(record, textsInJson(result, notTexts, line));
  return record;
}

function addIdentifiers(record: MutableRecord, result: UnknownMap, line: number): void {
  setText(record, 'pmid', { name: 'pmid', value: text(result['pmid']), line });
  for (const [name, target] of [
    ['pmcid', 'pmcid'],
    ['doi', 'doi'],
  ] as const)
    setText(record, target, { name, value: text(result[name]), line });
}

function addJournal(record: MutableRecord, result: UnknownMap, line: number): void {
  const info = partOf(result, 'journalInfo');
  const journal = partOf(info, 'journal');
  const book = partOf(result, 'bookOrReportDetails');
  const field = (name: string, value: unknown) => ({ name, value: unescapeXml(text(value)), line });
  const title = journal['title'] ?? result['journalTitle'];
  setText(record, 'container', field('journal', title));
  const short = journal['ISOAbbreviation'] ?? journal['medlineAbbreviation'];
  if (text(short) !== text(title)) setText(record, 'abbreviation', field('ISOAbbreviation', short));
  if (text(journal['medlineAbbreviation']) !== text(short))
    reportUnplaced(record, field('medlineAbbreviation', journal['medlineAbbreviation']), 'database');
  reportUnplaced(record, field('NLMid', journal['NLMid'] ?? journal['nlmid']), 'database');
  setText(record, 'issn', field('issn', journal['issn']));
  setText(record, 'eissn', field('essn', journal['essn']));
  setText(record, 'volume', field('volume', info['volume'] ?? result['journalVolume']));
  setText(record, 'issue', field('issue', info['issue'] ?? result['issue']));
  const comprising = text(book['comprisingTitle']);
  if (comprising !== '' && comprising !== text(title))
    setText(record, 'container', field('comprisingTitle', comprising));
  setText(record, 'publisher', field('publisher', book['publisher']));
  setText(record, 'edition', field('edition', book['edition']));
  setText(record, 'series', field('seriesName', book['seriesName']));
  setText(record, 'pagesTotal', field('numberOfPages', book['numberOfPages']));
  for (const name of ['isbn13', 'isbn10']) setText(record, 'isbn', field(name, book[name]));
  if (record.container === undefined && text(result['source']) === 'PPR' && record.publisher !== undefined) {
    record.container = record.publisher;
    delete record.publisher;
  }
  addDate(record, result, line);
}

/** The date of the issue, as printed; else the first date, which is the day on which it was online. */
function addDate(record: MutableRecord, result: UnknownMap, line: number): void {
  const info = partOf(result, 'journalInfo');
  const printed = text(info['dateOfPublication']);
  const electronic = text(result['electronicPublicationDate']);
  const first = text(result['firstPublicationDate']);
  const field = (name: string, value: string) => ({ name, value, line });
  if (printed !== '') addDates(record, [field('dateOfPublication', printed)]);
  else addDates(record, [field('firstPublicationDate', first || electronic || text(result['pubYear']))]);
  if (record.published === undefined) addDates(record, [field('pubYear', text(result['pubYear']))]);
  else if (text(result['pubYear']) !== String(record.published.year))
    reportUnplaced(record, field('pubYear', text(result['pubYear'])), 'second value');
  if (printed !== '' && electronic !== '') addOnlineDate(record, field('electronicPublicationDate', electronic));
  for (const [name, value] of [
    ['firstPublicationDate', first],
    ['printPublicationDate', text(info['printPublicationDate'])],
  ] as const)
    if (value !== electronic) reportUnplaced(record, field(name, value), 'database');
}

/** Headings have no number here, and content needs one. */
function addSubjects(record: MutableRecord, result: UnknownMap, line: number): void {
  for (const keyword of itemsOf(result, 'keywordList', 'keyword').map(text).map(unescapeXml))
    if (keyword !== '' && !record.keywords.includes(keyword)) record.keywords.push(keyword);
  for (const heading of itemsOf(result, 'meshHeadingList', 'meshHeading').filter(isMap)) {
    const label = text(heading['descriptorName']);
    reportUnplaced(record, { name: 'meshHeading', value: label, line }, 'no place');
    for (const qualifier of itemsOf(heading, 'meshQualifierList', 'meshQualifier').filter(isMap))
      reportUnplaced(
        record,
        { name: 'meshQualifier', value: `${label}/${text(qualifier['qualifierName'])}`, line },
        'no place',
      );
  }
}

function addGrant(record: MutableRecord, grant: UnknownMap, line: number): void {
  const funder = unescapeXml(text(grant['agency']));
  const award = text(grant['grantId']);
  reportUnplaced(record, { name: 'grant/acronym', value: text(grant['acronym']), line }, 'no place');
  if (funder === '') reportUnplaced(record, { name: 'grant', value: award, line }, 'no place');
  else addAward(record, funder, award);
}

/** The first open PDF is a link. Other addresses follow from the identifiers, or need a subscription. */
function addLinks(record: MutableRecord, result: UnknownMap, line: number): void {
  const links = itemsOf(result, 'fullTextUrlList', 'fullTextUrl').filter(isMap);
  const isOpen = (link: UnknownMap): boolean =>
    link['documentStyle'] === 'pdf' && (link['availabilityCode'] === 'OA' || link['availabilityCode'] === 'F');
  const pdf = links.find(isOpen);
  if (pdf) record.links.push({ rel: 'pdf', url: text(pdf['url']) });
  for (const link of links)
    if (link !== pdf) reportUnplaced(record, { name: 'fullTextUrl', value: text(link['url']), line }, 'database');
}

function setType(record: MutableRecord, result: UnknownMap, line: number): void {
  const kinds = [...new Set([...itemsOf(result, 'pubTypeList', 'pubType'), ...listOrOne(result['pubType'])].map(text))];
  record.kind = kinds.join('; ');
  if (kinds.some((kind) => /^retracted publication$/i.test(kind))) record.status = 'retracted';
  const { type, others } = findTypeAmong(kinds);
  const plain = /^(?:research[- ]article|journal article|retracted publication|other)$/i;
  for (const kind of others)
    if (!plain.test(kind)) reportUnplaced(record, { name: 'pubType', value: kind, line }, 'no place');
  const source = text(result['source']);
  record.type =
    source === 'PPR'
      ? 'preprint'
      : source === 'PAT'
        ? 'patent'
        : (type ?? (record.isbn === undefined ? 'article' : 'book'));
  for (const number of itemsOf(result, 'trialList', 'trial').map(text))
    if (parseTrialRegistration(number).ok) record.trials.push(number);
}

const listOrOne = (value: unknown): readonly unknown[] =>
  Array.isArray(value)
    ? list(value)
    : value === undefined
      ? []
      : text(value)
          .split(';')
          .map((part) => part.trim());

/** `hasPDF`, `inEPMC`, `isOpenAccess`: what Europe PMC has. */
const isFlag = (name: string): boolean => /^(?:has|in|is)[A-Z]/.test(name);

const read: ReadonlySet<string> = new Set(
  'title pmid pmcid doi language authorList authorString journalInfo journalTitle journalVolume issue bookOrReportDetails pageInfo abstractText keywordList meshHeadingList grantsList fullTextUrlList license commentCorrectionList pubTypeList pubType pubYear electronicPublicationDate firstPublicationDate affiliation'.split(
    ' ',
  ),
);

/** Properties whose values are codes of Europe PMC, or are converted by the reader. */
const notTexts: ReadonlySet<string> = new Set(
  'type source language pubType majorTopic_YN abbreviation availability availabilityCode documentStyle site authorString fullName initials dateOfPublication journalIssueId monthOfPublication yearOfPublication'.split(
    ' ',
  ),
);

const database: ReadonlySet<string> = new Set(
  'id source fullTextIdList authorIdList dataLinksTagsList investigatorList publicationStatus pubModel chemicalList subsetList citedByCount authMan epmcAuthMan nihAuthMan manuscriptId dateOfCompletion dateOfCreation dateOfRevision firstIndexDate journalIssn versionNumber versionList tmAccessionTypeList dbCrossReferenceList'.split(
    ' ',
  ),
);
