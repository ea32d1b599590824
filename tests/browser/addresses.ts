import type { PageKind } from '../../src/domain/pages/page-data.ts';

export type Locale = 'en' | 'fa' | 'ar';

/** An article in English with most of what a record may hold. */
export const article = '/publications/fictus-2024-counting/';
/** Forty authors, so that most of them are closed at first. */
export const manyAuthors = '/publications/fabula-2023-forty/';

/** Addresses of each kind of page; the publications are those that differ most in what they show. */
export const addresses = {
  home: ['/'],
  publication: [article, manyAuthors, '/publications/khiyali-2023-retracted/'],
  publications: ['/publications/'],
  year: ['/years/2024/'],
  'plain-language': ['/plain-language/'],
  person: ['/people/fictus-ada/'],
  unit: ['/units/department-of-cloud-arithmetic/'],
  journal: ['/journals/journal-of-invented-results/'],
  topic: ['/topics/cloud-arithmetic/'],
  index: ['/people/', '/topics/'],
  statistics: ['/statistics/'],
  search: ['/search/'],
  'search-help': ['/search/help/'],
  'reading-list': ['/reading-list/'],
  text: ['/about/'],
  'not-found': ['/no-such-page/'],
  embed: ['/people/fictus-ada/embed/'],
  alias: ['/publications/counting-clouds/'],
} as const satisfies Readonly<Record<PageKind, readonly string[]>>;

/** Every address above at which a visitor stays; an alias leads on, and has tests of its own. */
export const stays: readonly string[] = Object.entries(addresses).flatMap(([kind, paths]) =>
  kind === 'alias' ? [] : paths,
);

export interface Visit {
  readonly address: string;
  readonly locale: Locale;
  /** Whether `npm test` looks at it: it does at each address in one direction of writing. */
  readonly isQuick: boolean;
}

/** Every address above in both directions of writing; the page that is missing is in the default language only. */
export const visits: readonly Visit[] = stays.flatMap((address, index): Visit[] =>
  address === addresses['not-found'][0]
    ? [{ address, locale: 'en', isQuick: true }]
    : [
        { address, locale: 'en', isQuick: index % 2 === 0 },
        { address, locale: 'fa', isQuick: index % 2 === 1 },
      ],
);
