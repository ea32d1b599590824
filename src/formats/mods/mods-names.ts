import type { ForeignAuthor } from '../record/foreign-record.ts';
import { addAffiliation, reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';
import { child, children, fieldOf, type XmlElement } from '../record/read-xml.ts';
import { spacedText } from '../fields/report-rest.ts';
import { scriptLanguage } from '../record/read-note.ts';
import { valueOf } from './mods-values.ts';
import { withoutOrcidAddress } from '../../domain/identifiers/orcid.ts';

/** Adds a person or group to the list that its role names; without a role it is an author. */
export function addModsName(record: MutableRecord, element: XmlElement): void {
  const [role = 'author'] = children(element, 'role').flatMap((one) =>
    children(one, 'roleTerm').map((term) => valueOf(term).toLowerCase()),
  );
  const list = Object.hasOwn(lists, role) ? lists[role as keyof typeof lists] : undefined;
  const author = readModsName(record, element);
  if (list === undefined || author.name === '')
    reportUnplaced(record, fieldOf(element, `name (${role})`, spacedText(element)), 'no place');
  else record[list].push(author);
}

export function readModsName(record: MutableRecord, element: XmlElement): ForeignAuthor {
  const part = (type: string): string =>
    valueOf(children(element, 'namePart').find(({ attributes }) => attributes['type'] === type));
  const [family, given, suffix] = [part('family'), part('given'), part('termsOfAddress')];
  const whole = valueOf(children(element, 'namePart').find(({ attributes }) => attributes['type'] === undefined));
  const structured = suffix !== '' ? `${family}, ${given}, ${suffix}` : given !== '' ? `${family}, ${given}` : family;
  const orcid = children(element, 'nameIdentifier').find(({ attributes }) => attributes['type'] === 'orcid');
  const native = nativeForms(element);
  return {
    name: family === '' ? whole : structured,
    group: element.attributes['type'] === 'corporate' || element.attributes['type'] === 'conference',
    affiliations: children(element, 'affiliation').map((one) => addAffiliation(record, valueOf(one))),
    ...(orcid ? { orcid: withoutOrcidAddress(valueOf(orcid)) } : {}),
    ...(Object.keys(native).length > 0 ? { native } : {}),
  };
}

const nativeForms = (element: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    children(element, 'alternativeName').map((form) => {
      const name = valueOf(child(form, 'namePart'));
      return [form.attributes['xml:lang'] ?? scriptLanguage(name), name];
    }),
  );

/** Roles of the MARC list, by word and by code. */
const lists = {
  author: 'authors',
  aut: 'authors',
  creator: 'authors',
  cre: 'authors',
  editor: 'editors',
  edt: 'editors',
  translator: 'translators',
  trl: 'translators',
  'thesis advisor': 'advisors',
  ths: 'advisors',
  'degree supervisor': 'advisors',
  dgs: 'advisors',
} as const;
