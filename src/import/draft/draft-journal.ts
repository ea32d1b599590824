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
 * the source's type of an article.
 */
export const isInJournal = ({ type = 'article', kind = '', issn, eissn, abbreviation, isbn }: ForeignRecord): boolean =>
  journalTypes.has(type) ||
  (occasionalJournalTypes.has(type) &&
    isbn === undefined &&
    ((issn ?? eissn ?? abbreviation) !== undefined ||
      /^(?:JOUR|article|article-journal|journal[- ]article)$/i.test(kind)));

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
