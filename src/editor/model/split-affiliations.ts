import { plainMarks } from './plain-marks.ts';

/** Affiliations, one on a line, or one after the other with their numbers before them: `1 Clinic, Tehran 2 Institute, Bonn`. */
export function splitAffiliations(text: string): readonly string[] {
  const lines = plainMarks(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !correspondence.test(line));
  const parts = lines.length === 1 ? splitLine(lines[0] ?? '') : withoutNumbers(lines);
  return parts.map((part) => part.replace(/[;؛.,،]$/u, '').trim()).filter(Boolean);
}

/** A byline and the affiliations below it, which begin with their numbers or letters; without these, all is byline. */
export function splitPasted(text: string): { readonly byline: string; readonly affiliations: readonly string[] } {
  const lines = text.split('\n');
  const start = lines.findIndex((line, index) => index > 0 && isFirst(plainMarks(line).trim()));
  return start < 0
    ? { byline: text, affiliations: [] }
    : { byline: lines.slice(0, start).join('\n'), affiliations: splitAffiliations(lines.slice(start).join('\n')) };
}

/** `1 Sleep Clinic, Tehran`, `a Sleep Clinic, Tehran`: more words than a name has, and no mark of an author. */
function isFirst(line: string): boolean {
  const [number] = /^[([]?(?:1[.)\]]?\s*|a[.)\]]?\s+)(?=\p{L})/u.exec(line) ?? [];
  return number !== undefined && line.slice(number.length).split(/[\s,،]+/u).length > 2 && !/\p{L}\d/u.test(line);
}

/** A line about the corresponding author, which stands below the affiliations. */
const correspondence = /^[*✉†\s]*(?:corresponding author|correspondence|نویسنده)/iu;

function splitLine(line: string): readonly string[] {
  const starts: number[] = [];
  let from = 0;
  for (let number = 1; ; number += 1) {
    const found = new RegExp(`(?:^|[\\s;,.؛،])[([]?${number}[.)\\]]?\\s*(?=\\p{L})(?!(?:st|nd|rd|th)\\b)`, 'u').exec(
      line.slice(from),
    );
    if (!found) break;
    starts.push(from + found.index);
    from += found.index + found[0].length;
  }
  // One number alone may be a part of an address.
  if (starts.length < 2) return withoutNumbers(line.split(/[;؛]/u).map((part) => part.trim()));
  return withoutNumbers(starts.map((start, index) => line.slice(start, starts[index + 1]).replace(/^[\s;,.؛،]+/u, '')));
}

/** Takes away the numbers, letters or signs before affiliations; a number that is not in their order is a part of an address. */
function withoutNumbers(parts: readonly string[]): readonly string[] {
  const first = Number(/^[([]?(\d{1,3})/u.exec(parts[0] ?? '')?.[1] ?? 1);
  const start = parts.length > 1 ? first : 1;
  const areLettered = parts.length > 1 && parts.every((part, index) => letterOf(part) === 'abcdefgh'[index]);
  return parts.map((part, index) => {
    if (areLettered) return part.slice(1).replace(/^[.)]?\s+/u, '');
    const number = String(start + index);
    const written = /^[([]?(\d{1,3})[.)\]]?\s*(?!(?:st|nd|rd|th)\b)(?=\D)/u.exec(part);
    return written?.[1] === number ? part.slice(written[0].length) : part.replace(/^[*†‡§¶#\s]+/u, '');
  });
}

const letterOf = (part: string): string | undefined => /^([a-h])[.)]?\s/u.exec(part)?.[1];
