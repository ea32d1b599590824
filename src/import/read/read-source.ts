import { decodeText } from './decode-text.ts';
import { recogniseFormat } from '../../formats/table.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import type { ImportSource } from '../import-publications.ts';
import { readIdentifierList, type RequestedIdentifier } from '../fetch/requested-identifiers.ts';

/** A file's records, or the identifiers that it lists. */
export function readSource(source: string, bytes: Uint8Array): ImportSource | readonly RequestedIdentifier[] {
  const refuse = (name: string, message: string, hint: string): ImportSource => ({
    source,
    records: [],
    problems: [{ severity: 'error', name, message, hint }],
  });
  if (bytes.length > maxFileSize)
    return refuse(
      'file-too-large',
      `the file has ${Math.round(bytes.length / 1e6)} MB, and more than ${maxFileSize / 1e6} MB are not read at once`,
      'export fewer records into each file',
    );
  const decoded = decodeText(bytes);
  if (!decoded)
    return refuse(
      'not-text',
      'the file is not text, so that it is no bibliography',
      'export the records as RIS, BibTeX or PubMed format',
    );
  if (decoded.text.trim() === '') return refuse('file-empty', 'the file is empty', 'export the records again');
  const identifiers = readIdentifierList(decoded.text);
  if (identifiers) return identifiers;
  const format = recogniseFormat(decoded.text);
  if (!format)
    return refuse(
      'unknown-format',
      `nothing in the file is a record of a format that is known here; it begins with "${decoded.text.trim().slice(0, 40).replace(/\s+/g, ' ')}"`,
      'RIS, BibTeX, NBIB, PubMed XML, EndNote XML, refer, Web of Science, Ovid, CSL-JSON and Crossref JSON are read, whatever the file is called',
    );
  const { records, problems } = format.read(decoded.text);
  const notes: ForeignProblem[] = [];
  if (decoded.guessed && records.length > 0)
    notes.push({
      severity: 'warning',
      name: 'encoding-guessed',
      message: `the file does not say in which encoding it is written, and is no UTF-8; it was read as ${decoded.encoding}`,
      hint: 'look at names with accents; if they are wrong, export the records again in UTF-8',
    });
  if (decoded.text.includes('\uFFFD'))
    notes.push({
      severity: 'error',
      name: 'letters-lost',
      line: decoded.text.slice(0, decoded.text.indexOf('\uFFFD')).split(/\r\n|\r|\n/).length,
      message: 'letters are lost in the file itself: it holds the sign � where something else stood',
      hint: 'export the records again in UTF-8',
    });
  if (records.length === 0 && problems.length === 0)
    notes.push({
      severity: 'error',
      name: 'no-records',
      message: `the file looks like ${format.label}, but holds no record`,
      hint: 'export the records again',
    });
  return { source, format: format.label, encoding: decoded.encoding, records, problems: [...notes, ...problems] };
}

/** A hundred megabytes are some 50,000 records with abstracts. */
export const maxFileSize = 100_000_000;
