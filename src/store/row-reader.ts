/**
 * A function that tells that each row of a query holds what its columns are to hold, and gives the row as that type.
 * It throws where a column holds something else, as in a catalog that another program has written to.
 */
export function rowReader<Shape extends Readonly<Record<string, Column>>>(shape: Shape): (row: Row) => RowOf<Shape> {
  const columns = Object.entries(shape);
  const fits = (row: Row): row is Row & RowOf<Shape> => columns.every(([name, holds]) => holds(row[name]));
  return (row) => {
    if (fits(row)) return row;
    const wrong = columns.find(([name, holds]) => !holds(row[name]));
    throw new TypeError(`the catalog holds ${typeof row[wrong![0]]} as ${wrong![0]}; delete it, and build again`);
  };
}

export const text = (value: unknown): value is string => typeof value === 'string';
export const textOrNull = (value: unknown): value is string | null => value === null || text(value);
export const number = (value: unknown): value is number => typeof value === 'number';
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
