import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import type { DecodedEntry } from './bibtex-fields.ts';
import { reportUnplaced, type MutableRecord } from '../record/mutable-record.ts';

/** Sets the date from `date` of biblatex, or `year`, `month` and `day` of BibTeX. */
export function addBibtexDate(record: MutableRecord, entry: DecodedEntry): void {
  const text = (name: string): string => entry.fields.find((field) => field.name === name)?.value ?? '';
  const dates = entry.fields.filter(({ name }) => name === 'date');
  const range = dates.map((field) => {
    const [start = '', end = ''] = field.value.split('/');
    if (end !== '' && /^\d{4}/.test(end)) reportUnplaced(record, { ...field, value: `/${end}` }, 'no place');
    const isRange = field.value.includes('/') && [start, end || start].every((part) => /^\d{4}/.test(part));
    return { ...field, value: isRange ? start : field.value };
  });
  const year = entry.fields.filter(({ name }) => name === 'year');
  const month = text('month').replace(/^0?(\d)$/, '0$1');
  const day = text('day');
  const months = entry.fields.filter(({ name }) => name === 'month');
  // `jul # "~18--22"`: the days of a congress.
  const days = /^(\p{L}{3,})\.?\s+\d{1,2}\s*[-–]\s*\d{1,2}$/u.exec(month);
  for (const field of days ? months : []) reportUnplaced(record, field, 'no place');
  const monthly = months.map((field) => ({
    ...field,
    value:
      day !== '' && /^(?:\p{L}+|\d{1,2})$/u.test(month)
        ? /^\d/.test(month)
          ? `${month}-${day.padStart(2, '0')}`
          : `${day} ${month}`
        : (days?.[1] ?? month).replace(/^(\d{1,2})[~\s]+(\p{L}+)\.?$/u, '$1 $2'),
  }));
  // Web of Science: a paper that is published before it has a volume and a year.
  const early = entry.fields.filter(({ name }) => /^early[ -]?access[ -]?date$/.test(name));
  const known = [...range, ...year].some(({ value }) => value.trim() !== '');
  if (known) for (const field of early) addOnlineDate(record, field);
  addDates(record, [...range, ...(known ? year : early), ...monthly]);
  if (months.length === 0 && day !== '') reportUnplaced(record, { name: 'day', value: day }, 'no place');
}
