import { comparePartialDates, formatPartialDate, type PartialDate } from './partial-date.ts';

interface Dated {
  readonly published: PartialDate;
  readonly added?: PartialDate;
  /** Date of the latest notice that has one. */
  readonly noticed?: PartialDate;
}

/** When the record last had something new to tell: it came to this site, or a journal announced something about it. */
export const contentDate = ({ published, added, noticed }: Dated): PartialDate =>
  latestDate([added ?? published, ...(noticed ? [noticed] : [])]) ?? published;

export const latestDate = (dates: readonly PartialDate[]): PartialDate | undefined =>
  dates.reduce<PartialDate | undefined>(
    (latest, date) => (latest === undefined || comparePartialDates(date, latest) > 0 ? date : latest),
    undefined,
  );

/** A date with a day, as W3C and schema.org write it; undefined where the day is not known. */
export const dayOf = (date: PartialDate): string | undefined =>
  date.day === undefined ? undefined : formatPartialDate(date);

/** The first moment of the date, in the form of RFC 3339: for formats that know no date without a time. */
export const startOf = ({ year, month = 1, day = 1 }: PartialDate): string =>
  `${formatPartialDate({ year, month, day })}T00:00:00Z`;
