import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import type { PersonName } from '../../domain/people/person-name.ts';
import type { Contribution, Publication } from '../../domain/publication/publication.ts';
import { setText, type MutableRecord, type SourceField } from './mutable-record.ts';
import { readAuthor } from './name-list.ts';
import { formatPersonName } from './person-name-text.ts';

/** Details of a publication that only some formats have fields for. Other formats write them as notes. */
export type DetailField = ListField | TextDetail;
type ListField = 'editors' | 'translators' | 'seriesEditors';
type TextDetail =
  | 'edition'
  | 'series'
  | 'seriesNumber'
  | 'place'
  | 'pagesTotal'
  | 'chapter'
  | 'number'
  | 'version'
  | 'originalTitle'
  | 'accessed';

/** The notes of all details that are not in `written`, such as `Series number: 41`. */
export function detailNotes(
  publication: Publication,
  written: readonly DetailField[],
  formatName: (name: PersonName) => string = formatPersonName,
): readonly string[] {
  return Object.entries(labels).flatMap(([label, field]) => {
    const text = detailText(publication, field, formatName);
    return text === '' || written.includes(field) ? [] : [`${label}: ${text}`];
  });
}

/** Sets the field of a note of `detailNotes`; false for any other note. */
export function addDetailNote(record: MutableRecord, field: SourceField): boolean {
  const [, label = '', text = ''] = /^([A-Z][a-z ]+): (\S.*)$/s.exec(field.value.trim()) ?? [];
  const detail = Object.hasOwn(labels, label) ? labels[label] : undefined;
  if (detail === undefined) return false;
  if (detail === 'editors' || detail === 'translators' || detail === 'seriesEditors')
    record[detail].push(...text.split('; ').map(readAuthor));
  else setText(record, detail, field, text);
  return true;
}

function detailText(publication: Publication, field: DetailField, formatName: (name: PersonName) => string): string {
  const value: string | Publication['accessed'] | readonly Contribution[] = publication[field];
  if (value === undefined || typeof value === 'string') return value?.trim() ?? '';
  return 'year' in value ? formatPartialDate(value) : value.map(({ name }) => formatName(name)).join('; ');
}

const labels: Readonly<Record<string, DetailField>> = {
  Editors: 'editors',
  Translators: 'translators',
  'Series editors': 'seriesEditors',
  Edition: 'edition',
  Series: 'series',
  'Series number': 'seriesNumber',
  Place: 'place',
  'Number of pages': 'pagesTotal',
  Chapter: 'chapter',
  Number: 'number',
  Version: 'version',
  'Original title': 'originalTitle',
  Accessed: 'accessed',
};
