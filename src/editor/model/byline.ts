import { trimEndOf } from '../../domain/text/trim-end-of.ts';
import { westernDigits } from '../../domain/text/western-digits.ts';

/** An author in a pasted byline. */
export interface SplitAuthor {
  readonly name: string;
  /** Numbers of affiliations, from 1. */
  readonly affiliations: readonly number[];
  readonly corresponding?: true;
}

/**
 * The authors of a byline as a paper prints it, such as `Karimi S1, Müller J1,2*`. Where authors are separated by semicolons
 * or lines, a comma belongs to the name: `Karimi, Sara1; Müller, Jan2`.
 */
export function splitByline(text: string): readonly SplitAuthor[] {
  const plain = withPlainDigits(text).replace(/[ \t](?:and|und|et|&|و)[ \t]/giu, /[;؛\n]/.test(text) ? '; ' : ', ');
  const separator = /[;؛\n]/.test(plain) ? /[;؛\n]/ : /[,،]/;
  const authors: SplitAuthor[] = [];
  for (const written of plain.split(separator)) {
    const part = written.trim().replace(/^(?:and|und|et|&)\s+/iu, '');
    const { name, marks } = splitMarks(part);
    const last = authors.at(-1);
    // `Müller J1, 2`: numbers without a name belong to the author before them.
    if (name === '' && last) authors[authors.length - 1] = withMarks(last, marks);
    else if (name !== '') authors.push(withMarks({ name, affiliations: [] }, marks));
  }
  return authors;
}

/** Affiliations, one on a line, or one after the other with their numbers before them: `1 Clinic, Tehran 2 Institute, Bonn`. */
export function splitAffiliations(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const parts = lines.length === 1 ? splitNumbered(withPlainDigits(lines[0] ?? '')) : lines.map(withoutNumber);
  return parts.map((part) => part.replace(/[;؛.]$/u, '').trim()).filter(Boolean);
}

function splitNumbered(line: string): readonly string[] {
  const starts: number[] = [];
  let from = 0;
  for (let number = 1; ; number += 1) {
    const found = new RegExp(`(?:^|[\\s;,.؛،])${number}[.)]?\\s*(?=\\p{L})`, 'u').exec(line.slice(from));
    if (!found) break;
    starts.push(from + found.index);
    from += found.index + found[0].length;
  }
  // One number alone may be a part of an address.
  if (starts.length < 2) return line.split(/[;؛]/u).map(withoutNumber);
  return starts.map((start, index) => withoutNumber(line.slice(start, starts[index + 1]).replace(/^[\s;,.؛،]+/u, '')));
}

const withoutNumber = (line: string): string =>
  withPlainDigits(line)
    .replace(/^[\d*†‡§]{1,3}[.)]?\s*/u, '')
    .trim();

/** Raised digits, and digits of other scripts, as 0 to 9. */
const withPlainDigits = (text: string): string =>
  westernDigits(text.replace(/[˒ʼ‚]/gu, ',').replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))));

/** A name, and the numbers and signs after it. */
function splitMarks(part: string): { readonly name: string; readonly marks: string } {
  let end = part.length;
  while (end > 0 && /[\d*†‡§¶#✉^,،()[\]\s–-]/u.test(part[end - 1] ?? '')) end -= 1;
  const marks = part.slice(end);
  // A full stop or a bracket at the end of a name is a part of it.
  return /[\d*✉]/u.test(marks)
    ? { name: part.slice(0, end).trim(), marks }
    : { name: trimEndOf(part.trim(), /[,،\s]/u), marks: '' };
}

function withMarks(author: SplitAuthor, marks: string): SplitAuthor {
  const numbers = [...marks.matchAll(/(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?/gu)].flatMap(([, first = '', last = first]) =>
    Array.from(
      { length: Math.max(1, Math.min(Number(last) - Number(first) + 1, 100)) },
      (_, index) => Number(first) + index,
    ),
  );
  return {
    ...author,
    affiliations: [...new Set([...author.affiliations, ...numbers.filter((number) => number > 0)])],
    ...(/[*✉]/u.test(marks) ? { corresponding: true } : {}),
  };
}
