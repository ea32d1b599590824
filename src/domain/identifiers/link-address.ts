import { extensionOf, fileKinds } from '../pages/file-kinds.ts';
import { valid, type Parsed } from '../problems/problem.ts';
import { parseWebAddress } from './web-address.ts';

/**
 * Parses what a link of a publication leads to: a web address, a file beside the publication (`./paper.pdf`, `paper.pdf`), or
 * an address of this site (`/files/paper.pdf`). The last two are returned as they are written.
 */
export function parseLinkAddress(text: string): Parsed<string> {
  const written = text.trim();
  return /^\/(?!\/)/.test(written) || isFileName(written) ? valid(written) : parseWebAddress(text);
}

/** Whether an address names a file by a relative path. `example.org/x.pdf` is an address that lacks its beginning. */
function isFileName(address: string): boolean {
  if (/^\.{1,2}\//.test(address)) return true;
  const [first = '', ...rest] = address.split('/');
  return extensionOf(address) in fileKinds && !address.includes(':') && (rest.length === 0 || !first.includes('.'));
}
