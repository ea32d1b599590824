import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import type { DraftFields } from '../draft/draft.ts';
import { isMissing } from './fill-nested.ts';

export interface DatesOfIssue {
  readonly published: string;
  readonly online: string;
}

/**
 * The dates of a paper that was online first and now has its place in an issue; undefined for every other paper. The file has
 * no volume, issue, pages or date online, the source has a place and a later date: that of the issue. The date of the file
 * becomes `online`, so that nothing that a person wrote is lost.
 */
export function findDatesOfIssue(
  own: Readonly<Record<string, unknown>>,
  source: DraftFields,
): DatesOfIssue | undefined {
  const { published, online = published } = own;
  if (typeof published !== 'string' || typeof source.published !== 'string') return undefined;
  const isInIssue = (fields: Readonly<Record<string, unknown>>): boolean =>
    ['volume', 'issue', 'pages', 'articleNumber'].some((name) => !isMissing(fields[name]));
  if (online !== published || isInIssue(own) || !isInIssue(source) || !isLater(source.published, published))
    return undefined;
  return { published: source.published, online: published.trim() };
}

/** True if a date is later in its year, month or day, as far as both are known. */
function isLater(date: string, than: string): boolean {
  const [later, earlier] = [parsePartialDate(date), parsePartialDate(than.trim())];
  if (!later.ok || !earlier.ok) return false;
  for (const part of ['year', 'month', 'day'] as const) {
    const [a, b] = [later.value[part], earlier.value[part]];
    if (a === undefined || b === undefined) return false;
    if (a !== b) return a > b;
  }
  return false;
}
