/** Formats a value for a message: in quotation marks, on one line, cut after `maxLength` UTF-16 code units. */
export function quote(text: string, maxLength = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxLength ? `"${line.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')}…"` : `"${line}"`;
}
