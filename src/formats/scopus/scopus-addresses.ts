import { createAuthorFinder } from '../authors/find-author.ts';
import { markCorresponding, splitNamedAddress } from '../authors/named-address.ts';
import { splitList } from '../fields/field-readers.ts';
import {
  addAffiliation,
  addAuthorAffiliation,
  reportUnplaced,
  type MutableRecord,
  type SourceField,
} from '../record/mutable-record.ts';

/**
 * Adds the affiliations. `Authors with affiliations` has those of one author after each name, divided by the commas that they
 * have themselves; `Affiliations` says where each one begins.
 */
export function addScopusAddresses(record: MutableRecord, fields: readonly SourceField[]): void {
  const find = createAuthorFinder(record.authors);
  const column = (name: string): SourceField | undefined => fields.find((field) => field.name === name);
  const whole = splitList(column('affiliations')?.value ?? '', /;\s*/);
  // The longest first, because one address may be the end of another.
  const known = [...whole].sort((a, b) => b.length - a.length);
  const named = column('authors with affiliations');
  const used = new Set<string>();
  for (const item of splitList(named?.value ?? '', /;\s*/)) {
    const { authors, address } = splitNamedAddress(item, find);
    const [author] = authors;
    if (author === undefined) {
      if (named) reportUnplaced(record, { ...named, value: item }, 'unreadable');
      continue;
    }
    const { found, rest } = takeKnown(address, known);
    for (const name of found) {
      addAuthorAffiliation(record, author, name);
      used.add(name);
    }
    if (rest !== '') addAuthorAffiliation(record, author, rest);
  }
  for (const name of whole) if (!used.has(name)) addAffiliation(record, name);
  const correspondence = column('correspondence address');
  if (!correspondence) return;
  for (const author of splitNamedAddress(correspondence.value, find).authors) markCorresponding(record, author);
  reportUnplaced(record, correspondence, 'no place');
}

/** The known addresses in a text, in its order, and what is left of it. */
function takeKnown(
  text: string,
  known: readonly string[],
): { readonly found: readonly string[]; readonly rest: string } {
  const found: { readonly at: number; readonly name: string }[] = [];
  let rest = text;
  for (const name of known) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    found.push({ at, name });
    rest = rest.slice(0, at) + ' '.repeat(name.length) + rest.slice(at + name.length);
  }
  const left = splitList(rest, /,\s*/).join(', ');
  return { found: found.sort((a, b) => a.at - b.at).map(({ name }) => name), rest: left };
}
