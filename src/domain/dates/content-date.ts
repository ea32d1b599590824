import { comparePartialDates, formatPartialDate, listedDate, type PartialDate } from './partial-date.ts';

interface Dated {
  readonly published: PartialDate;
  readonly added?: PartialDate;
  /** Date of the latest notice that has one. */
  readonly noticed?: PartialDate;
}

/** The day on which a record was added to this site, else published; or that of its latest notice, if this is later. */
export const contentDate = ({ published, added, noticed }: Dated): PartialDate =>
  latestDate([added ?? published, ...(noticed ? [noticed] : [])]) ?? published;

/** {@link contentDate} of a whole record. */
export const recordDate = ({
  notices,
  ...dates
}: Omit<Dated, 'noticed'> & { readonly notices: readonly Notified[] }): PartialDate => {
  const noticed = latestNotice(notices);
  return contentDate({ ...dates, ...(noticed ? { noticed } : {}) });
};

/** Date of the latest notice; undefined if no notice has a date. */
export const latestNotice = (notices: readonly Notified[]): PartialDate | undefined =>
  latestDate(notices.flatMap(({ date }) => date ?? []));

interface Notified {
  readonly date?: PartialDate;
}

/** The latest of several dates; undefined for none. */
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
