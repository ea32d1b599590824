import { parseSourceQuery, type SourceQuery } from '../../domain/identifiers/source-query.ts';

/** A publication, or a person whose works are fetched. */
export interface RequestedIdentifier {
  readonly kind: 'doi' | 'pmid' | 'orcid';
  readonly value: string;
}

/** A search in several services. */
export interface RequestedSearch {
  readonly kind: 'orcid' | 'ror' | 'issn' | 'affiliation' | 'europepmc';
  readonly value: string;
}

/** Parses an identifier or a search; undefined for any other text, such as a file name. */
export function readSourceQuery(text: string): SourceQuery | undefined {
  const read = parseSourceQuery(text);
  return read.ok ? read.value : undefined;
}

/** Parses `doi:10.…`, `pmid:…`, `orcid:…`, or their addresses; undefined for any other text, such as a file name. */
export function readIdentifier(text: string): RequestedIdentifier | undefined {
  const query = readSourceQuery(text);
  return query && isIdentifier(query) ? query : undefined;
}

export const isIdentifier = (query: SourceQuery): query is RequestedIdentifier =>
  query.kind === 'doi' || query.kind === 'pmid' || query.kind === 'orcid';

/** True for what services are searched for. An ORCID iD is searched for, and its record is read as well. */
export const isSearch = (query: SourceQuery): query is RequestedSearch => query.kind !== 'doi' && query.kind !== 'pmid';

/** True for a text that looks like an identifier or a search, valid or not. */
export const isIdentifierLike = (text: string): boolean =>
  /^(?:doi|pmid|orcid|ror|issn|affiliation|europepmc):/i.test(text.trim()) || readSourceQuery(text) !== undefined;

/** Parses a list of identifiers and searches, or of bare PMIDs, one per line; `#` begins a comment. Undefined if a line is anything else. */
export function readIdentifierList(text: string): readonly SourceQuery[] | undefined {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter(Boolean);
  // PubMed saves a search as its bare numbers.
  if (lines.length > 0 && lines.every((line) => /^\d{1,8}$/.test(line) && !isYear(line)))
    return lines.map((value) => ({ kind: 'pmid', value }));
  const found: SourceQuery[] = [];
  for (const line of lines) {
    const query = readSourceQuery(line);
    if (query === undefined) return undefined;
    found.push(query);
  }
  return found.length > 0 ? found : undefined;
}

const isYear = (line: string): boolean => /^(?:19|20)\d\d$/.test(line);
