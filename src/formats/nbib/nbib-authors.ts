import { foldName } from '../../domain/people/person-name.ts';
import { isNameOfAuthor } from '../authors/find-author.ts';
import type { ForeignAuthor } from '../record/foreign-record.ts';
import {
  addAffiliation,
  addAuthorAffiliation,
  groupAuthor,
  personAuthor,
  reportUnplaced,
  type MutableRecord,
  type SourceField,
} from '../record/mutable-record.ts';
import { readAuthors, splitNames } from '../authors/name-list.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/** Adds authors and editors, with the addresses and ORCID iDs that follow their names. */
export function addNbibAuthors(record: MutableRecord, fields: readonly SourceField[]): void {
  const full = fields.some(({ name }) => name === 'FAU');
  const fullEditors = fields.some(({ name }) => name === 'FED');
  const early: string[] = [];
  for (const field of fields) {
    const { name, value } = field;
    if (value === '') continue;
    if (name === 'FAU' || (name === 'AU' && !full)) record.authors.push(...splitNames(value).map(personAuthor));
    else if (name === 'AU' && !isShortForm(value, record.authors.at(-1))) reportUnplaced(record, field, 'second value');
    else if (name === 'CN') record.authors.push(groupAuthor(value));
    else if (name === 'FED' || (name === 'ED' && !fullEditors)) record.editors.push(...readAuthors(value));
    else if (name === 'AD') {
      if (record.authors.length === 0) early.push(value);
      else addAuthorAffiliation(record, record.authors.length - 1, value);
    } else if (name === 'AUID') addOrcid(record, field);
  }
  // Until 2013 an address before the authors belongs to the first author.
  for (const value of early)
    if (record.authors.length > 0) addAuthorAffiliation(record, 0, value);
    else addAffiliation(record, value);
}

/** True if AU repeats FAU before it, with initials or without a comma. */
function isShortForm(name: string, author: ForeignAuthor | undefined): boolean {
  const [family, given = ''] = author?.name.split(', ') ?? [];
  if (name === `${family} ${given.replace(/\P{Lu}+/gu, '')}`) return true;
  const words = (text: string): string => foldName(text).split(' ').sort().join(' ');
  return author !== undefined && (isNameOfAuthor([author], name) || words(author.name) === words(name));
}

function addOrcid(record: MutableRecord, field: SourceField): void {
  const [, written] = /^ORCID: ?(\S.*)$/i.exec(field.value) ?? [];
  const orcid = written === undefined ? undefined : withoutOrcidAddress(written);
  const author: ForeignAuthor | undefined = record.authors.at(-1);
  if (orcid === undefined || !author || author.orcid !== undefined) reportUnplaced(record, field, 'no place');
  else record.authors[record.authors.length - 1] = { ...author, orcid };
}
