import { parseIssn } from '../../domain/identifiers/issn.ts';
import type { ForeignRecord } from '../../formats/record/foreign-record.ts';
import type { DraftJournal } from './draft.ts';
import { toOneLine, type ReadValue } from './read-value.ts';

const journalTypes: ReadonlySet<string> = new Set(['article', 'review', 'editorial', 'letter']);
const occasionalJournalTypes: ReadonlySet<string> = new Set([
  'conference-paper',
  'report',
  'dataset',
  'software',
  'protocol',
  'poster',
  'media',
]);

/**
 * True if `container` is a journal: for articles, and for a poster, protocol and so on with an ISSN, an abbreviation or
 * the source's type of an article. The proceedings of one meeting may have the ISSN of the whole series; a journal has volumes.
 */
export function isInJournal(record: ForeignRecord): boolean {
  const { type = 'article', kind = '', issn, eissn, abbreviation, isbn, container = '', volume } = record;
  if (journalTypes.has(type)) return true;
  if (!occasionalJournalTypes.has(type) || isbn !== undefined) return false;
  if (/^(?:JOUR|article|article-journal|journal[- ]article)$/i.test(kind)) return true;
  if ((issn ?? eissn ?? abbreviation) === undefined) return false;
  return type !== 'conference-paper' || (volume !== undefined && !namesOneMeeting.test(container));
}

/** `2018 2nd Conference on Examples`, `Proceedings of ECML ’19`. */
const namesOneMeeting = /(?<!\p{L})(?:(?:19|20)\d\d|['’]\d\d|\d{1,4}(?:st|nd|rd|th))(?![\p{L}\d])/iu;

export function toDraftJournal(record: ForeignRecord, read: ReadValue): DraftJournal {
  const abbreviation = record.abbreviation === undefined ? undefined : toOneLine(record.abbreviation);
  const issn = read('issn', parseIssn, record.issn);
  const eissn = read('eissn', parseIssn, record.eissn);
  return {
    title: toOneLine(record.container ?? ''),
    ...(abbreviation === undefined ? {} : { abbreviation }),
    ...(issn === undefined ? {} : { issn }),
    ...(eissn === undefined ? {} : { eissn }),
    ...(record.publisher === undefined ? {} : { publisher: toOneLine(record.publisher) }),
  };
}
