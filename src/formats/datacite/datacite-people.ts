import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { list, text } from '../record/json-values.ts';
import type { ForeignAuthor } from '../record/foreign-record.ts';
import {
  addAffiliation,
  groupAuthor,
  personAuthor,
  reportUnplaced,
  type MutableRecord,
} from '../record/mutable-record.ts';
import { readAuthor } from '../authors/name-list.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/** Adds creators with their ORCID iDs and affiliations, and contributors who have a place. */
export function addDatacitePeople(record: MutableRecord, work: UnknownMap, line: number): void {
  for (const creator of list(work['creators']).filter(isMap)) {
    const author = personOf(creator);
    if (!author) continue;
    record.authors.push({ ...author, affiliations: addAffiliations(creator) });
  }
  for (const contributor of list(work['contributors']).filter(isMap)) {
    const named = personOf(contributor);
    const role = text(contributor['contributorType']);
    if (!named) continue;
    const isListed = role === 'Editor' || role === 'Translator';
    const person = { ...named, affiliations: isListed ? addAffiliations(contributor) : [] };
    if (role === 'Editor') record.editors.push(person);
    else if (role === 'Translator') record.translators.push(person);
    else if (role === 'Supervisor' && record.type === 'thesis') record.advisors.push(person);
    else reportUnplaced(record, { name: `contributor (${role})`, value: person.name, line }, 'no place');
  }

  function addAffiliations(person: UnknownMap): readonly number[] {
    return list(person['affiliation']).flatMap((affiliation) => {
      const name = isMap(affiliation) ? text(affiliation['name']) : text(affiliation);
      const id = isMap(affiliation) ? text(affiliation['affiliationIdentifier']) : '';
      return name === '' ? [] : [addAffiliation(record, name, /ror\.org/.test(id) ? id : undefined)];
    });
  }
}

/** `{ name: "Karimi, Sara", nameType: "Personal", givenName, familyName, nameIdentifiers }`. */
function personOf(creator: UnknownMap): ForeignAuthor | undefined {
  const [family, given, name] = ['familyName', 'givenName', 'name'].map((part) => text(creator[part]).trim());
  const identifier = list(creator['nameIdentifiers'])
    .filter(isMap)
    .find((one) => /orcid/i.test(text(one['nameIdentifierScheme'])));
  const orcid = withoutOrcidAddress(text(identifier?.['nameIdentifier']));
  const isGroup = text(creator['nameType']) === 'Organizational';
  const written = [family, given].filter(Boolean).join(', ') || (name ?? '');
  if (written === '') return undefined;
  const known = text(creator['nameType']) === 'Personal' || family !== '';
  const author = isGroup ? groupAuthor(name ?? written) : known ? personAuthor(written) : readAuthor(written);
  return { ...author, ...(orcid === '' ? {} : { orcid }) };
}
