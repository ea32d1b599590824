import { checksum, DamagedCatalog, type Value } from './checksum.ts';

/**
 * A function that checks the types of the columns of a row, and returns the row with these types. It throws a
 * {@link DamagedCatalog} where a column has another type, such as in a catalog that is damaged.
 */
export function rowReader<Shape extends Readonly<Record<string, Column>>>(shape: Shape): (row: Row) => RowOf<Shape> {
  const columns = Object.entries(shape);
  const matches = (row: Row): row is Row & RowOf<Shape> => columns.every(([name, isType]) => isType(row[name]));
  return (row) => {
    if (matches(row)) return row;
    const wrong = columns.find(([name, isType]) => !isType(row[name]));
    throw new DamagedCatalog(`the catalog holds ${typeof row[wrong![0]]} as ${wrong![0]}`);
  };
}

/**
 * As {@link rowReader}, for a row that ends with the checksum `sum` of the columns of `shape`, in their order, without those in
 * `unchecked`. It also throws where the checksum does not fit.
 */
export function checkedRowReader<Shape extends Readonly<Record<string, Column>>>(
  shape: Shape,
  unchecked: readonly (keyof Shape)[] = [],
): (row: Row) => RowOf<Shape> {
  const read = rowReader(shape);
  const columns = Object.keys(shape).filter((name) => !unchecked.includes(name));
  return (row) => {
    const checked = read(row);
    if (row['sum'] !== checksum(columns.map((name) => row[name] as Value)))
      throw new DamagedCatalog(`the catalog holds a row that is not as it was written: ${String(row[columns[0]!])}`);
    return checked;
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
