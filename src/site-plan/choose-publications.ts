import type { PartialDate } from '../domain/dates/partial-date.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import { isExplained } from '../catalog/build-catalog.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';

/* Which publications a page shows before all others. Every choice depends on the content alone, never on the day of the build. */

/** A list of at most this many publications has none to begin with. */
const shortList = 10;
const startLimit = 5;
/** Types of publications to begin with: no data, no letters, no posters. */
const papers: ReadonlySet<PublicationType> = new Set([
  'article',
  'review',
  'conference-paper',
  'chapter',
  'book',
  'report',
  'preprint',
]);

/**
 * At most five publications of a topic or unit to begin with: first those with the most of three reasons (a review, featured,
 * explained in plain language), then the newest. None where the list is short, or where no publication has a reason, because
 * they would only repeat the beginning of the list.
 */
export function chooseStart(publications: readonly ConnectedPublication[]): readonly ConnectedPublication[] {
  if (publications.length <= shortList) return [];
  const reasons = (each: ConnectedPublication): number =>
    Number(each.type === 'review') + Number(each.featured) + Number(isExplained(each));
  const ordered = publications
    .filter((each) => isReliable(each) && papers.has(each.type))
    .toSorted((a, b) => reasons(b) - reasons(a));
  return ordered[0] === undefined || reasons(ordered[0]) === 0 ? [] : ordered.slice(0, startLimit);
}

/**
 * The study that the home page begins with: of the featured publications the one with a visual abstract, then a headline, then a
 * summary; of equal ones the newest. Without a featured one, the newest that has both a visual abstract and an explanation.
 */
export function chooseFeatured(publications: readonly ConnectedPublication[]): ConnectedPublication | undefined {
  const reliable = publications.filter(isReliable);
  const worth = ({ image, plain = [] }: ConnectedPublication): number =>
    4 * Number(image !== undefined) + 2 * Number(plain.includes('headline')) + Number(plain.includes('summary'));
  const [best] = reliable.filter(({ featured }) => featured).toSorted((a, b) => worth(b) - worth(a));
  return best ?? reliable.find((each) => each.image !== undefined && isExplained(each));
}

/** The publications of the latest month in which something came to the site. */
export interface NewestMonth {
  readonly month: PartialDate;
  /** Latest first. */
  readonly publications: readonly ConnectedPublication[];
}

/**
 * By the date on which records were added, else published. A month with more than half of all records is that of an import, and
 * says nothing about what is new: then their dates of publication count alone. Undefined where no date has a month.
 */
export function findNewestMonth(publications: readonly ConnectedPublication[]): NewestMonth | undefined {
  return (
    newestBy(publications, ({ added, published }) => added ?? published) ??
    newestBy(publications, ({ published }) => published)
  );
}

function newestBy(
  publications: readonly ConnectedPublication[],
  dateOf: (publication: ConnectedPublication) => PartialDate,
): NewestMonth | undefined {
  const rank = (publication: ConnectedPublication): number => {
    const { year, month } = dateOf(publication);
    return month === undefined ? 0 : year * 12 + month;
  };
  const newest = publications.reduce((latest, each) => Math.max(latest, rank(each)), 0);
  const own = newest === 0 ? [] : publications.filter((each) => rank(each) === newest);
  // Where a publication of a later year has no month, the newest month is not known.
  const isLatest = publications.every((each) => dateOf(each).year <= Math.floor((newest - 1) / 12));
  if (own[0] === undefined || !isLatest || own.length * 2 > publications.length) return undefined;
  const { year, month } = dateOf(own[0]);
  const day = (each: ConnectedPublication): number => dateOf(each).day ?? 0;
  return {
    month: { year, ...(month === undefined ? {} : { month }) },
    publications: own.toSorted((a, b) => day(b) - day(a)),
  };
}

/** Whether a publication may be recommended: it is neither retracted, nor withdrawn, nor in doubt. */
const isReliable = ({ status }: ConnectedPublication): boolean => status === 'published' || status === 'corrected';
