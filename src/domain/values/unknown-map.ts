/** A map whose values are not checked yet, as JSON and YAML give it. */
export type UnknownMap = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is UnknownMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
