/**
 * Splits `Title [Review]` into the text before the brackets at the end and the text inside. `inside` is empty without
 * brackets.
 */
export function splitTrailingBracket(text: string): { readonly before: string; readonly inside: string } {
  const whole = text.trim();
  const open = whole.endsWith(']') ? whole.lastIndexOf('[') : -1;
  return open < 0
    ? { before: whole, inside: '' }
    : { before: whole.slice(0, open).trimEnd(), inside: whole.slice(open + 1, -1) };
}
