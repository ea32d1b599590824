import { parseDoi } from '../../domain/identifiers/doi.ts';
import { parseOrcid } from '../../domain/identifiers/orcid.ts';
import { parsePmid } from '../../domain/identifiers/pubmed.ts';
import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';

export interface RequestedIdentifier {
  readonly kind: 'doi' | 'pmid' | 'orcid';
  readonly value: string;
}

/** Parses `doi:10.…`, `pmid:…`, `orcid:…`, or their addresses; undefined for any other text, such as a file name. */
export function readIdentifier(text: string): RequestedIdentifier | undefined {
  const written = text.trim().replace(/[,;]$/, '');
  if (/^doi:|^https?:\/\/(?:dx\.)?doi\.org\/|^10\.\d{4,9}\/\S/i.test(written)) {
    const value = parseOrRepair(parseDoi, written.replace(/^doi:\s*/i, ''));
    return value === undefined ? undefined : { kind: 'doi', value };
  }
  if (/^pmid:|pubmed\.ncbi\.nlm\.nih\.gov\//i.test(written)) {
    const value = parseOrRepair(parsePmid, written);
    return value === undefined ? undefined : { kind: 'pmid', value };
  }
  if (/^orcid:|^https?:\/\/orcid\.org\//i.test(written)) {
    const value = parseOrRepair(parseOrcid, written.replace(/^orcid:\s*/i, ''));
    return value === undefined ? undefined : { kind: 'orcid', value };
  }
  return undefined;
}

/** True for a text that looks like an identifier, valid or not. */
export const isIdentifierLike = (text: string): boolean =>
  /^(?:doi|pmid|orcid):/i.test(text.trim()) || readIdentifier(text) !== undefined;

/** Parses a list of identifiers, one per line; `#` begins a comment. Undefined if a line is anything else. */
export function readIdentifierList(text: string): readonly RequestedIdentifier[] | undefined {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter(Boolean);
  const found = lines.map((line) => readIdentifier(line));
  return lines.length > 0 && found.every((one) => one !== undefined) ? found : undefined;
}
