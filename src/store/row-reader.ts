/**
 * A function that checks the types of the columns of a row, and returns the row with these types. It throws a TypeError
 * where a column has another type, such as in a catalog that another program has changed.
 */
export function rowReader<Shape extends Readonly<Record<string, Column>>>(shape: Shape): (row: Row) => RowOf<Shape> {
  const columns = Object.entries(shape);
  const matches = (row: Row): row is Row & RowOf<Shape> => columns.every(([name, isType]) => isType(row[name]));
  return (row) => {
    if (matches(row)) return row;
    const wrong = columns.find(([name, isType]) => !isType(row[name]));
    throw new TypeError(`the catalog holds ${typeof row[wrong![0]]} as ${wrong![0]}; delete it, and build again`);
  };
}

export const text = (value: unknown): value is string => typeof value === 'string';
export const textOrNull = (value: unknown): value is string | null => value === null || text(value);
export const number = (value: unknown): value is number => typeof value === 'number';
export const numberOrNull = (value: unknown): value is number | null => value === null || number(value);
export const bytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
export const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (value: unknown): value is Value =>
    values.some((known) => known === value);

type Row = Readonly<Record<string, unknown>>;
type Column = (value: unknown) => value is unknown;
type RowOf<Shape> = {
  readonly [Name in keyof Shape]: Shape[Name] extends (value: unknown) => value is infer Kind ? Kind : never;
};
