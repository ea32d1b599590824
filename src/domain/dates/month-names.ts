/** Months as English files and references write them, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `Jan`, `Feb` and so on: the first three letters, as in MEDLINE and BibTeX. */
export const shortMonthNames: readonly string[] = monthNames.map((name) => name.slice(0, 3));
