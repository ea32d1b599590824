import { formatPartialDate, type PartialDate } from '../domain/dates/partial-date.ts';
import type { bulkExtensions, CitationFormatId } from '../domain/pages/site-file.ts';
import { toBibtexEntry } from './bibtex/write-bibtex.ts';
import type { CitedPublication } from './record/cited-publication.ts';
import { toCslJsonItem } from './csl/write-csl-json.ts';
import { csvHead, toCsvRow } from './csv/write-csv.ts';
import { toNbibRecord } from './nbib/write-nbib.ts';
import { toRisRecord } from './ris/write-ris.ts';

/** A file format for citations. */
export interface CitationFormat {
  readonly id: CitationFormatId;
  /** Name that readers know it by; the same in every language. */
  readonly label: string;
  readonly extension: (typeof bulkExtensions)[CitationFormatId];
  readonly mediaType: string;
  /** One publication, as it stands in every file that holds it. */
  readonly record: (cited: CitedPublication) => string;
  /** What stands before the first record, between two, and after the last. */
  readonly frame: (summary?: FileSummary) => Frame;
  /** The whole file, records in the order given. */
  readonly write: (publications: readonly CitedPublication[]) => string;
}

/** What a file of many records says about itself, in formats that have comments. */
export interface FileSummary {
  readonly count: number;
  /** When its newest record was published. */
  readonly newest?: PartialDate;
}

export interface Frame {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** Every format in which a publication is offered, in the order in which readers see them. */
export const citationFormats: readonly CitationFormat[] = formatsOf([
  {
    id: 'bibtex',
    label: 'BibTeX',
    extension: '.bib',
    mediaType: 'application/x-bibtex',
    record: toBibtexEntry,
    frame: (summary) => ({ before: summary ? bibtexComment(summary) : '', between: '\n', after: '' }),
  },
  {
    id: 'ris',
    label: 'RIS',
    extension: '.ris',
    mediaType: 'application/x-research-info-systems',
    record: toRisRecord,
    frame: () => ({ before: '', between: '\r\n', after: '' }),
  },
  {
    id: 'nbib',
    label: 'NBIB',
    extension: '.nbib',
    mediaType: 'application/nbib',
    record: toNbibRecord,
    frame: () => ({ before: '', between: '\n', after: '' }),
  },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    extension: '.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    record: toCslJsonItem,
    frame: () => ({ before: '[\n', between: ',\n', after: '\n]\n' }),
  },
]);

/** Formats of the files beside lists: a table as well. */
export const bulkFormats: readonly CitationFormat[] = [
  ...citationFormats,
  ...formatsOf([
    {
      id: 'csv',
      label: 'CSV',
      extension: '.csv',
      mediaType: 'text/csv',
      record: toCsvRow,
      frame: () => ({ before: csvHead(), between: '', after: '' }),
    },
  ]),
];

function formatsOf(formats: readonly Omit<CitationFormat, 'write'>[]): readonly CitationFormat[] {
  return formats.map((format) => {
    const { before, between, after } = format.frame();
    return { ...format, write: (publications) => before + publications.map(format.record).join(between) + after };
  });
}

/** BibTeX passes over what stands outside entries; only an `@` would begin one. */
const bibtexComment = ({ count, newest }: FileSummary): string =>
  `% Records: ${count}${newest ? `; the newest is of ${formatPartialDate(newest)}` : ''}\n\n`;
