import { comparePartialDates, formatPartialDate, listedDate, type PartialDate } from './partial-date.ts';

interface Dated {
  readonly published: PartialDate;
  readonly added?: PartialDate;
  /** Date of the latest notice that has one. */
  readonly noticed?: PartialDate;
}

/** The day on which a record was added to this site, or the day of its latest notice, whichever is later. */
export const contentDate = ({ published, added, noticed }: Dated): PartialDate =>
  latestDate([added ?? published, ...(noticed ? [noticed] : [])]) ?? published;

export const latestDate = (dates: readonly PartialDate[]): PartialDate | undefined =>
  dates.reduce<PartialDate | undefined>(
    (latest, date) => (latest === undefined || comparePartialDates(date, latest) > 0 ? date : latest),
    undefined,
  );

/** `2024-12-03`, as W3C and schema.org write it; undefined if the day is not known. */
export const dayOf = (date: PartialDate): string | undefined =>
  date.day === undefined ? undefined : formatPartialDate(date);

/** The first second of the date, as RFC 3339 writes it, for formats that need a time. */
export function startOf(date: PartialDate): string {
  const { year, month = 1, day = 1 } = listedDate(date);
  return `${formatPartialDate({ year, month, day })}T00:00:00Z`;
}
