import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { formatPrintedDate } from '../../domain/dates/printed-date.ts';
import type { Contribution, Publication, PublicationEvent } from '../../domain/publication/publication.ts';
import { abstractText, mainText } from './cited-publication.ts';
import { thesisWords } from './thesis-kinds.ts';

/** Details of a publication that only some formats have fields for. Other formats write them as notes. */
export type DetailField = ListDetail | TextDetail;
export type ListDetail = 'editors' | 'translators' | 'seriesEditors' | 'advisors';
export type TextDetail =
  | 'edition'
  | 'series'
  | 'seriesNumber'
  | 'place'
  | 'pagesTotal'
  | 'chapter'
  | 'number'
  | 'version'
  | 'originalTitle'
  | 'accessed'
  | 'thesisKind'
  | 'eventName'
  | 'eventPlace'
  | 'eventDate'
  | 'online'
  | 'containerDoi'
  | 'printedDate'
  | 'officeSummary';

const detailLists = ['editors', 'translators', 'seriesEditors', 'advisors'] as const satisfies ListDetail[];

export const isListDetail = (field: DetailField): field is ListDetail => detailLists.some((name) => name === field);

export const listDetail = (publication: Publication, field: ListDetail): readonly Contribution[] =>
  field === 'advisors' ? (publication.thesis?.advisors ?? []) : publication[field];

/** The text of a detail: a date as in content files, the kind of a thesis in words. */
export function textDetail(publication: Publication, field: TextDetail): string | undefined {
  const { thesis, event, published, online, accessed } = publication;
  switch (field) {
    case 'thesisKind':
      return thesis?.kind && thesisWords[thesis.kind];
    case 'eventName':
      return event?.name;
    case 'eventPlace':
      return event?.place;
    case 'eventDate':
      return event && formatEventDate(event);
    case 'online':
      return online && formatPartialDate(online);
    case 'accessed':
      return accessed && formatPartialDate(accessed);
    case 'printedDate':
      return published.printed && `${formatPrintedDate(published.printed)} (${published.printed.calendar})`;
    case 'officeSummary':
      return publication.abstractBy === 'office' ? abstractText(mainText(publication), ' ') : undefined;
    default:
      return publication[field];
  }
}

/** `2024-05-02`, or `2024-05-02/2024-05-04` (ISO 8601). */
function formatEventDate({ start, end }: PublicationEvent): string | undefined {
  const from = start && formatPartialDate(start);
  const to = end && formatPartialDate(end);
  return from !== undefined && to !== undefined && from !== to ? `${from}/${to}` : (from ?? to);
}
