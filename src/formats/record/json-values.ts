/** The items of an array; empty for any other value. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** A string as it is, empty for null and undefined, and the JSON of any other value, so that no data is lost. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

const maxDepth = 200;

/** Parses JSON. Throws a SyntaxError if it is malformed, or nested deeper than `maxDepth`. */
export function parseJson(source: string): unknown {
  const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
  requireMaxDepth(value, maxDepth);
  return value;
}

function requireMaxDepth(value: unknown, depthLeft: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depthLeft === 0) throw new SyntaxError(`it is nested in more than ${maxDepth} levels`);
  for (const inner of Object.values(value)) requireMaxDepth(inner, depthLeft - 1);
}
