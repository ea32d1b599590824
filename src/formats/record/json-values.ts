/** An object of JSON whose properties are not checked yet. */
export type JsonMap = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list; none of what is no list. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** A text or number as it is, nothing for null, and JSON of all else, so that none of it is lost. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

const maxDepth = 200;

/** The value of a JSON text. Throws for one that is malformed, or nested deeper than any record is. */
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
