import { formatPages } from '../../domain/publication/page-range.ts';
import type { Publication } from '../../domain/publication/publication.ts';

/** Volume, issue and pages as in a reference, with Latin digits: `12(3), 101–110`. */
export function locationOf({ volume, issue, pages, articleNumber }: Publication): string | undefined {
  const number = issue === undefined ? volume : `${volume ?? ''}(${issue})`;
  const range = pages && formatPages(pages, '–');
  const parts = [number, range, articleNumber].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}
