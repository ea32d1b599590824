import type { Publication } from '../../domain/publication/publication.ts';
import { isListDetail, listDetail, textDetail, type DetailField } from '../record/details.ts';
import { formatWholeName } from '../record/person-name-text.ts';

/** The details that a type of reference has tags for, as Zotero and EndNote read them. */
export function detailTags(publication: Publication, tag: string): readonly (readonly [DetailField, string])[] {
  const { pages, articleNumber, series, editors, number = '', place, publisher, container } = publication;
  const conference = tag === 'CONF' || tag === 'CPAPER';
  const book = tag === 'BOOK';
  const report = tag === 'RPRT';
  const data = tag === 'COMP' || tag === 'DATA';
  const tags: readonly (readonly [DetailField, string | undefined])[] = [
    ['editors', book ? 'A3' : report || tag === 'THES' ? 'ED' : 'A2'],
    // In a book or report without editors and series, programs read A2 as the editors.
    [
      'seriesEditors',
      book || report ? ((series ?? editors.length > 0) ? 'A2' : undefined) : tag === 'THES' ? undefined : 'A3',
    ],
    ['advisors', tag === 'THES' ? 'A3' : undefined],
    ['thesisKind', tag === 'THES' ? 'M3' : undefined],
    ['translators', 'A4'],
    // Zotero and EndNote read the series of a report from T2, and no T3.
    ['series', report && (publisher ?? container) !== undefined ? 'T2' : 'T3'],
    // Zotero and EndNote agree on these two. A note holds it in other types: EndNote has no number of the series of a
    // conference, and Zotero reads NV, where EndNote has that of a report, as a number of volumes.
    ['seriesNumber', book ? 'M1' : tag === 'CHAP' ? 'SV' : undefined],
    // ET of an article is the date of the electronic article in EndNote.
    [data ? 'version' : tag === 'JOUR' ? 'online' : 'edition', 'ET'],
    ['place', conference ? 'C1' : 'CY'],
    // CY is the place of the conference in EndNote. Zotero has one place, which C1 may already hold.
    ['eventPlace', conference && place === undefined ? 'CY' : undefined],
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
  if (isListDetail(field)) return listDetail(publication, field).map(({ name }) => formatWholeName(name));
  const value = textDetail(publication, field);
  if (value === undefined) return [];
  return [field === 'accessed' || field === 'online' ? value.replaceAll('-', '/') : value];
}

/** Types whose SP is the number of pages. */
export const withPagesTotal: ReadonlySet<string> = new Set(['BOOK', 'THES']);
/** Types whose SN is the number of a document. */
export const withNumber: ReadonlySet<string> = new Set(['RPRT', 'PAT']);
