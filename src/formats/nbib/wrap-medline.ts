/** Wraps a value like PubMed: lines break at spaces, have at most 87 columns, and continue with six spaces. */
export function wrapMedline(line: string): string {
  if (line.length <= lineWidth) return line;
  const rows: string[] = [];
  let rest = line;
  while (rest.length > lineWidth) {
    const before = rest.lastIndexOf(' ', lineWidth);
    const at = before > 0 ? before : rest.indexOf(' ', lineWidth);
    if (at < 0) break;
    rows.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...rows, rest].join('\n      ');
}

/** 87 columns without the tag. */
const lineWidth = 81;
