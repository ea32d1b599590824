import type { Parsed } from './problem.ts';

/** The value of a text, or of its repaired form; undefined if it has neither. */
export function parseOrRepair<T>(parse: (text: string) => Parsed<T>, text: string): T | undefined {
  const read = parse(text.trim());
  if (read.ok) return read.value;
  const again = read.fault.repaired === undefined ? undefined : parse(read.fault.repaired);
  return again?.ok ? again.value : undefined;
}
