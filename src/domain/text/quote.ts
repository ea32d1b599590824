/** A value as messages show it: in quotation marks, on one line, and shortened where it is long. */
export function quote(text: string, maxLength = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxLength ? `"${line.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')}…"` : `"${line}"`;
}
