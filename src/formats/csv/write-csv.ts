import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import type { Contribution } from '../../domain/publication/publication.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { citationNotes } from '../record/citation-notes.ts';
import {
  abstractText,
  citedTitle,
  containerTitle,
  issns,
  journalAbbreviation,
  mainAbstract,
  pagination,
  publisher,
  readingUrl,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { listDetail, textDetail } from '../record/details.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';

/*
 * CSV by RFC 4180, for spreadsheets: CR LF, commas, every field on one line. The file begins with a byte order mark,
 * because Excel reads a file without one in an old code page, and shows wrong characters for other scripts.
 */

/** Byte order mark and header line of a file. */
export const csvHead = (): string => `\ufeff${Object.keys(columns).join(',')}\r\n`;

/** Formats a publication as one line, with its line break. */
export const toCsvRow = (cited: CitedPublication): string =>
  `${Object.values(columns)
    .map((column) => field(column(cited)))
    .join(',')}\r\n`;

const names = (contributions: readonly Contribution[]): string =>
  contributions.map(({ name }) => formatPersonName(name)).join('; ');

/** Name of a column → its value. Several values in one field are separated by semicolons. */
const columns: Readonly<Record<string, (cited: CitedPublication) => string | number | undefined>> = {
  id: ({ publication }) => publication.citekey,
  type: ({ publication }) => publication.type,
  title: ({ publication }) => citedTitle(publication),
  translated_title: ({ publication }) => Object.values(publication.titles).map(richTextToPlain).join('; '),
  authors: ({ publication }) => names(publication.contributions),
  native_names: ({ publication }) =>
    publication.contributions.flatMap(({ native }) => [...new Set(Object.values(native ?? {}))]).join('; '),
  year: ({ publication }) => publication.published.year,
  date: ({ publication }) => formatPartialDate(publication.published),
  online: ({ publication }) => textDetail(publication, 'online'),
  date_as_printed: ({ publication }) => textDetail(publication, 'printedDate'),
  container: containerTitle,
  container_doi: ({ publication }) => publication.containerDoi,
  event: ({ publication }) => publication.event?.name,
  event_place: ({ publication }) => publication.event?.place,
  event_date: ({ publication }) => textDetail(publication, 'eventDate'),
  thesis: ({ publication }) => publication.thesis?.kind,
  advisors: ({ publication }) => names(listDetail(publication, 'advisors')),
  abbreviation: journalAbbreviation,
  volume: ({ publication }) => publication.volume,
  issue: ({ publication }) => publication.issue,
  pages: pagination,
  publisher,
  place: ({ publication }) => publication.place,
  editors: ({ publication }) => names(publication.editors),
  translators: ({ publication }) => names(publication.translators),
  series_editors: ({ publication }) => names(publication.seriesEditors),
  edition: ({ publication }) => publication.edition,
  series: ({ publication }) => publication.series,
  series_number: ({ publication }) => publication.seriesNumber,
  chapter: ({ publication }) => publication.chapter,
  pages_total: ({ publication }) => publication.pagesTotal,
  number: ({ publication }) => publication.number,
  version: ({ publication }) => publication.version,
  original_title: ({ publication }) => publication.originalTitle,
  accessed: ({ publication }) => publication.accessed && formatPartialDate(publication.accessed),
  issn: (cited) => issns(cited).join('; '),
  isbn: ({ publication }) => publication.isbn,
  doi: ({ publication }) => publication.doi,
  pmid: ({ publication }) => publication.pmid,
  pmcid: ({ publication }) => publication.pmcid,
  arxiv: ({ publication }) => publication.arxiv,
  url: readingUrl,
  page: ({ context }) => context.url,
  language: ({ publication }) => publication.lang,
  keywords: ({ publication }) => publication.keywords.join('; '),
  open_access: ({ publication }) => publication.openAccess,
  license: ({ publication }) => publication.license,
  status: ({ publication }) => publication.status,
  notes: (cited) => citationNotes(cited).join(' '),
  abstract: (cited) => abstractText(mainAbstract(cited), ' '),
};

/**
 * A value that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP recommends, because content
 * may come from other people. https://owasp.org/www-community/attacks/CSV_Injection
 */
function field(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const line = oneLine(value ?? '');
  const safe = formula.test(line) ? `'${line}` : line;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const formula = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
