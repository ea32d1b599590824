import { parsePersonName } from '../../domain/people/person-name.ts';
import { looksLikeGroup } from '../record/group-names.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import {
  addAuthorAffiliation,
  groupAuthor,
  personAuthor,
  reportUnplaced,
  type MutableRecord,
} from '../record/mutable-record.ts';
import { unescapeXml } from '../crossref/deposited-text.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/**
 * Adds the authors as printed, and their addresses. `raw_orcid` is the iD that the publisher deposited. The iD of
 * `author` belongs to a person whom OpenAlex has found by comparing papers, and is not the author's own word.
 */
export function addOpenalexAuthors(record: MutableRecord, work: UnknownMap, line: number): void {
  if (work['is_authors_truncated'] === true || list(work['authorships']).length === listedAuthors)
    reportUnplaced(
      record,
      { name: 'authorships', value: `OpenAlex lists only the first ${listedAuthors} authors`, line },
      'unreadable',
    );
  for (const authorship of list(work['authorships']).filter(isMap)) {
    const person = isMap(authorship['author']) ? authorship['author'] : {};
    const name = unescapeXml(text(authorship['raw_author_name']) || text(person['display_name']));
    if (name === '') continue;
    const orcid = withoutOrcidAddress(text(authorship['raw_orcid']));
    const guessed = withoutOrcidAddress(text(person['orcid']));
    const at =
      record.authors.push({
        ...(looksLikeGroup(name) || !parsePersonName(name).ok ? groupAuthor(name) : personAuthor(name)),
        ...(orcid === '' ? {} : { orcid }),
        ...(authorship['is_corresponding'] === true ? { corresponding: true } : {}),
      }) - 1;
    if (guessed !== orcid) reportUnplaced(record, { name: 'author.orcid', value: guessed, line }, 'database');
    addAddresses(record, at, authorship);
  }
}

/** Authors of each work in a list of works; a single work has all. */
const listedAuthors = 100;

/** Adds the addresses as printed. An address that OpenAlex gives to one institution only has the ROR iD of that one. */
function addAddresses(record: MutableRecord, author: number, authorship: UnknownMap): void {
  const institutions = list(authorship['institutions']).filter(isMap);
  const rorOf = (ids: readonly unknown[]): string | undefined => {
    const found = ids.length === 1 ? institutions.find((one) => one['id'] === ids[0]) : undefined;
    return found && text(found['ror']) !== '' ? text(found['ror']) : undefined;
  };
  const addresses = list(authorship['affiliations'])
    .filter(isMap)
    .map((one) => ({ name: text(one['raw_affiliation_string']), ror: rorOf(list(one['institution_ids'])) }));
  const printed = [...list(authorship['raw_affiliation_strings']), authorship['raw_affiliation_string']].map(text);
  for (const name of printed) if (!addresses.some((one) => one.name === name)) addresses.push({ name, ror: undefined });
  const known = addresses.filter(({ name }) => name.trim() !== '');
  for (const { name, ror } of known) addAuthorAffiliation(record, author, unescapeXml(name), ror);
  if (known.length === 0)
    for (const one of institutions)
      if (text(one['display_name']) !== '')
        addAuthorAffiliation(record, author, unescapeXml(text(one['display_name'])), text(one['ror']) || undefined);
}
