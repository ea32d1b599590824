/** True if most letters of a text are Latin, or if it has none. */
export function isMostlyLatin(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/\p{Script=Latin}/gu) * 2 >= count(/\p{L}/gu);
}
