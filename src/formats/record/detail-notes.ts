import type { PersonName } from '../../domain/people/person-name.ts';
import type { Publication } from '../../domain/publication/publication.ts';
import { isListDetail, listDetail, textDetail, type DetailField } from './details.ts';
import { setText, type MutableRecord, type SourceField } from './mutable-record.ts';
import { readAuthor } from '../authors/name-list.ts';
import { formatPersonName } from './person-name-text.ts';

/** The notes of all details that are not in `written`, such as `Series number: 41`. */
export function detailNotes(
  publication: Publication,
  written: readonly DetailField[],
  formatName: (name: PersonName) => string = formatPersonName,
): readonly string[] {
  const notes: string[] = [];
  for (const [label, field] of details) {
    const text = written.includes(field) ? '' : detailText(publication, field, formatName);
    if (text !== '') notes.push(`${label}: ${text}`);
  }
  return notes;
}

/** Sets the field of a note of `detailNotes`; false for any other note. */
export function addDetailNote(record: MutableRecord, field: SourceField): boolean {
  const note = field.value.trim();
  const [label = '', detail] = readDetails.find(([words]) => note.startsWith(`${words}: `)) ?? [];
  if (detail === undefined) return false;
  const text = note.slice(label.length + 2).trim();
  if (isListDetail(detail)) record[detail].push(...text.split('; ').map(readAuthor));
  else setText(record, detail, field, text);
  return true;
}

function detailText(publication: Publication, field: DetailField, formatName: (name: PersonName) => string): string {
  if (!isListDetail(field)) return textDetail(publication, field)?.trim() ?? '';
  return listDetail(publication, field)
    .map(({ name }) => formatName(name))
    .join('; ');
}

/** Label of a summary that the institute's office wrote. Citations must not show it as the authors' abstract. */
const officeLabel = 'Summary by the office, not the abstract of the authors';

const labels: Readonly<Record<string, DetailField>> = {
  Editors: 'editors',
  Translators: 'translators',
  'Series editors': 'seriesEditors',
  // A note `Edition: 2` makes Zotero read all records of a RIS file as those of ProCite.
  'Edition statement': 'edition',
  Series: 'series',
  'Series number': 'seriesNumber',
  Place: 'place',
  'Number of pages': 'pagesTotal',
  Chapter: 'chapter',
  Number: 'number',
  Version: 'version',
  'Original title': 'originalTitle',
  Accessed: 'accessed',
  Thesis: 'thesisKind',
  Advisors: 'advisors',
  Event: 'eventName',
  'Event place': 'eventPlace',
  'Event date': 'eventDate',
  'First online': 'online',
  'Container DOI': 'containerDoi',
  'Date as printed': 'printedDate',
  [officeLabel]: 'officeSummary',
};

const details = Object.entries(labels);
/** The labels that are read: files of earlier releases have `Edition`. */
const readDetails: typeof details = [...details, ['Edition', 'edition']];
