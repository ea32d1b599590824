import type { CitedPublication } from '../../../src/formats/record/cited-publication.ts';
import { fullRange } from '../../../src/formats/proof/folds.ts';
import { explain } from './explanations.ts';
import { hasKeys, type CitationFile, type ProgramReading } from './program.ts';
import { foldLanguage, provedDetails } from './proved-details.ts';
import { fieldsOfRecord, provedFields, type ProvedField, type ReadRecord } from './proved-fields.ts';

/** The result of one program with one file. */
export interface Comparison {
  readonly program: string;
  readonly file: CitationFile;
  readonly records: number;
  readonly compared: number;
  /** Differences that are not ours, by their reason. */
  readonly explained: ReadonlyMap<string, readonly Difference[]>;
  readonly unexplained: readonly Difference[];
}

export interface Difference {
  readonly slug: string;
  readonly field: ProvedField | 'record' | 'complaint';
  readonly expected: string;
  readonly found: string;
}

/** Compares what a program read of a file with the records, in the order of the file. */
export function compareReading(
  program: string,
  file: CitationFile,
  { records, complaints }: ProgramReading,
  cited: readonly CitedPublication[],
): Comparison {
  const explained = new Map<string, Difference[]>();
  const unexplained: Difference[] = complaints.flatMap((found) =>
    add(
      { slug: '', field: 'complaint', expected: '', found },
      cited.find(({ publication }) => new RegExp(`[' ]${publication.citekey}(?:[' ]|$)`).test(found)),
    ),
  );
  const byKey = new Map(records.flatMap((record) => (record.key === undefined ? [] : [[record.key, record] as const])));
  const keyed = hasKeys(file) && records.some(({ key }) => key !== undefined);
  let compared = 0;
  // Where records have keys, each that is missing is named.
  if (records.length !== cited.length && !keyed)
    unexplained.push({ slug: '', field: 'record', expected: `${cited.length} records`, found: `${records.length}` });
  for (const [index, one] of cited.entries()) {
    const { slug, citekey } = one.publication;
    const read = keyed ? byKey.get(citekey) : records[index];
    if (read === undefined) {
      unexplained.push(...add({ slug, field: 'record', expected: citekey, found: '' }, one));
      continue;
    }
    const record = fieldsOfRecord(one, file === 'bib' || file === 'biblatex.bib');
    for (const field of provedFields) {
      const expected = record[field];
      const found = read.printed === undefined ? valueOf(field, read) : findPrinted(field, expected, read.printed);
      if (found === undefined) continue;
      // A program may derive a field that the record does not have, such as the kind of a thesis.
      // An abstract that is none is worse than none.
      if (expected === '' && !(file === 'html' && field === 'abstract')) continue;
      compared += 1;
      if (fold(field, expected) !== fold(field, found) && !isShown(field, expected, found, read.notes))
        unexplained.push(...add({ slug, field, expected, found }, one));
    }
  }
  return { program, file, records: records.length, compared, explained, unexplained };

  function add(difference: Difference, publication: CitedPublication | undefined): readonly Difference[] {
    const why = explain({ ...difference, program, file }, publication);
    if (why === undefined) return [difference];
    explained.set(why, [...(explained.get(why) ?? []), difference]);
    return [];
  }
}

/** A program that shows notes is asked for each detail. */
const valueOf = (field: ProvedField, read: ReadRecord): string | undefined =>
  read[field] ?? (read.notes !== undefined && isDetail(field) ? '' : undefined);

const isDetail = (field: ProvedField): boolean => provedDetails.some((name) => name === field);

/** True if each value of a detail is one of those that were read, or is in a note, after its label. */
function isShown(field: ProvedField, expected: string, found: string, notes = ''): boolean {
  if (!isDetail(field)) return false;
  const read = found.split('\n').map((line) => fold(field, line));
  const note = fold('title', notes);
  return expected.split('\n').every((line) => {
    const value = fold('title', line);
    const at = note.indexOf(`: ${value}`);
    return read.includes(fold(field, line)) || (at >= 0 && !/^[\p{L}\p{N}]/u.test(note.slice(at + 2 + value.length)));
  });
}

/**
 * The value of a field in a printed text: the value itself if the text has it, else the text. Styles change the case of
 * titles, but not of words with a capital inside; of names they keep the family, and of dates the year.
 */
function findPrinted(field: ProvedField, value: string, printed: string): string | undefined {
  const text = fold('title', printed);
  const has = (part: string): boolean => text.toLowerCase().includes(fold('title', part).toLowerCase());
  if (field === 'title') return has(value) && acronyms(value).every((word) => text.includes(word)) ? value : printed;
  if (field === 'date') return has(value.slice(0, 4)) ? value : printed;
  if (field !== 'authors') return undefined;
  return value.split('\n').every((name) => has(name.split(', ')[0]!)) ? value : printed;
}

/** `mRNA`, `SONET`. */
const acronyms = (title: string): readonly string[] =>
  fold('title', title).match(/\p{L}*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}]*|\p{Lu}{2,}/gu) ?? [];

/** Folds what formats do not distinguish: markup, spaces, dashes, the forms of Unicode, and the writing of dates. */
export function fold(field: string, text: string): string {
  const plain = text
    .replace(/<\/?(?:i|b|sub|sup|span|sc)(?: [^<>]*)?>/g, '')
    .normalize('NFKC')
    .replace(/[−‐‑–—]+|--+/g, '-')
    .replace(/[∆]/g, 'Δ')
    .replace(/[’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  if (field === 'date' || field === 'online' || field === 'accessed') return foldDate(plain);
  if (field === 'language') return foldLanguage(plain);
  if (field === 'pages')
    return fullRange(plain.replace(/ /g, '').replace(/^(.+)-\1$/, '$1'))
      .replace(/^([A-Za-z]+)(\d+-)\1(?=\d)/, '$1$2')
      .replace(/^(.+)-\1$/, '$1');
  if (field === 'thesisKind') return plain.toLowerCase().replace(/[’']/g, "'");
  if (field === 'isbn') return plain.replace(/[- ]/g, '');
  if (field === 'doi') return plain.toLowerCase().replace(/^https:\/\/doi\.org\//, '');
  if (field === 'abstract') return plain.replace(/\s+/g, ' ');
  if (field === 'keywords')
    return plain
      .split(/\s*[\n,;]\s*/)
      .filter(Boolean)
      .sort()
      .join('\n');
  if (namesOf.has(field))
    return plain
      .replace(/\s*\n\s*/g, '\n')
      .replace(/\./g, '')
      .replace(/, ?(?=\n|$)/g, '');
  return plain.replace(/\s+/g, ' ');
}

const namesOf: ReadonlySet<string> = new Set(['authors', 'editors', 'translators', 'seriesEditors', 'advisors']);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2024 Dec 3`, `December 3, 2024`, `2024/12/03/` and `03 Dec 2024` as `2024-12-3`. */
function foldDate(text: string): string {
  const year = /\d{4}/.exec(text)?.[0] ?? '';
  const rest = text.replace(year, ' ');
  const name = months.findIndex((month) => rest.toLowerCase().includes(month));
  const numbers = [...rest.matchAll(/\d+/g)].map(([number]) => Number(number)).filter((number) => number > 0);
  const parts = name < 0 ? numbers : [name + 1, ...numbers];
  return [year, ...parts].join('-');
}
