import type { PartialDate } from '../domain/dates/partial-date.ts';
import { compareText } from '../domain/problems/problem.ts';

/**
 * The order of publications in every list, file and feed: newest first. Within a year, those with a month come before those
 * without one; within a month, those with a day before those without one; then by slug.
 */
export function comparePublications(
  a: { readonly published: PartialDate; readonly slug: string },
  b: typeof a,
): number {
  return (
    b.published.year - a.published.year ||
    (b.published.month ?? 0) - (a.published.month ?? 0) ||
    (b.published.day ?? 0) - (a.published.day ?? 0) ||
    compareText(a.slug, b.slug)
  );
}
