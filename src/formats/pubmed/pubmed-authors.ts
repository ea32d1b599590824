import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import {
  addAuthorAffiliation,
  groupAuthor,
  reportUnplaced,
  personAuthor,
  type MutableRecord,
} from '../record/mutable-record.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

export function addPubmedAuthors(record: MutableRecord, article: XmlElement | undefined): void {
  for (const list of children(article, 'AuthorList')) {
    if (list.attributes['Type'] === 'editors') addEditors(record, list);
    else addAuthorList(record, list);
    if (list.attributes['CompleteYN'] === 'N')
      reportUnplaced(record, fieldOf(list, 'AuthorList', 'the list of authors is incomplete'), 'unreadable');
  }
}

function addEditors(record: MutableRecord, list: XmlElement): void {
  for (const element of children(list, 'Author')) {
    const group = textOf(child(element, 'CollectiveName'));
    const name = group || nameOf(element);
    if (name !== '') record.editors.push(group === '' ? personAuthor(name) : groupAuthor(name));
  }
}

/** Adds the authors of one list, with their identifiers and affiliations. */
export function addAuthorList(record: MutableRecord, list: XmlElement): void {
  for (const element of children(list, 'Author')) {
    if (element.attributes['ValidYN'] === 'N') continue;
    const group = textOf(child(element, 'CollectiveName'));
    const name = group || nameOf(element);
    if (name === '') continue;
    const at = record.authors.push(group === '' ? personAuthor(name) : groupAuthor(name)) - 1;
    for (const identifier of children(element, 'Identifier')) {
      const orcid = withoutOrcidAddress(textOf(identifier));
      if (identifier.attributes['Source'] === 'ORCID') record.authors[at] = { ...record.authors[at]!, orcid };
      else
        reportUnplaced(record, fieldOf(identifier, `Identifier[${identifier.attributes['Source'] ?? ''}]`), 'database');
    }
    if (element.attributes['EqualContrib'] === 'Y') record.authors[at] = { ...record.authors[at]!, equal: true };
    for (const info of [...children(element, 'AffiliationInfo'), element]) {
      const ids = info === element ? [] : children(info, 'Identifier');
      const ror = ids.find(({ attributes }) => attributes['Source'] === 'ROR');
      for (const address of children(info, 'Affiliation'))
        if (textOf(address) !== '') addAuthorAffiliation(record, at, textOf(address), ror && textOf(ror));
      for (const id of ids)
        if (id !== ror) reportUnplaced(record, fieldOf(id, `Identifier[${id.attributes['Source'] ?? ''}]`), 'database');
    }
  }
}

function nameOf(author: XmlElement): string {
  const part = (name: string): string => textOf(child(author, name));
  const given = part('ForeName') || part('FirstName') || part('Initials');
  const family = part('LastName');
  if (family === '') return given;
  return [family, given, part('Suffix')]
    .filter((text, index) => text !== '' || (index === 1 && part('Suffix') !== ''))
    .join(', ');
}
