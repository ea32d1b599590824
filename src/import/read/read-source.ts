import { decodeText } from './decode-text.ts';
import { importFormats, recogniseFormat } from '../../formats/table.ts';
import type { ForeignProblem } from '../../formats/record/foreign-record.ts';
import type { ImportSource } from '../import-publications.ts';
import type { SourceQuery } from '../../domain/identifiers/source-query.ts';
import { readIdentifierList } from '../fetch/requested-identifiers.ts';

/** Reads the records of a file, or the identifiers and searches that it lists. */
export function readSource(source: string, bytes: Uint8Array): ImportSource | readonly SourceQuery[] {
  const refuse = (name: string, message: string, hint: string): ImportSource => ({
    source,
    records: [],
    problems: [{ severity: 'error', name, message, hint }],
  });
  if (bytes.length > maxFileSize)
    return refuse(
      'file-too-large',
      `the file has ${Math.round(bytes.length / 1e6)} MB, but at most ${maxFileSize / 1e6} MB can be read at once`,
      'export fewer records into each file',
    );
  const decoded = decodeText(bytes);
  if (!decoded)
    return refuse(
      'not-text',
      'the file is not text, so it is not a bibliography',
      'export the records as RIS, BibTeX or PubMed format',
    );
  if (decoded.text.trim() === '') return refuse('file-empty', 'the file is empty', 'export the records again');
  const identifiers = readIdentifierList(decoded.text);
  if (identifiers) return identifiers;
  const format = recogniseFormat(decoded.text);
  if (!format)
    return refuse(
      'unknown-format',
      `the file is not in a known format; it begins with "${decoded.text.trim().slice(0, 40).replace(/\s+/g, ' ')}"`,
      `${importFormats.map(({ label }) => label).join(', ')} can be read; the name of the file does not matter`,
    );
  const { records, problems } = format.read(decoded.text);
  const notes: ForeignProblem[] = [];
  if (decoded.guessed && records.length > 0)
    notes.push({
      severity: 'warning',
      name: 'encoding-guessed',
      message: `the file does not name its encoding, and is not UTF-8; it was read as ${decoded.encoding}`,
      hint: 'look at names with accents; if they are wrong, export the records again in UTF-8',
    });
  if (decoded.text.includes('\uFFFD'))
    notes.push({
      severity: 'error',
      name: 'letters-lost',
      line: decoded.text.slice(0, decoded.text.indexOf('\uFFFD')).split(/\r\n|\r|\n/).length,
      message: 'letters are already lost in the file: it has the character � in their place',
      hint: 'export the records again in UTF-8',
    });
  if (records.length === 0 && !problems.some(({ severity }) => severity === 'error'))
    notes.push({
      severity: 'error',
      name: 'no-records',
      message: `the file looks like ${format.label}, but has no record`,
      hint: 'export the records again',
    });
  return { source, format: format.label, encoding: decoded.encoding, records, problems: [...notes, ...problems] };
}

/** In bytes. 100 MB are about 50,000 records with abstracts. */
export const maxFileSize = 100_000_000;
