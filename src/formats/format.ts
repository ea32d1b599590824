import type { PartialDate } from '../domain/dates/partial-date.ts';
import type { CitedPublication } from './record/cited-publication.ts';
import type { ParsedRecords } from './record/foreign-record.ts';
import type { FormatRules } from './proof/format-rules.ts';
import type { Difference } from './proof/prove-citation.ts';

/** A file format of citations. Types demand what belongs together: what is offered to readers is also read back and proved. */
export type Format = ImportedFormat | CitationFormat | SpreadsheetFormat;

/** A format in which files are published. */
export type WrittenFormat = CitationFormat | SpreadsheetFormat;

interface NamedFormat {
  readonly id: string;
  /** Name that readers know it by; the same in every language. */
  readonly label: string;
}

/** A format that is read alone. */
export interface ImportedFormat extends NamedFormat, FormatReader {
  readonly write?: undefined;
}

/** A format in which each publication is offered, and which is read back from every file before that is published. */
export interface CitationFormat extends NamedFormat, FormatReader {
  readonly file: FormatFile;
  readonly write: FormatWriter;
  readonly proof: FormatProof;
}

/** A table for people beside lists. Programs that read citations are offered other formats, so nothing reads it back. */
export interface SpreadsheetFormat extends NamedFormat {
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
  /** True for a text of this format, whatever the file is called. */
  readonly recognise: (text: string) => boolean;
  /** How sure the sign is by which it is recognised: formats with a surer one are asked first. */
  readonly evidence: FormatEvidence;
  readonly read: (text: string) => ParsedRecords;
}

/**
 * From the surest on: names that no other format has, names that few have, tags at the beginning of lines, and a form
 * that may also stand inside a text.
 */
export const evidenceRanking = ['own names', 'shared names', 'tags', 'form'] as const;
export type FormatEvidence = (typeof evidenceRanking)[number];

export interface FormatWriter {
  /** One publication, as it stands in every file that holds it. */
  readonly record: (cited: CitedPublication) => string;
  /** What stands before the first record, between two, and after the last. */
  readonly frame: (summary?: FileSummary) => Frame;
  /** The whole file, records in the order given. */
  readonly file: (publications: readonly CitedPublication[]) => string;
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

export interface FormatProof {
  readonly rules: FormatRules;
  /** What another program's reader makes of the text otherwise than the record says. */
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
