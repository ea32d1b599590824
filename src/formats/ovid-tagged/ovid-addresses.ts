import { foldName, parsePersonName } from '../../domain/people/person-name.ts';
import type { AuthorFinder } from '../authors/find-author.ts';
import { addNamedAddress } from '../authors/named-address.ts';
import { addAffiliation, addAuthorAffiliation, type MutableRecord } from '../record/mutable-record.ts';

/**
 * Adds an address as Ovid prints it: `Karimi, Sara. Sleep Clinic, Example Institute.` in MEDLINE, `(Karimi, Muller) Sleep
 * Clinic, Example Institute` in Embase, else with the names before a comma or without names.
 */
export function addOvidAddress(record: MutableRecord, line: string, find: AuthorFinder): void {
  const [, families, shared] = /^\(([^()]+)\) (.+)$/.exec(line.trim()) ?? [];
  if (families !== undefined && shared !== undefined) {
    const authors = families.split(/,\s*/).map((name) => find(name) ?? findFamily(record, name));
    const address = shared.replace(/[.;]$/, '');
    if (authors.includes(undefined)) addAffiliation(record, address);
    for (const author of authors) if (author !== undefined) addAuthorAffiliation(record, author, address);
    return;
  }
  const text = line.trim().replace(/[.;]$/, '');
  for (const { index } of text.slice(0, longestName).matchAll(/\. /g)) {
    const author = find(text.slice(0, index)) ?? find(text.slice(0, index + 1));
    if (author === undefined) continue;
    addAuthorAffiliation(record, author, text.slice(index + 2).trim());
    return;
  }
  addNamedAddress(record, text, find);
}

/** The only author with this family name; undefined if there is none, or several. */
function findFamily(record: MutableRecord, family: string): number | undefined {
  const found = record.authors.flatMap(({ name, group }, position) => {
    const parsed = group ? undefined : parsePersonName(name);
    return parsed?.ok === true && foldName(parsed.value.family) === foldName(family) ? [position] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

const longestName = 100;
