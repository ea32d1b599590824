import { publicationTypes, type PublicationType } from '../../domain/publication/publication-type.ts';

/**
 * The type in words such as `Review; Journal Article`, `Conference Paper` or `PhD thesis`: the most specific one;
 * undefined if there is none.
 */
export function findTypeInWords(words: readonly string[]): PublicationType | undefined {
  const text = words
    .map(
      (word) =>
        ` ${word
          .toLowerCase()
          .replace(/[^\p{L}]+/gu, ' ')
          .trim()} `,
    )
    .join(';');
  return wordTypes.find(([pattern]) => pattern.test(text))?.[1];
}

/** The type that a list of kinds names, and the kinds that say something else, such as `Multicenter Study`. */
export function findTypeAmong(kinds: readonly string[]): {
  readonly type?: PublicationType;
  readonly others: readonly string[];
} {
  const specific = kinds.filter((kind) => kind !== 'Journal Article' && kind !== 'Article');
  const type = findTypeInWords(specific);
  const others = specific.filter(
    (kind) => kind !== 'Retracted Publication' && (type === undefined || findTypeInWords([kind]) !== type),
  );
  return { ...(type === undefined ? {} : { type }), others };
}

const wordTypes: readonly (readonly [RegExp, PublicationType])[] = [
  [/ preprints? | working paper | unpublished work /, 'preprint'],
  [/ (?:thesis|theses|dissertations?) /, 'thesis'],
  [/ patents? /, 'patent'],
  [/ data ?sets? /, 'dataset'],
  [/ (?:computer |research )?(?:software|program) /, 'software'],
  [/ posters? | (?:meeting|conference) abstracts? /, 'poster'],
  [/ book chapter | chapter | book section /, 'chapter'],
  [/ editorial /, 'editorial'],
  [/ letters? | correspondence /, 'letter'],
  [/ (?:systematic |scoping |literature )?reviews? (?:article )?(?=;|$)| meta analysis /, 'review'],
  [/ congress | (?:conference|proceedings) paper | conference proceeding /, 'conference-paper'],
  [/ technical report | (?:research )?report (?=;|$)/, 'report'],
  [/ (?:clinical trial )?protocol (?=;|$)/, 'protocol'],
  [/ (?:edited )?book (?=;|$)/, 'book'],
  [/ video audio media | webcast | web ?page | web ?site | podcast | newspaper article /, 'media'],
  [/ journal article | article (?=;|$)/, 'article'],
];

/** Words for what is cited as an article, by type. */
export const journalKinds: Readonly<Partial<Record<PublicationType, string>>> = {
  review: 'Review',
  editorial: 'Editorial',
  letter: 'Letter',
  'conference-paper': 'Conference paper',
  poster: 'Poster',
  protocol: 'Protocol',
  report: 'Report',
  dataset: 'Dataset',
  software: 'Software',
  media: 'Webpage',
};

/** Inverts a table of type → names in a format, separated by spaces. */
export const typesByName = (
  names: Readonly<Partial<Record<PublicationType, string>>>,
): ReadonlyMap<string, PublicationType> =>
  new Map(publicationTypes.flatMap((type) => (names[type]?.split(' ') ?? []).map((name) => [name, type] as const)));
