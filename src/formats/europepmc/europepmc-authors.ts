import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { text } from '../record/json-values.ts';
import {
  addAffiliation,
  addAuthorAffiliation,
  groupAuthor,
  personAuthor,
  reportUnplaced,
  type MutableRecord,
} from '../record/mutable-record.ts';
import { readAuthors } from '../authors/name-list.ts';
import { unescapeXml } from '../crossref/deposited-text.ts';
import { itemsOf } from './europepmc-values.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/** Adds authors and groups, their ORCID iDs, and their addresses as printed. A `lite` result has only one line of names. */
export function addEuropepmcAuthors(record: MutableRecord, result: UnknownMap, line: number): void {
  for (const author of itemsOf(result, 'authorList', 'author').filter(isMap)) addAuthor(record, author, line);
  const names = text(result['authorString']);
  if (record.authors.length === 0 && names !== '')
    for (const name of names.replace(/\.$/, '').split(/, /)) record.authors.push(...readAuthors(name));
  // The address of the first author, which older results have without the others.
  const address = unescapeXml(text(result['affiliation']));
  if (address === '' || record.affiliations.some(({ name }) => name.includes(address))) return;
  if (record.authors.length > 0 && record.affiliations.length === 0) addAuthorAffiliation(record, 0, address);
  else addAffiliation(record, address);
}

function addAuthor(record: MutableRecord, author: UnknownMap, line: number): void {
  const part = (name: string): string => unescapeXml(text(author[name]));
  const group = part('collectiveName');
  const given = part('firstName') || part('initials');
  const family = part('lastName');
  const suffix = part('suffix');
  const split = suffix === '' ? [family, given].filter(Boolean).join(', ') : [family, given, suffix].join(', ');
  const name = group || (family === '' ? part('fullName') || given : split);
  if (name === '') return;
  const id = isMap(author['authorId']) ? author['authorId'] : {};
  const isOrcid = text(id['type']).toUpperCase() === 'ORCID';
  if (!isOrcid) reportUnplaced(record, { name: 'authorId', value: text(id['value']), line }, 'database');
  const at =
    record.authors.push({
      ...(group === '' ? personAuthor(name) : groupAuthor(name)),
      ...(isOrcid ? { orcid: withoutOrcidAddress(text(id['value'])) } : {}),
    }) - 1;
  const details = itemsOf(author, 'authorAffiliationDetailsList', 'authorAffiliation').filter(isMap);
  for (const one of details.length > 0 ? details : [author]) {
    const address = unescapeXml(text(one['affiliation']));
    const organisation = isMap(one['affiliationOrgId'])
      ? text(one['affiliationOrgId']['value'])
      : text(one['affiliationOrgId']);
    const ror = /^(?:https?:\/\/)?ror\.org\//i.test(organisation) ? organisation : undefined;
    if (address !== '') addAuthorAffiliation(record, at, address, ror);
    if (ror === undefined || address === '')
      reportUnplaced(record, { name: 'affiliationOrgId', value: organisation, line }, 'database');
  }
}
