import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { findLicense } from '../../domain/publication/license.ts';
import { addDates } from '../record/foreign-date.ts';
import { readLanguage } from '../record/foreign-language.ts';
import type { ForeignRecord } from '../record/foreign-record.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import { addPagination } from '../record/pagination.ts';
import { findTypeInWords } from '../record/publication-kinds.ts';
import { resolveStatus } from '../record/read-note.ts';
import { addSerialNumbers } from '../record/serial-numbers.ts';
import { reportRest, textsInJson } from '../fields/report-rest.ts';
import { createRecord, reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { addDatacitePeople } from './datacite-people.ts';

/**
 * Reads the metadata of one DOI. `line` is its 1-based position in the answer.
 * https://datacite-metadata-schema.readthedocs.io/en/4.6/
 */
export function readDataciteWork(work: UnknownMap, line: number): ForeignRecord {
  const record = createRecord(line);
  const field = (name: string, value: unknown = work[name]) => ({ name, value: text(value), line });
  const maps = (name: string): readonly UnknownMap[] => list(work[name]).filter(isMap);
  const types = isMap(work['types']) ? work['types'] : {};
  record.kind = text(types['resourceTypeGeneral']);
  record.type = typeOf(text(types['resourceTypeGeneral']), text(types['resourceType']));
  setText(record, 'doi', field('doi'));
  addTitles(record, maps('titles'), line);
  addDatacitePeople(record, work, line);
  const publisher = isMap(work['publisher']) ? work['publisher']['name'] : work['publisher'];
  setText(record, 'publisher', field('publisher', publisher));
  addContainer(record, isMap(work['container']) ? work['container'] : {}, line);
  const dates = maps('dates').map((date) => ({ ...field(`date (${text(date['dateType'])})`, date['date']) }));
  addDates(record, [
    ...dates.filter(({ name }) => name === 'date (Issued)'),
    { ...field('publicationYear', String(text(work['publicationYear']))) },
  ]);
  for (const date of dates) if (date.name !== 'date (Issued)') reportUnplaced(record, date, 'no place');
  const lang = text(work['language']);
  if (lang !== '') record.lang = readLanguage(lang) ?? lang;
  for (const subject of maps('subjects')) {
    const word = text(subject['subject']);
    // A number of a classification scheme is no word.
    if (word === '' || /^\d/.test(word)) reportUnplaced(record, field('subject', word), 'no place');
    else if (!record.keywords.includes(word)) record.keywords.push(word);
  }
  addDescriptions(record, maps('descriptions'), line);
  addRights(record, maps('rightsList'), line);
  setText(record, 'version', field('version'));
  setText(record, 'url', field('url'));
  for (const funding of maps('fundingReferences')) {
    const funder = text(funding['funderName']);
    const award = text(funding['awardNumber']);
    if (funder !== '') record.funding.push({ funder, ...(award === '' ? {} : { award }) });
    else reportUnplaced(record, field('awardNumber', award), 'no place');
    reportUnplaced(record, field('awardTitle', funding['awardTitle']), 'no place');
  }
  addRelations(record, maps('relatedIdentifiers'), line);
  resolveStatus(record);
  for (const name of Object.keys(work))
    if (!read.has(name) && !isEmpty(work[name]))
      reportUnplaced(record, field(name), database.has(name) ? 'database' : 'no place');
  reportRest(record, textsInJson(work, notTexts, line));
  return record;
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** The first title without a type is the title. */
function addTitles(record: MutableRecord, titles: readonly UnknownMap[], line: number): void {
  const main = titles.find((title) => text(title['titleType']) === '') ?? titles[0];
  const subtitle = titles.find((title) => text(title['titleType']) === 'Subtitle');
  if (main)
    record.title = [main, ...(subtitle ? [subtitle] : [])].map((title) => text(title['title']).trim()).join(': ');
  for (const title of titles) {
    if (title === main || title === subtitle) continue;
    const lang = text(title['lang']);
    if (text(title['titleType']) === 'TranslatedTitle')
      record.titles.push({ text: text(title['title']), ...(lang === '' ? {} : { lang: readLanguage(lang) ?? lang }) });
    else reportUnplaced(record, { name: 'title', value: text(title['title']), line }, 'second value');
  }
}

/** The journal or series: `{ type: "Journal", title, identifier, volume, issue, firstPage, lastPage }`. */
function addContainer(record: MutableRecord, container: UnknownMap, line: number): void {
  const field = (name: string) => ({ name: `container.${name}`, value: text(container[name]), line });
  setText(record, 'container', field('title'));
  setText(record, 'volume', field('volume'));
  setText(record, 'issue', field('issue'));
  const pages = [text(container['firstPage']), text(container['lastPage'])].filter(Boolean).join('-');
  addPagination(record, { ...field('firstPage'), value: pages });
  const identifier = field('identifier');
  if (identifier.value === '') return;
  const kind = text(container['identifierType']).toUpperCase();
  if (kind === 'ISSN' || kind === 'ISBN') addSerialNumbers(record, [identifier]);
  else if (kind === 'DOI') setText(record, 'containerDoi', identifier);
  else reportUnplaced(record, identifier, 'no place');
}

/** The first abstract is the abstract; methods and tables of contents have no place. */
function addDescriptions(record: MutableRecord, descriptions: readonly UnknownMap[], line: number): void {
  for (const description of descriptions) {
    const value = text(description['description'])
      .replace(/<\/?(?:p|br|div|b|i|em|strong|span)\b[^<>]*>/gi, ' ')
      .trim();
    const lang = text(description['lang']);
    const known = lang === '' ? undefined : (readLanguage(lang) ?? lang);
    if (value === '') continue;
    if (text(description['descriptionType']) === 'Abstract')
      record.abstracts.push({ sections: [{ text: value }], ...(known === undefined ? {} : { lang: known }) });
    else
      reportUnplaced(
        record,
        { name: `description (${text(description['descriptionType'])})`, value, line },
        'no place',
      );
  }
}

function addRights(record: MutableRecord, rights: readonly UnknownMap[], line: number): void {
  for (const one of rights) {
    const [id, uri, words] = ['rightsIdentifier', 'rightsUri', 'rights'].map((name) => text(one[name]));
    const value = [uri, id, words].map((one) => findLicense(one ?? '')).find((one) => one !== undefined);
    if (value !== undefined) setText(record, 'license', { name: 'rights', value, line });
    else reportUnplaced(record, { name: 'rights', value: [words, uri].filter(Boolean).join(' '), line }, 'no place');
  }
}

/** Other versions of the work. What it cites or belongs to has no place. */
function addRelations(record: MutableRecord, related: readonly UnknownMap[], line: number): void {
  for (const one of related) {
    const relation = text(one['relationType']);
    const field = { name: `related (${relation})`, value: text(one['relatedIdentifier']), line };
    const isDoi = text(one['relatedIdentifierType']) === 'DOI';
    if (record.type === 'preprint' && relation === 'IsPreprintOf' && isDoi) setText(record, 'publishedVersion', field);
    else if (relation === 'HasPreprint' && isDoi) setText(record, 'preprint', field);
    else reportUnplaced(record, field, 'no place');
  }
}

function typeOf(general: string, specific: string): PublicationType {
  const known = types.get(general);
  const named = findTypeInWords([specific]);
  return (general === 'Text' || known === undefined ? (named ?? known) : known) ?? 'report';
}

/** https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-1/resourceTypeGeneral/ */
const types: ReadonlyMap<string, PublicationType> = new Map<string, PublicationType>([
  ['Dataset', 'dataset'],
  ['Collection', 'dataset'],
  ['Software', 'software'],
  ['ComputationalNotebook', 'software'],
  ['Model', 'software'],
  ['JournalArticle', 'article'],
  ['DataPaper', 'article'],
  ['Preprint', 'preprint'],
  ['Book', 'book'],
  ['BookChapter', 'chapter'],
  ['ConferencePaper', 'conference-paper'],
  ['ConferenceProceeding', 'book'],
  ['Dissertation', 'thesis'],
  ['Poster', 'poster'],
  ['Presentation', 'poster'],
  ['Report', 'report'],
  ['Standard', 'report'],
  ['StudyRegistration', 'protocol'],
  ['OutputManagementPlan', 'protocol'],
  ['Audiovisual', 'media'],
  ['Image', 'media'],
  ['Sound', 'media'],
  ['Text', 'report'],
]);

const read: ReadonlySet<string> = new Set(
  'doi titles creators contributors publisher container publicationYear dates language types subjects descriptions rightsList version url fundingReferences relatedIdentifiers'.split(
    ' ',
  ),
);

/** Properties whose values are codes of DataCite, are converted by the reader, or qualify other values. */
const notTexts: ReadonlySet<string> = new Set(
  'nameType titleType descriptionType dateType contributorType relationType relatedIdentifierType relatedItemType resourceTypeGeneral identifierType nameIdentifierScheme affiliationIdentifierScheme publisherIdentifierScheme funderIdentifierType rightsIdentifierScheme numberType ris bibtex citeproc schemaOrg lang language'.split(
    ' ',
  ),
);

const database: ReadonlySet<string> = new Set(
  'id prefix suffix identifiers alternateIdentifiers sizes formats contentUrl metadataVersion schemaVersion source isActive state reason viewCount viewsOverTime downloadCount downloadsOverTime referenceCount citationCount citationsOverTime partCount partOfCount versionCount versionOfCount created registered updated published xml agency clientId providerId'.split(
    ' ',
  ),
);
