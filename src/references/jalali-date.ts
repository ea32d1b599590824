import type { PartialDate } from '../domain/dates/partial-date.ts';

/** The Jalali year, such as `1403`, in Latin digits; `1402/1403` if the date can be in either. */
export function jalaliYear({ year, month, day }: PartialDate): string {
  const first = jalali(year, month ?? 1, day ?? 1).year;
  const last = day === undefined ? jalali(year, (month ?? 12) + 1, 0).year : first;
  return first === last ? first : `${first}/${last}`;
}

/** `18–20 اردیبهشت 1403`, or one day; undefined if the first day is not known. */
export function jalaliDays(start: PartialDate, end?: PartialDate): string | undefined {
  const first = jalaliDay(start);
  const last = end && jalaliDay(end);
  if (first === undefined) return undefined;
  const whole = ({ day, month, year }: JalaliDay): string => `${day} ${month} ${year}`;
  if (last === undefined || whole(first) === whole(last)) return whole(first);
  if (first.year !== last.year) return `${whole(first)} تا ${whole(last)}`;
  return first.month === last.month ? `${first.day}–${whole(last)}` : `${first.day} ${first.month} تا ${whole(last)}`;
}

const jalaliDay = ({ year, month, day }: PartialDate): JalaliDay | undefined =>
  month === undefined || day === undefined ? undefined : jalali(year, month, day);

function jalali(year: number, month: number, day: number): JalaliDay {
  const parts = persianCalendar.formatToParts(new Date(Date.UTC(year, month - 1, day)));
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
  return { year: part('year'), month: part('month'), day: part('day') };
}

interface JalaliDay {
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
