import type { Fault } from '../../domain/problems/problem.ts';

/** What to say of a file that is a document and no export; undefined for any other file. */
export function findDocument(bytes: Uint8Array): Fault | undefined {
  const starts = (...signs: readonly number[]): boolean => signs.every((sign, index) => bytes[index] === sign);
  // `%PDF`
  if (starts(0x25, 0x50, 0x44, 0x46)) return document('PDF', records);
  // `{\rtf`
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return document('Word document (RTF)', records);
  // The container of Word and Excel before 2007.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return document('Word or Excel file', `${records}; ${sheet}`);
  return undefined;
}

/** The same by the names of the files in an archive, which Word, Excel and LibreOffice write. */
export function findPackedDocument(names: readonly string[]): Fault | undefined {
  if (names.includes('word/document.xml')) return document('Word document', records);
  if (names.includes('xl/workbook.xml')) return document('Excel workbook', sheet);
  if (names.includes('content.xml') && names.includes('mimetype'))
    return document('document of LibreOffice', `${records}; ${sheet}`);
  return undefined;
}

const document = (kind: string, hint: string): Fault => ({
  name: 'document',
  message: `this is ${/^E/.test(kind) ? 'an' : 'a'} ${kind}, and a document has no records that can be read`,
  hint,
});

const records =
  'export the records from the database or reference manager as RIS or BibTeX, or list their DOIs in a text file';
const sheet = 'save a sheet as “CSV UTF-8”, and import that file';
