import type { TextDetail } from './details.ts';
import type { ForeignAuthor, ForeignField, ForeignRecord } from './foreign-record.ts';

/** A record that a parser fills, field by field, in the order of the source. */
export type MutableRecord = {
  -readonly [Name in keyof ForeignRecord]: ForeignRecord[Name] extends readonly (infer Item)[] | undefined
    ? Item[]
    : ForeignRecord[Name];
};

export const createRecord = (line: number, markup: ForeignRecord['markup'] = 'plain'): MutableRecord => ({
  line,
  markup,
  titles: [],
  authors: [],
  editors: [],
  translators: [],
  seriesEditors: [],
  advisors: [],
  affiliations: [],
  links: [],
  keywords: [],
  mesh: [],
  trials: [],
  funding: [],
  notices: [],
  abstracts: [],
  unplaced: [],
});

/** A field of the source: name, value, and 1-based line. */
export interface SourceField {
  readonly name: string;
  readonly value: string;
  readonly line?: number;
}

/** Sets a field that holds one text. A second, different text is unplaced; an empty one is ignored. */
export function setText(
  record: MutableRecord,
  target: TextField,
  field: SourceField,
  value: string | undefined = field.value,
): void {
  const text = value?.trim() ?? '';
  if (text === '') return;
  if (record[target] === undefined) record[target] = text;
  else if (record[target] !== text) reportUnplaced(record, field, 'second value');
}

/** Adds a grant; its award may be empty. One that is there already is not added again. */
export function addAward(record: MutableRecord, funder: string, award: string): void {
  if (!record.funding.some((known) => known.funder === funder && (known.award ?? '') === award))
    record.funding.push({ funder, ...(award === '' ? {} : { award }) });
}

/** Fields that hold one text. */
export type TextField =
  | TextDetail
  | 'key'
  | 'title'
  | 'container'
  | 'abbreviation'
  | 'issn'
  | 'eissn'
  | 'publisher'
  | 'volume'
  | 'issue'
  | 'articleNumber'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'arxiv'
  | 'isbn'
  | 'handle'
  | 'url'
  | 'license'
  | 'copyright'
  | 'preprint'
  | 'publishedVersion'
  | 'preferred'
  | 'lang';

/** If there is only an abbreviation, it becomes the title of the container. */
export function resolveContainer(record: MutableRecord): void {
  if (record.container !== undefined || record.abbreviation === undefined) return;
  record.container = record.abbreviation;
  delete record.abbreviation;
}

/** Where a publication has no container, some formats need the name of the event in its place. */
export function resolveEvent(record: MutableRecord): void {
  if (record.container !== undefined && record.container === record.eventName) delete record.container;
}

export function reportUnplaced(record: MutableRecord, field: SourceField, reason: ForeignField['reason']): void {
  const { name, value, line } = field;
  if (value.trim() !== '') record.unplaced.push({ name, value, ...(line === undefined ? {} : { line }), reason });
}

/** Adds an affiliation, if the record does not have it yet, and returns its 1-based number. */
export function addAffiliation(record: MutableRecord, name: string, ror?: string): number {
  const found = record.affiliations.findIndex((one) => one.name === name);
  if (found < 0) return record.affiliations.push({ name, ...(ror === undefined ? {} : { ror }) });
  if (ror !== undefined) record.affiliations[found] = { ror, ...record.affiliations[found]!, name };
  return found + 1;
}

/** Adds an affiliation to the author at a 0-based position. */
export function addAuthorAffiliation(record: MutableRecord, author: number, name: string, ror?: string): void {
  const number = addAffiliation(record, name, ror);
  const found = record.authors[author];
  if (found && !found.affiliations.includes(number))
    record.authors[author] = { ...found, affiliations: [...found.affiliations, number] };
}

export const personAuthor = (name: string): ForeignAuthor => ({ name, group: false, affiliations: [] });
export const groupAuthor = (name: string): ForeignAuthor => ({ name, group: true, affiliations: [] });
