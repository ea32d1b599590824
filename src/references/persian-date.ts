import type { PartialDate } from '../domain/dates/partial-date.ts';

/** The year of the Persian calendar, such as `1403`, in Latin digits; `1402/1403` if the date can be in either. */
export function persianYear({ year, month, day }: PartialDate): string {
  const first = persianDate(year, month ?? 1, day ?? 1).year;
  const last = day === undefined ? persianDate(year, (month ?? 12) + 1, 0).year : first;
  return first === last ? first : `${first}/${last}`;
}

/** `18–20 اردیبهشت 1403`, or one day; undefined if the first day is not known. */
export function persianDays(start: PartialDate, end?: PartialDate): string | undefined {
  const first = persianDay(start);
  const last = end && persianDay(end);
  if (first === undefined) return undefined;
  const whole = ({ day, month, year }: PersianDay): string => `${day} ${month} ${year}`;
  if (last === undefined || whole(first) === whole(last)) return whole(first);
  if (first.year !== last.year) return `${whole(first)} تا ${whole(last)}`;
  return first.month === last.month ? `${first.day}–${whole(last)}` : `${first.day} ${first.month} تا ${whole(last)}`;
}

const persianDay = ({ year, month, day }: PartialDate): PersianDay | undefined =>
  month === undefined || day === undefined ? undefined : persianDate(year, month, day);

function persianDate(year: number, month: number, day: number): PersianDay {
  const parts = persianCalendar.formatToParts(new Date(Date.UTC(year, month - 1, day)));
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
  return { year: part('year'), month: part('month'), day: part('day') };
}

interface PersianDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const persianCalendar = new Intl.DateTimeFormat('fa-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
