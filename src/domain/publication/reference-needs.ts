/** What a reference needs, and which styles print it: NLM Citing Medicine, APA 7, AMA 11 and the rules of the others. */
export interface ReferenceNeed {
  /** Short names of styles; absent if every style prints it. */
  readonly styles?: readonly string[];
  /** What is lacking, after the number of publications. */
  readonly lacks: string;
  readonly hint: string;
}

export const referenceNeeds = {
  abbreviation: {
    styles: ['vancouver', 'nlm', 'ama', 'ieee'],
    lacks: 'in a journal whose abbreviation is not known',
    hint: 'write `abbreviation` into the file of the journal in content/journals, such as "Regen Med"',
  },
  journal: {
    lacks: 'that are articles without a journal',
    hint: 'add `journal`',
  },
  volume: {
    lacks: 'with pages, but with neither a volume nor an issue',
    hint: 'add `volume` or `issue`',
  },
  pages: {
    lacks: 'with neither pages nor an article number',
    hint: 'add `pages` or `articleNumber`, once the paper has them',
  },
  address: {
    lacks: 'with neither a DOI nor an address',
    hint: 'add `doi` or `url`; without them a reference cannot be followed',
  },
  accessed: {
    styles: ['vancouver', 'nlm', 'harvard'],
    lacks: 'on a web page whose day of reading is not known',
    hint: 'add `accessed`, the day on which you read the address',
  },
  book: {
    lacks: 'that are chapters of a book without a title',
    hint: 'add `container`, the title of the book',
  },
  editors: {
    styles: ['vancouver', 'nlm', 'ama', 'apa', 'harvard', 'chicago', 'mla'],
    lacks: 'in a book without editors',
    hint: 'add the `editors` of the book',
  },
  event: {
    lacks: 'that are papers or posters of a congress without a name',
    hint: 'add `event: { name: "…" }`, or of a paper `container`, the title of the proceedings',
  },
  eventPlace: {
    styles: ['vancouver', 'nlm', 'ama', 'apa'],
    lacks: 'of a congress whose place or days are not known',
    hint: 'add both to `event`: `place`, and `start` with `end`',
  },
  server: {
    lacks: 'that are preprints without the name of their server',
    hint: 'add `container`, such as bioRxiv',
  },
  publisher: {
    lacks: 'without a publisher',
    hint: 'add `publisher`; of a thesis the institution: `thesis: { institution: "…" }`',
  },
  place: {
    styles: ['vancouver', 'nlm', 'harvard', 'chicago'],
    lacks: 'without the place of the publisher',
    hint: 'add `place`, the city of the publisher',
  },
  number: {
    lacks: 'that are patents without a number',
    hint: 'add `number`, such as US 11,999,001 B2',
  },
  version: {
    styles: ['vancouver', 'nlm', 'ama', 'apa'],
    lacks: 'that are software of an unknown version',
    hint: 'add `version`, such as 2.1.0',
  },
  thesisKind: {
    lacks: 'that are theses of an unknown degree',
    hint: 'add `thesis: { kind: … }`, such as doctoral, master or specialist',
  },
} as const satisfies Readonly<Record<string, ReferenceNeed>>;

export type ReferenceNeedName = keyof typeof referenceNeeds;
export const referenceNeedNames = Object.keys(referenceNeeds) as readonly ReferenceNeedName[];
