import { existsSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../domain/problems/problem.ts';
import type { ColumnNames } from '../domain/publication/spreadsheet-column.ts';
import type { ImportSource } from '../import/import-publications.ts';
import { maxFileSize, readSource } from '../import/read/read-source.ts';
import { findPackedDocument } from '../import/read/office-document.ts';
import { readZip, ZipError } from '../import/read/read-zip.ts';
import type { SourceQuery } from '../domain/identifiers/source-query.ts';
import { isIdentifierLike, readSourceQuery } from '../import/fetch/requested-identifiers.ts';
import { isSystemError } from '../project/file-state.ts';

export interface Inputs {
  readonly sources: readonly ImportSource[];
  /** Identifiers, and searches in services. */
  readonly queries: readonly SourceQuery[];
}

/** Reads the bytes of one file, which may be a zip archive of files. */
export function readInputFile(source: string, bytes: Uint8Array, columnNames: ColumnNames = {}): Inputs {
  const reader = createReader(columnNames);
  reader.addBytes(source, bytes);
  return reader;
}

interface InputReader extends Inputs {
  readonly queries: SourceQuery[];
  readonly addBytes: (source: string, bytes: Uint8Array) => void;
  readonly refuse: (source: string, name: string, message: string, hint: string) => void;
}

function createReader(columnNames: ColumnNames): InputReader {
  const sources: ImportSource[] = [];
  const queries: SourceQuery[] = [];
  const refuse = (source: string, name: string, message: string, hint: string): void => {
    sources.push({ source, records: [], problems: [{ severity: 'error', name, message, hint }] });
  };
  const addBytes = (source: string, bytes: Uint8Array, archives = 0): void => {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) {
      addArchive(source, bytes, archives + 1);
      return;
    }
    const read = readSource(source, bytes, columnNames);
    if ('source' in read) sources.push(read);
    else for (const query of read) queries.push(query);
  };
  let unpacked = 0;
  const addArchive = (source: string, bytes: Uint8Array, archives: number): void => {
    try {
      if (archives > archiveDepthLimit) throw new ZipError(`it is inside ${archiveDepthLimit} other archives`);
      const files = readZip(bytes, unpackedLimit - unpacked);
      for (const file of files) unpacked += file.bytes.length;
      const document = findPackedDocument(files.map(({ name }) => name));
      if (document) {
        refuse(source, document.name, document.message, document.hint ?? '');
        return;
      }
      if (files.length === 0)
        refuse(source, 'archive-empty', 'the archive holds no file', 'pack the exported files again');
      for (const file of files) addBytes(`${source}/${file.name}`, file.bytes, archives);
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
      refuse(
        source,
        'archive-refused',
        `the archive was not read: ${error.message}`,
        'unpack it yourself, and import the folder',
      );
    }
  };
  return { sources, queries, addBytes, refuse };
}

/** Reads files, folders, zip archives, `-` for standard input, and identifiers or searches, in the order of the arguments. */
export function readInputs(
  args: readonly string[],
  readStandardInput: () => Uint8Array,
  columnNames: ColumnNames = {},
): Inputs {
  const { sources, queries, addBytes, refuse } = createReader(columnNames);
  /** `above`: real paths of the folders that hold it, so that a link back to one of them is found. */
  const addPath = (path: string, named: boolean, above: readonly string[] = []): void => {
    const stat = statOf(path);
    if (stat?.isDirectory()) {
      const real = realpathSync(path);
      if (above.includes(real)) {
        refuse(path, 'link-in-circle', 'the link leads back to a folder that contains it', 'delete the link');
        return;
      }
      for (const name of readdirSync(path).sort(compareText))
        if (!name.startsWith('.')) addPath(join(path, name), false, [...above, real]);
    } else if (!stat) {
      refuse(path, 'file-unreadable', 'the file cannot be opened', 'if it is a link, check its target, or delete it');
    } else if (!stat.isFile()) {
      if (named) refuse(path, 'not-a-file', 'this is neither a file nor a folder', 'name a file');
    } else if (stat.size > maxFileSize)
      refuse(
        path,
        'file-too-large',
        `the file has ${Math.round(stat.size / 1e6)} MB, and at most ${maxFileSize / 1e6} MB can be read at once`,
        'export fewer records into each file',
      );
    else addBytes(path, readFileSync(path));
  };
  for (const argument of args) {
    const query = readSourceQuery(argument);
    if (argument === '-') addBytes('standard input', readStandardInput());
    else if (existsSync(argument)) addPath(argument, true);
    else if (query) queries.push(query);
    else if (isIdentifierLike(argument))
      refuse(
        argument,
        'malformed-identifier',
        `${argument} cannot be read as an identifier`,
        'write doi:10.5555/12345678, pmid:35757629, orcid:0000-0002-1825-0097, ror:01c4pz451, issn:1746-0751, affiliation:"Example Institute" or europepmc:"query"',
      );
    else
      refuse(
        argument,
        'file-missing',
        'there is no such file or folder',
        'check the name, and the folder in which you run the command',
      );
  }
  return { sources, queries };
}

/** Bytes that all archives of one import unpack to. */
const unpackedLimit = 3 * maxFileSize;
/** Levels of archives inside archives. */
const archiveDepthLimit = 3;

/** Undefined where there is nothing: a link without a target, or a circle of links. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isSystemError(error, 'ELOOP')) return undefined;
    throw error;
  }
}
