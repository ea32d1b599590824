/** Median of a figure over runs, with the smallest and largest value: `3.4 (3.1–4.0)`; for one run only the value. */
export function spread<Run>(
  runs: readonly Run[],
  figureOf: (run: Run) => number | undefined,
  show: (value: number) => string,
): string {
  const known = runs.map(figureOf).filter((value) => value !== undefined);
  if (known.length === 0) return '–';
  const range = known.length > 1 ? ` (${show(Math.min(...known))}–${show(Math.max(...known))})` : '';
  return show(median(known)) + range;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const two = (value: number): string => value.toFixed(2);
export const decimals = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const gigabytes = (bytes: number): string => two(bytes / 1e9);
export const size = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** A target, marked as reached or not. */
export const verdict = (value: number | undefined, limit: number, unit: string): string =>
  value === undefined ? `≤ ${limit} ${unit}` : `≤ ${limit} ${unit} ${value <= limit ? '✓' : '✗'}`;

/** A Markdown table; the first column has names, the others figures. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
