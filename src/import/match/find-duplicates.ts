import { doiKey } from '../../domain/identifiers/doi.ts';
import { foldName, isGroup, parsePersonName } from '../../domain/people/person-name.ts';
import { entriesOf, textOf } from '../draft/written-value.ts';
import { titleKey } from '../../domain/text/title-key.ts';

/** Fields of a publication, by which duplicates are found. */
export type KeyedFields = Readonly<Record<string, unknown>>;

/** An index for finding publications again. */
export interface DuplicateIndex<T> {
  readonly add: (item: T, fields: KeyedFields) => void;
  /** The same publication: by DOI, PMID or PMCID, else by title, year and first author. */
  readonly find: (fields: KeyedFields) => T | undefined;
  /** Publications with the same title, which may be other versions. A person must decide. */
  readonly findSimilar: (fields: KeyedFields) => readonly T[];
}

export function createDuplicateIndex<T>(): DuplicateIndex<T> {
  const byIdentifier = new Map<string, T>();
  const byTitle = new Map<string, { item: T; fields: KeyedFields }[]>();
  return {
    add: (item, fields) => {
      for (const key of identifierKeys(fields)) if (!byIdentifier.has(key)) byIdentifier.set(key, item);
      const title = keyOfTitle(fields);
      if (title !== '') byTitle.set(title, [...(byTitle.get(title) ?? []), { item, fields }]);
    },
    find: (fields) => {
      for (const key of identifierKeys(fields)) {
        const found = byIdentifier.get(key);
        if (found !== undefined) return found;
      }
      return byTitle
        .get(keyOfTitle(fields))
        ?.find((other) => workKey(other.fields) === workKey(fields) && !haveDifferentIdentifiers(other.fields, fields))
        ?.item;
    },
    findSimilar: (fields) => (byTitle.get(keyOfTitle(fields)) ?? []).map(({ item }) => item),
  };
}

/**
 * True if two records have different identifiers of one kind: then they are two publications, such as a preprint and an
 * article.
 */
function haveDifferentIdentifiers(a: KeyedFields, b: KeyedFields): boolean {
  return (['doi', 'pmid', 'pmcid'] as const).some((name) => {
    const [first, second] = [text(a[name]), text(b[name])];
    return first !== '' && second !== '' && first.toLowerCase() !== second.toLowerCase();
  });
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
const keyOfTitle = (fields: KeyedFields): string =>
  titleKey(text(fields['title']).replace(/<\/?(?:i|b|sub|sup)>/g, '')).replaceAll(' ', '');

const workKey = (fields: KeyedFields): string => `${text(fields['published']).slice(0, 4)}|${firstAuthor(fields)}`;

/** Folded family name of the first author, or name of the group. */
export function firstAuthor(fields: KeyedFields): string {
  const [entry = {}] = entriesOf(fields['authors']);
  if (text(entry['group']) !== '') return foldName(text(entry['group']));
  const name = parsePersonName(text(entry['name']));
  return name.ok && !isGroup(name.value) ? foldName(name.value.family) : foldName(text(entry['name']));
}

const text = (value: unknown): string => textOf(value).trim();
