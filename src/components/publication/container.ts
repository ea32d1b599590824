import type { Publication } from '../../domain/publication/publication.ts';

/** Volume, issue and pages as reference lists write them: `12(3), 101–110`. Digits stay Latin, as in a citation. */
export function locationOf({ volume, issue, pages, articleNumber }: Publication): string | undefined {
  const number = issue === undefined ? volume : `${volume ?? ''}(${issue})`;
  const range =
    pages && (pages.last === undefined || pages.last === pages.first ? pages.first : `${pages.first}–${pages.last}`);
  const parts = [number, range, articleNumber].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}
