import { crc32 } from 'node:zlib';

/** A value in a row of the catalog. */
export type Value = string | number | null | Uint8Array;

/**
 * Checksum (CRC-32) of the values of a row, which the row holds as its last column. It shows damage, such as a flipped
 * bit; whoever may write to the cache can change the site anyway. One costs less than a microsecond for a kilobyte.
 */
export function checksum(values: readonly Value[]): number {
  let sum = 0;
  // Texts between bytes are summed as one: a call takes as long as to sum a short text.
  let text = '';
  for (const value of values) {
    if (value instanceof Uint8Array) {
      sum = crc32(value, crc32(text, sum));
      text = '\0';
    } else text += `${value}\0`;
  }
  return crc32(text, sum);
}

/** The values of a row with their checksum. */
export const withChecksum = <Values extends readonly Value[]>(...values: Values): [...Values, number] => [
  ...values,
  checksum(values),
];

/** A row of the catalog is not what was written. The catalog can be made again. */
export class DamagedCatalog extends Error {
  override readonly name = 'DamagedCatalog';
}
