import { westernDigits } from '../text/western-digits.ts';
import { monthNames } from './month-names.ts';

/** The dates that a text in another notation can mean, usually one. They may be impossible, such as month 13. */
export function findDates(text: string): readonly DateParts[] {
  const plain = westernDigits(text).trim().replace(/\s+/g, ' ').toLowerCase();
  for (const [pattern, read] of notations) {
    const match = pattern.exec(plain);
    if (match) return read(match.slice(1));
  }
  return [];
}

const notations: readonly (readonly [RegExp, (parts: readonly string[]) => readonly DateParts[]])[] = [
  // 2024-1-3, 2024/12/3, 2024.12.03, 2024年12月3日
  [
    /^(\d{4}) ?[-/. 年‐-―] ?(\d{1,2})(?: ?[-/.月‐-―] ?(\d{1,2}))? ?[.日月]?$/,
    ([year, month, day]) => dateOf(year, month, day),
  ],
  // 2024-12-03T10:15:00Z, 2024-12-03 10:15
  [/^(\d{4})-(\d{2})-(\d{2})[t ][\d:.,+z -]+$/, ([year, month, day]) => dateOf(year, month, day)],
  // 20241203, 202412
  [/^(\d{4})(\d{2})(\d{2})?$/, ([year, month, day]) => dateOf(year, month, day)],
  // 3.12.2024: with full stops the day always comes first
  [/^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/, ([day, month, year]) => dateOf(year, month, day)],
  // 25/12/2024 and 12/25/2024: clear if one number cannot be a month, else both orders are possible
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, ([first, second, year]) => dayAndMonth(first, second, year)],
  // 12/2024
  [/^(\d{1,2})[-/.](\d{4})$/, ([month, year]) => dateOf(year, month)],
  // 2024 Dec, 2024 Dec 3, 2024-Dec-03, 2024Dec03
  [/^(\d{4})[ -]*(\p{L}+)\.?(?:[ -]*(\d{1,2}))?$/u, ([year, name, day]) => namedDate(year, name, day)],
  // 3 Dec 2024, 3rd December, 2024, 03-Dec-2024, Dec 2024
  [
    /^(?:(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+)?(\p{L}+)\.?,?[ -]+(\d{4})$/u,
    ([day, name, year]) => namedDate(year, name, day),
  ],
  // Dec 3, 2024
  [/^(\p{L}+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/u, ([name, day, year]) => namedDate(year, name, day)],
  // 2024 Nov-Dec: the months of an issue; a date can hold only one, so the year is read
  [/^(\d{4}) \p{L}+ ?[-/‐-―] ?\p{L}+$/u, ([year]) => dateOf(year)],
  // ۲۰۲۴, 2024.
  [/^(\d{4})\.?$/, ([year]) => dateOf(year)],
];

function dateOf(year: string | undefined, month?: string, day?: string): readonly DateParts[] {
  return [
    {
      year: Number(year),
      ...(month === undefined ? {} : { month: Number(month) }),
      ...(day === undefined ? {} : { day: Number(day) }),
    },
  ];
}

function dayAndMonth(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
): readonly DateParts[] {
  if (Number(first) > 12 || first === second) return dateOf(year, second, first);
  if (Number(second) > 12) return dateOf(year, first, second);
  return [...dateOf(year, second, first), ...dateOf(year, first, second)];
}

/** A season or an unknown month gives the year only. */
function namedDate(year: string | undefined, name: string | undefined, day: string | undefined): readonly DateParts[] {
  const written = (name ?? '').replace(/^sept$/, 'sep');
  const month = 1 + monthNames.findIndex((one) => written.length > 2 && one.toLowerCase().startsWith(written));
  const known = month > 0;
  return known ? dateOf(year, String(month), day) : dateOf(year);
}

interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}
