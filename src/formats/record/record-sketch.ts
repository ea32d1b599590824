import type { ForeignAuthor, ForeignField, ForeignRecord } from './foreign-record.ts';

/** A record while a parser fills it, field by field, in the order of the source. */
export type RecordSketch = {
  -readonly [Name in keyof ForeignRecord]: ForeignRecord[Name] extends readonly (infer Item)[] | undefined
    ? Item[]
    : ForeignRecord[Name];
};

export const startSketch = (line: number, markup: ForeignRecord['markup'] = 'plain'): RecordSketch => ({
  line,
  markup,
  titles: [],
  authors: [],
  editors: [],
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

/** A field of the source: its name, its value, and the line where it stands. */
export interface SourceField {
  readonly name: string;
  readonly value: string;
  readonly line?: number;
}

/** Fills a field that holds one text. A second, different text is kept as unplaced; an empty one says nothing. */
export function place(
  sketch: RecordSketch,
  slot: TextSlot,
  field: SourceField,
  value: string | undefined = field.value,
): void {
  const text = value?.trim() ?? '';
  if (text === '') return;
  if (sketch[slot] === undefined) sketch[slot] = text;
  else if (sketch[slot] !== text) reportUnplaced(sketch, field, 'second value');
}

/** Fields that hold one text. */
export type TextSlot =
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

/** A journal that its abbreviation alone names is called by that. */
export function resolveContainer(sketch: RecordSketch): void {
  if (sketch.container !== undefined || sketch.abbreviation === undefined) return;
  sketch.container = sketch.abbreviation;
  delete sketch.abbreviation;
}

export function reportUnplaced(sketch: RecordSketch, field: SourceField, reason: ForeignField['reason']): void {
  const { name, value, line } = field;
  if (value.trim() !== '') sketch.unplaced.push({ name, value, ...(line === undefined ? {} : { line }), reason });
}

/** Adds an affiliation unless it is there already, and gives its number. */
export function affiliationNumber(sketch: RecordSketch, name: string, ror?: string): number {
  const found = sketch.affiliations.findIndex((one) => one.name === name);
  if (found < 0) return sketch.affiliations.push({ name, ...(ror === undefined ? {} : { ror }) });
  if (ror !== undefined) sketch.affiliations[found] = { ror, ...sketch.affiliations[found]!, name };
  return found + 1;
}

/** Gives an author one more affiliation. */
export function affiliate(sketch: RecordSketch, author: number, name: string, ror?: string): void {
  const number = affiliationNumber(sketch, name, ror);
  const found = sketch.authors[author];
  if (found && !found.affiliations.includes(number))
    sketch.authors[author] = { ...found, affiliations: [...found.affiliations, number] };
}

export const personAuthor = (name: string): ForeignAuthor => ({ name, group: false, affiliations: [] });
export const groupAuthor = (name: string): ForeignAuthor => ({ name, group: true, affiliations: [] });
