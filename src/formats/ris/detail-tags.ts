import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import type { Publication } from '../../domain/publication/publication.ts';
import type { DetailField } from '../record/detail-notes.ts';
import { formatPersonName } from '../record/person-name-text.ts';

/** The details that a type of reference has tags for, as Zotero and EndNote read them. */
export function detailTags(publication: Publication, tag: string): readonly (readonly [DetailField, string])[] {
  const { pages, articleNumber, series, editors, number = '' } = publication;
  const book = tag === 'BOOK';
  const data = tag === 'COMP' || tag === 'DATA';
  const tags: readonly (readonly [DetailField, string | undefined])[] = [
    ['editors', book ? 'A3' : tag === 'RPRT' ? 'ED' : 'A2'],
    // In a book without editors and series, programs take A2 for the editors.
    ['seriesEditors', book ? ((series ?? editors.length > 0) ? 'A2' : undefined) : 'A3'],
    ['translators', 'A4'],
    ['series', 'T3'],
    [data ? 'version' : 'edition', tag === 'JOUR' ? undefined : 'ET'],
    ['place', tag === 'CONF' || tag === 'CPAPER' ? 'C1' : 'CY'],
    ['chapter', tag === 'CHAP' ? 'SE' : undefined],
    ['pagesTotal', withPagesTotal.has(tag) && !pages && !articleNumber ? 'SP' : undefined],
    // Zotero reads SN of these types as their number. A number without letters could be an ISSN.
    ['number', withNumber.has(tag) && /\p{L}/u.test(number) ? 'SN' : undefined],
    ['accessed', 'Y2'],
  ];
  return tags.flatMap(([field, name]) => (name === undefined ? [] : [[field, name] as const]));
}

/** The values of a detail, each for a line of its own. */
export function detailValues(publication: Publication, field: DetailField): readonly string[] {
  const value = publication[field];
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  return 'year' in value
    ? [formatPartialDate(value).replaceAll('-', '/')]
    : value.map(({ name }) => formatPersonName(name));
}

/** Types whose SP is the number of pages. */
export const withPagesTotal: ReadonlySet<string> = new Set(['BOOK', 'THES']);
/** Types whose SN is the number of a document. */
export const withNumber: ReadonlySet<string> = new Set(['RPRT', 'PAT']);
