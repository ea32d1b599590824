import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { createAuthorFinder } from '../authors/find-author.ts';
import { readForeignDate } from '../record/foreign-date.ts';
import {
  addAuthorAffiliation,
  reportUnplaced,
  setText,
  type MutableRecord,
  type SourceField,
} from '../record/mutable-record.ts';
import { markCorresponding, splitNamedAddress } from '../authors/named-address.ts';
import { splitTrailingBracket } from '../record/trailing-bracket.ts';

/** Adds `Example Foundation [12345, 67890]; Sample Fund`. */
export function addWosFunding(record: MutableRecord, field: SourceField): void {
  for (const item of field.value.split(/;\s*/)) {
    const { before: funder, inside: awards } = splitTrailingBracket(item);
    if (funder === '') continue;
    if (awards === '') record.funding.push({ funder });
    else for (const award of awards.split(/,\s*/)) record.funding.push({ funder, award });
  }
}

/** Sets the kind of open access. In `Green Submitted, gold` the publisher's own version counts more than a copy. */
export function setWosOpenAccess(record: MutableRecord, field: SourceField): void {
  const kind = (['gold', 'hybrid', 'bronze', 'green'] as const).find((name) => new RegExp(name, 'i').test(field.value));
  if (kind) record.openAccess = kind;
  else reportUnplaced(record, field, 'no place');
}

/** Adds `Family, Given/0000-0002-1825-0097; …` to the authors. */
export function addWosOrcids(record: MutableRecord, field: SourceField): void {
  const find = createAuthorFinder(record.authors);
  // BibTeX has one in each line.
  for (const item of field.value.split(/(?<=\/\d{4}-\d{4}-\d{4}-\d{3}[\dX])\s+|;\s*|\n/)) {
    const [, name = '', orcid = ''] = /^(.*)\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/.exec(item.trim()) ?? [];
    const at = name === '' ? undefined : find(name);
    const author = at === undefined ? undefined : record.authors[at];
    if (author && at !== undefined) record.authors[at] = { ...author, orcid };
    else reportUnplaced(record, { ...field, value: item }, 'unreadable');
  }
}

/**
 * Adds the addresses of BibTeX from Web of Science: one a line, each after the names of its authors, and first those of
 * the corresponding authors. An address after a name of no author is unplaced. False for addresses without names.
 */
export function addWosAddresses(record: MutableRecord, field: SourceField, lines: readonly string[]): boolean {
  const find = createAuthorFinder(record.authors);
  const items = lines.map((line) => ({ line, ...splitNamedAddress(line, find) }));
  if (!items.some(({ authors }) => authors.length > 0)) return false;
  for (const { line, authors, corresponding, address } of items)
    if (corresponding || authors.length === 0) continue;
    else if (address === '') reportUnplaced(record, { ...field, value: line }, 'unreadable');
    else for (const author of authors) addAuthorAffiliation(record, author, address);
  for (const { line, authors, corresponding, address } of items)
    if (authors.length === 0) reportUnplaced(record, { ...field, value: line }, 'unreadable');
    else if (corresponding) addCorrespondence(record, { ...field, value: address }, authors);
  return true;
}

/** Marks the corresponding authors. Their address is an affiliation only if the record has no others. */
export function addCorrespondence(record: MutableRecord, field: SourceField, authors: readonly number[]): void {
  for (const author of authors) markCorresponding(record, author);
  const address = field.value.trim();
  if (address === '' || record.affiliations.some(({ name }) => name === address)) return;
  if (record.affiliations.length > 0) reportUnplaced(record, field, 'no place');
  else for (const author of authors) addAuthorAffiliation(record, author, address);
}

/** Sets the days of a congress: `JUN 04-07, 2006`, `NOV 30-DEC 02, 2020`, `MAR 2019`, `DEC 30, 2019-JAN 02, 2020`. */
export function setWosEventDate(record: MutableRecord, field: SourceField): void {
  const parts = /^\s*(\p{L}+) ?(\d{0,2})(?:, ?(\d{4}))?(?: ?- ?(\p{L}*) ?(\d{0,2}))?,? ?(\d{4})\s*$/u.exec(field.value);
  const [, month = '', day = '', startYear, lastMonth, lastDay = '', year = ''] = parts ?? [];
  const start = [day, month, startYear ?? year].filter(Boolean).join(' ');
  const end = lastMonth === undefined ? start : [lastDay, lastMonth || month, year].filter(Boolean).join(' ');
  const read = [parts ? start : field.value, parts ? end : field.value].map((text) => readForeignDate(text));
  const dates = read.flatMap((found) => (found && found.rest === undefined ? [formatPartialDate(found.date)] : []));
  if (dates.length < read.length) reportUnplaced(record, field, 'unreadable');
  else setText(record, 'eventDate', field, [...new Set(dates)].join('/'));
}
