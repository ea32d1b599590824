import { formatPages } from '../../domain/publication/page-range.ts';
import type { Publication } from '../../domain/publication/publication.ts';
import { toLatex, type LatexEncoder } from '../latex/write-latex.ts';
import { nonEmpty } from '../record/cited-publication.ts';

/** A field of an entry, with its value as it is written. */
export type EntryField = readonly [name: string, value: string | undefined];

/** An entry of BibTeX or biblatex. */
export const formatEntry = (type: string, publication: Publication, fields: readonly EntryField[]): string =>
  `@${type}{${citationKey(publication)},\n${formatFields(fields)}\n}\n`;

/** Formats the fields that have a value, aligned. Of two fields with the same name the first is used. */
function formatFields(fields: readonly EntryField[]): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const [name, value] of fields) {
    if (!value || seen.has(name)) continue;
    seen.add(name);
    lines.push(
      `  ${name.padEnd(15)} = ${name === 'month' ? value : `{${literalLists.has(name) ? oneItem(value) : value}}`}`,
    );
  }
  return lines.join(',\n');
}

/** Fields that biblatex reads as a list of names separated by `and`. The braces keep `Taylor and Francis` one publisher. */
const literalLists: ReadonlySet<string> = new Set([
  'publisher',
  'institution',
  'organization',
  'school',
  'location',
  'address',
]);
const oneItem = (value: string): string => (/\sand\s/i.test(value) ? `{${value}}` : value);

/** The title of a book or of proceedings, in braces: pandoc converts it to sentence case like a title. */
export const bookTitle = (latex: string | undefined): string | undefined => latex && `{${latex}}`;

/** A range has two hyphens, which LaTeX prints as a dash; undefined without pages. */
export const pageRange = ({ pages: range }: Publication, encode: LatexEncoder = toLatex): string | undefined =>
  range?.first ? encode(formatPages(range)).replaceAll('-', '--') : undefined;

/**
 * A keyword that holds a comma or semicolon is in braces, because these separate keywords. One in braces that is alone
 * has two pairs, because some programs put a whole list into braces.
 */
export function keywordList({ keywords }: Publication, encode: LatexEncoder): string {
  const all = keywords.map((word) => (/[,;،؛]/.test(word) ? `{${encode(word)}}` : encode(word)));
  return all.length === 1 && all[0]!.startsWith('{') ? `{${all[0]!}}` : all.join(', ');
}

/**
 * Identifiers and addresses are never escaped. Only characters that could end the field, or that LaTeX removes even in
 * a verbatim field, are percent-encoded. The address means the same.
 */
export function verbatim(value: string | undefined): string | undefined {
  const line = nonEmpty(value)?.toWellFormed().trim();
  return line && /[{}\\%\s\0-\x1f\x7f-\x9f]/.test(line) ? encodeVerbatim(line) : line;
}

function encodeVerbatim(line: string): string {
  // In an address, which is already percent-encoded, `%` begins a code. In a DOI it is a normal character.
  const codes = /^[a-z][a-z0-9+.-]*:/i.test(line)
    ? /[{}\\\s\0-\x1f\x7f-\x9f]|%(?![0-9a-f]{2})/gi
    : /[{}\\%\s\0-\x1f\x7f-\x9f]/g;
  return line.replace(codes, encodeURIComponent);
}

/** The citation key in ASCII: accents are removed, and characters of other scripts become code points. */
function citationKey({ citekey, slug }: Publication): string {
  if (/^[A-Za-z0-9:_./+-]+$/.test(citekey)) return citekey;
  const ascii = citekey
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, '-')
    .replace(/[^A-Za-z0-9:_./+-]/gu, (character) =>
      character > '\x7f' ? `u${character.codePointAt(0)?.toString(16)}` : '',
    );
  return ascii || slug;
}

/** Between the notes of an annotation: a line break, which pandoc, Zotero and Better BibTeX read between two words. */
export const annoteSeparator = String.raw` \\ `;
