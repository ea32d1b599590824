/** A calendar in which papers print their dates, beside the Gregorian. */
export interface Calendar {
  /** Years in which dates are read. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** `month`: 1 to 12. */
  readonly daysInMonth: (year: number, month: number) => number;
  /** Days from 1 January 1970 to the day. */
  readonly dayNumber: (year: number, month: number, day: number) => number;
  /** Names of the months in lower case, with their spellings. */
  readonly monthNames: readonly (readonly string[])[];
}

/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of the Gregorian calendar at a number of days from 1 January 1970. */
export function gregorianDay(dayNumber: number): Day {
  const date = new Date(dayNumber * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
