import { addDates, addOnlineDate } from '../record/foreign-date.ts';
import { isPlaceholder } from '../record/placeholder.ts';
import { addPagination } from '../record/pagination.ts';
import { reportUnplaced, setText, type MutableRecord, type SourceField } from '../record/mutable-record.ts';

/**
 * Reads `Ex J Sleep. 2024 Mar 5;12(3):101-110. doi: 10.5555/x. Epub 2024 Jan 3.`: the abbreviation, the date, and where it
 * was published.
 */
export function addPubmedCitation(record: MutableRecord, fields: readonly SourceField[]): void {
  const column = (name: string): SourceField | undefined => fields.find((field) => field.name === name);
  const year = column('publication year');
  const citation = column('citation');
  const parts = splitCitation(citation?.value ?? '');
  if (citation && parts) {
    const { journal, date, volume, issue, pages, rest } = parts;
    if (journal !== record.container) setText(record, 'abbreviation', citation, journal);
    addDates(record, [...(year ? [year] : []), { ...citation, value: date }]);
    setText(record, 'volume', citation, volume);
    setText(record, 'issue', citation, issue);
    addPagination(record, { ...citation, value: pages });
    addRest(record, citation, rest);
  } else {
    if (year) addDates(record, [year]);
    if (citation) reportUnplaced(record, citation, 'unreadable');
  }
  const first = column('first author');
  if (first && !isPlaceholder(first.value) && !record.authors[0]?.name.startsWith(first.value))
    reportUnplaced(record, first, 'second value');
}

/** The parts of a citation; undefined if it has no year after the journal. */
function splitCitation(citation: string) {
  const at = citation.search(/\. \d{4}\b/);
  if (at < 0) return undefined;
  const end = /\.(?:\s|$)/.exec(citation.slice(at + 2))?.index ?? citation.length;
  const place = citation.slice(at + 2, at + 2 + end);
  const [before = '', pages = ''] = splitAt(place, ':');
  const [date, numbers] = splitAt(before, ';');
  const [volume, issue] = splitAt(numbers, '(');
  return {
    journal: citation.slice(0, at),
    date: date.trim(),
    volume,
    issue: issue.replace(/\)$/, ''),
    pages: pages.trim(),
    rest: citation.slice(at + 2 + end + 1).trim(),
  };
}

/** The text before and after the first of a sign; all of it is before if the sign is not there. */
function splitAt(text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** What follows the pages: the DOI, which has a column, and the date on which the paper was online. */
function addRest(record: MutableRecord, citation: SourceField, rest: string): void {
  for (const sentence of rest.split(/\. (?=\p{L})|\.$/u).map((part) => part.trim())) {
    const epub = /^Epub (\d{4}.*)$/.exec(sentence)?.[1];
    if (epub !== undefined) addOnlineDate(record, { ...citation, value: epub });
    else if (sentence === '') continue;
    else if (!/^doi: ?10\./i.test(sentence) || !sentence.toLowerCase().endsWith(record.doi?.toLowerCase() ?? '.'))
      reportUnplaced(record, { ...citation, value: sentence }, 'no place');
  }
}
