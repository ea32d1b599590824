import { createAuthorFinder } from '../authors/find-author.ts';
import { reportUnplaced, type MutableRecord, type SourceField } from '../record/mutable-record.ts';

/**
 * Adds the ORCID iDs that Ovid writes beside names: `Karimi, Sara; ORCID: https://orcid.org/0000-0002-1825-0097`, also several in
 * one field, and in PsycINFO after a first `ORCID: http://orcid.org/`.
 */
export function addOvidOrcids(record: MutableRecord, field: SourceField): void {
  const find = createAuthorFinder(record.authors);
  const rest = field.value
    .replace(/^ORCID: https?:\/\/orcid\.org\/(?=\p{L})/u, '')
    .replace(named, (whole, name: string, orcid: string) => {
      const at = find(name.trim());
      const author = at === undefined ? undefined : record.authors[at];
      if (!author || at === undefined || (author.orcid ?? orcid) !== orcid) return whole;
      record.authors[at] = { ...author, orcid };
      return '';
    })
    .trim();
  if (rest !== '') reportUnplaced(record, { ...field, value: rest }, 'no place');
}

const named = /([^;]{2,100}); ?ORCID: ?https?:\/\/orcid\.org\/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?:[,;] ?|$)/g;
