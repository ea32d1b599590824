import type { AuthorFinder } from './find-author.ts';
import { addAffiliation, addAuthorAffiliation, reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';

/** An address after the names of the authors who have it, as databases print it. */
export interface NamedAddress {
  /** Positions of authors; empty if the text begins with no author of the record. */
  readonly authors: readonly number[];
  readonly corresponding: boolean;
  readonly address: string;
}

/**
 * Splits `Karimi, Sara; Müller, Jan, Example University`, `Karimi, S. (corresponding author), Example University`,
 * `Karimi, S.: Example University` and `S. Karimi, Example University`.
 */
export function splitNamedAddress(text: string, find: AuthorFinder): NamedAddress {
  const authors: number[] = [];
  let corresponding = false;
  let rest = text.trim();
  for (;;) {
    const taken = takeName(rest, find);
    if (!taken) return { authors, corresponding, address: rest };
    authors.push(taken.author);
    const mark = /^\((?:corresponding|reprint) authors?\)\s*/i.exec(taken.rest)?.[0] ?? '';
    corresponding ||= mark !== '';
    const after = taken.rest.slice(mark.length);
    rest = after.replace(/^[;:,]\s*/, '');
    if (!after.startsWith(';')) return { authors, corresponding, address: rest };
  }
}

/** The author whose name the text begins with. The name ends at `;`, `:` or `(`, or at one of the first three commas. */
function takeName(text: string, find: AuthorFinder): { readonly author: number; readonly rest: string } | undefined {
  const sign = text.search(/[;:(]/);
  const limit = sign < 0 ? text.length : sign;
  const commas = [...text.slice(0, Math.min(limit, longestName)).matchAll(/,/g)].slice(0, 3).map(({ index }) => index);
  for (const end of [limit, ...commas.reverse()]) {
    const author = end <= longestName ? find(text.slice(0, end).trim()) : undefined;
    if (author !== undefined) return { author, rest: text.slice(end).trimStart() };
  }
  return undefined;
}

const longestName = 100;

/** Adds an address with the authors that it names, or unnumbered if it names none. */
export function addNamedAddress(record: MutableRecord, text: string, find: AuthorFinder): void {
  const { authors, corresponding, address } = splitBracketed(record, text, find) ?? splitNamedAddress(text, find);
  if (corresponding) for (const author of authors) markCorresponding(record, author);
  if (address === '') return;
  if (authors.length === 0) addAffiliation(record, address);
  for (const author of authors) addAuthorAffiliation(record, author, address);
}

/** Splits `(Karimi S.; Rezaei A., mail) Address` and `[Karimi, Sara] Address`; undefined if one of the names is of no author. */
function splitBracketed(record: MutableRecord, text: string, find: AuthorFinder): NamedAddress | undefined {
  const [, inside = '', address] = /^[([]([^()[\]]{1,2000})[)\]]\s{0,5}(\S.*)$/s.exec(text.trim()) ?? [];
  if (address === undefined) return undefined;
  const authors: number[] = [];
  const mails: string[] = [];
  for (const item of inside.split(/;\s*/)) {
    const comma = item.lastIndexOf(',');
    const last = item.slice(comma + 1).trim();
    const mail = comma > 0 && last.includes('@') ? last : undefined;
    const author = find(mail === undefined ? item.trim() : item.slice(0, comma).trim());
    if (author === undefined) return undefined;
    authors.push(author);
    if (mail !== undefined) mails.push(mail);
  }
  for (const value of mails) reportUnplaced(record, { name: 'mail address', value, line: record.line }, 'database');
  return { authors, corresponding: false, address };
}

export function markCorresponding(record: MutableRecord, author: number): void {
  const found = record.authors[author];
  if (found) record.authors[author] = { ...found, corresponding: true };
}
