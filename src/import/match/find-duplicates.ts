import { gregorianYear } from '../draft/written-date.ts';
import { doiKey } from '../../domain/identifiers/doi.ts';
import { foldName, isGroup, parsePersonName } from '../../domain/people/person-name.ts';
import { entriesOf, textOf } from '../draft/written-value.ts';
import { titleKey } from '../../domain/text/title-key.ts';
import { isSameWork, kindOf } from './same-work.ts';

/** Fields of a publication, by which duplicates are found. */
export type KeyedFields = Readonly<Record<string, unknown>>;

/** An index for finding publications again. */
export interface DuplicateIndex<T> {
  readonly add: (item: T, fields: KeyedFields) => void;
  /** The same publication: by DOI, PMID or PMCID, else by title, year and first author. */
  readonly find: (fields: KeyedFields) => T | undefined;
  /** Publications with the same title, which may be other versions. A person must decide. */
  readonly findSimilar: (fields: KeyedFields) => readonly T[];
  /** The preprint of an article, or the article of a preprint: the same title and first author. */
  readonly findOtherVersion: (fields: KeyedFields) => OtherVersion<T> | undefined;
}

/** A publication that is another version, and how `versions` names it. */
export interface OtherVersion<T> {
  readonly item: T;
  readonly role: 'preprint' | 'published';
}

export function createDuplicateIndex<T>(): DuplicateIndex<T> {
  const byIdentifier = new Map<string, T>();
  const byTitle = new Map<string, { item: T; fields: KeyedFields }[]>();
  // Keep the key of the last title: a publication is looked up several times in a row.
  let last = { title: '', key: '' };
  const titleOf = (fields: KeyedFields): string => {
    const title = text(fields['title']);
    if (title !== last.title) last = { title, key: keyOfTitle(title) };
    return last.key;
  };
  const withTitleOf = (fields: KeyedFields): readonly { item: T; fields: KeyedFields }[] =>
    byTitle.get(titleOf(fields)) ?? [];
  return {
    add: (item, fields) => {
      for (const key of identifierKeys(fields)) if (!byIdentifier.has(key)) byIdentifier.set(key, item);
      const title = titleOf(fields);
      if (title === '') return;
      const others = byTitle.get(title);
      if (others) others.push({ item, fields });
      else byTitle.set(title, [{ item, fields }]);
    },
    find: (fields) => {
      for (const key of identifierKeys(fields)) {
        const found = byIdentifier.get(key);
        if (found !== undefined) return found;
      }
      return withTitleOf(fields).find(
        (other) => workKey(other.fields) === workKey(fields) && isSameWork(other.fields, fields),
      )?.item;
    },
    findSimilar: (fields) => [...new Set(withTitleOf(fields).map(({ item }) => item))],
    findOtherVersion: (fields) => {
      const kind = kindOf(fields);
      const wanted = kind === 'preprint' ? 'article' : kind === 'article' ? 'preprint' : undefined;
      const found = withTitleOf(fields).filter(
        (other) => kindOf(other.fields) === wanted && firstAuthor(other.fields) === firstAuthor(fields),
      );
      const [one] = found;
      return one && found.length === 1
        ? { item: one.item, role: wanted === 'preprint' ? 'preprint' : 'published' }
        : undefined;
    },
  };
}

function identifierKeys(fields: KeyedFields): readonly string[] {
  const doi = text(fields['doi']);
  return [
    ...(doi === '' ? [] : [`doi:${doiKey(doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''))}`]),
    ...(['pmid', 'pmcid'] as const).flatMap((name) =>
      text(fields[name]) === '' ? [] : [`${name}:${text(fields[name]).toUpperCase()}`],
    ),
  ];
}

/** Only letters and digits, because sources differ in markup, dashes, case and spaces. */
const keyOfTitle = (title: string): string =>
  titleKey(title.replace(/<\/?(?:i|b|sub|sup)>/g, '').replaceAll('&amp;', '&')).replaceAll(' ', '');

const workKey = (fields: KeyedFields): string => `${gregorianYear(fields['published'])}|${firstAuthor(fields)}`;

/** Folded family name of the first author, or name of the group. */
export function firstAuthor(fields: KeyedFields): string {
  const [entry = {}] = entriesOf(fields['authors']);
  if (text(entry['group']) !== '') return foldName(text(entry['group']));
  const name = parsePersonName(text(entry['name']));
  return name.ok && !isGroup(name.value) ? foldName(name.value.family) : foldName(text(entry['name']));
}

const text = (value: unknown): string => textOf(value).trim();
