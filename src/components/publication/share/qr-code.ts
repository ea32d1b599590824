import { encode } from 'uqr';

export interface QrCode {
  /** Modules on one side, with the quiet zone. */
  readonly size: number;
  /** Path to be stroked one unit wide: each row's dark runs. */
  readonly path: string;
}

/**
 * The text as a QR code (ISO/IEC 18004, level M); undefined where it needs more than version 10.
 * The mask is always the first: every mask can be read, and choosing the best of eight takes ten times as long.
 */
export function qrCodePath(text: string): QrCode | undefined {
  if (new TextEncoder().encode(text).length > longest) return undefined;
  const { size, data } = encode(text, { ecc: 'M', boostEcc: false, maskPattern: 0, maxVersion: 10, border: 2 });
  return { size, path: toPath(data) };
}

/** Bytes that version 10 holds at level M (ISO/IEC 18004, table 7). */
const longest = 213;

function toPath(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  for (const [y, row] of rows.entries()) {
    let end = -1;
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      path += end < 0 ? `M${x} ${y}.5` : `m${x - end} 0`;
      for (end = x + 1; row[end];) end++;
      path += `h${end - x}`;
      x = end;
    }
  }
  return path;
}
