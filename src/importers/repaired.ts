import type { Parsed } from '../domain/problem.ts';

/** The value of a text, or of what the hint of its fault says to write instead; undefined where neither can be read. */
export function repaired<T>(parse: (text: string) => Parsed<T>, text: string): T | undefined {
  const read = parse(text.trim());
  if (read.ok) return read.value;
  const meant = repairIn(read.fault.hint);
  const again = meant === undefined ? undefined : parse(meant);
  return again?.ok ? again.value : undefined;
}

/** `write 10.5555/x` and `write "Smith, John", and …` name one value; a hint that offers several names none. */
export const repairIn = (hint: string): string | undefined =>
  /^write "([^"]+)"/.exec(hint)?.[1] ?? /^write (\S+)$/.exec(hint)?.[1];
