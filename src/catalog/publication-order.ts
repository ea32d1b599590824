import { listedDate, type PartialDate } from '../domain/dates/partial-date.ts';
import { compareText } from '../domain/problems/problem.ts';

/**
 * The order of publications in every list, file and feed: newest first. Within a year, those with a month come before those
 * without one; within a month, those with a day before those without one; then by slug.
 * A date of another calendar counts from its first day.
 */
export function comparePublications(
  a: { readonly published: PartialDate; readonly slug: string },
  b: typeof a,
): number {
  const [one, other] = [listedDate(a.published), listedDate(b.published)];
  return (
    other.year - one.year ||
    (other.month ?? 0) - (one.month ?? 0) ||
    (other.day ?? 0) - (one.day ?? 0) ||
    compareText(a.slug, b.slug)
  );
}
