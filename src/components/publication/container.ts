import { formatPages } from '../../domain/publication/page-range.ts';
import type { Publication } from '../../domain/publication/publication.ts';

/** Volume with issue, pages and article number, each as in a reference, with Latin digits: `12(3)` and `101–110`. */
export function locationOf({ volume, issue, pages, articleNumber }: Publication): readonly string[] {
  const number = issue === undefined ? volume : `${volume ?? ''}(${issue})`;
  const range = pages && formatPages(pages, '–');
  return [number, range, articleNumber].filter((part): part is string => part !== undefined && part !== '');
}
