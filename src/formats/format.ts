import type { FileFrame, OfferedFormatId } from '../domain/publication/offered-format.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import type { CitedPublication } from './record/cited-publication.ts';
import type { ParsedRecords } from './record/foreign-record.ts';
import type { FormatRules } from './proof/format-rules.ts';
import type { Difference } from './proof/prove-citation.ts';

/** A file format of citations. The types require that a format that is offered to readers has a reader and a proof. */
export type Format = ImportedFormat | CitationFormat | SpreadsheetFormat;

/** A format in which the site publishes files. */
export type WrittenFormat = CitationFormat | SpreadsheetFormat;

/** A format that a site can offer. */
interface OfferableFormat extends NamedFormat {
  readonly id: OfferedFormatId;
}

interface NamedFormat {
  readonly id: string;
  /** Name for readers; the same in every language. */
  readonly label: string;
}

/** A format that is only read. */
export interface ImportedFormat extends NamedFormat, FormatReader {
  readonly write?: undefined;
}

/**
 * A format in which each publication is offered. Each written file is read back and compared before it is published.
 */
export interface CitationFormat extends OfferableFormat, FormatReader {
  readonly file: FormatFile;
  readonly write: FormatWriter;
  readonly proof: FormatProof;
}

/** A table for people, written for lists. No citation program reads it, so it has no reader and no proof. */
export interface SpreadsheetFormat extends OfferableFormat {
  readonly file: FormatFile;
  readonly write: FormatWriter;
  readonly spreadsheet: true;
  readonly read?: undefined;
}

export interface FormatFile {
  /** With its first dot, such as `.csl.json`. */
  readonly extension: string;
  readonly mediaType: string;
}

export interface FormatReader {
  /** True for a text in this format. The name of the file does not count. */
  readonly recognise: (text: string) => boolean;
  /** How certain `recognise` is. Formats with better evidence are tried first. */
  readonly evidence: FormatEvidence;
  readonly read: (text: string) => ParsedRecords;
  /** True for a format without a sign for the end of a record: where the last line has no end, the file may be cut off. */
  readonly endsWithLineBreak?: true;
}

/**
 * From the best evidence: names that only this format has, names that few formats have, tags at the start of lines, and
 * a syntax that may also occur inside a text.
 */
export const evidenceRanking = ['unique names', 'shared names', 'tags', 'syntax'] as const;
export type FormatEvidence = (typeof evidenceRanking)[number];

export interface FormatWriter {
  /** One publication, as it is in every file. */
  readonly record: (cited: CitedPublication) => string;
  /** The text before the first record, between two records, and after the last. */
  readonly frame: (summary?: FileSummary) => FileFrame;
  /** The whole file, with the records in the given order. */
  readonly file: (publications: readonly CitedPublication[]) => string;
}

/** Summary of a file of many records, for formats that have comments. */
export interface FileSummary {
  readonly count: number;
  /** Publication date of the newest record. */
  readonly newest?: PartialDate;
}

export interface FormatProof {
  readonly rules: FormatRules;
  /** Differences that the reader of another program finds between the text and the record. */
  readonly crossCheck?: (cited: CitedPublication, text: string) => readonly Difference[];
}

export const formatWriter = ({ record, frame }: Omit<FormatWriter, 'file'>): FormatWriter => ({
  record,
  frame,
  file(publications) {
    const { before, between, after } = frame();
    return before + publications.map(record).join(between) + after;
  },
});
