import { oneLine } from '../record/one-line.ts';

/** Several values as one text, in which no value can pass for two. */
export const joinValues = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.map(oneLine).join('\n');

/** Each value in one line, for texts of {@link joinValues}. */
export const foldLines = (text: string): string =>
  text.includes('\n') ? text.split('\n').map(oneLine).filter(Boolean).join('\n') : oneLine(text);

/** Without the markup of content. */
export const foldMarkup = (text: string): string => foldLines(text.replace(/<\/?(?:i|b|sub|sup)>/g, ''));

/**
 * LaTeX has one sign for several of Unicode: a raised 3 is `\textsuperscript{3}` however it was written, an accent
 * takes the dot of an i, and a hyphen in an exponent is a minus.
 */
export const foldLatex = (text: string): string =>
  foldMarkup(text)
    .normalize('NFKD')
    .replace(/ı(?=\p{M})/gu, 'i')
    .replace(/ȷ(?=\p{M})/gu, 'j')
    .replace(/[−‐‑]/g, '-')
    .replace(/‒/g, '–')
    .replace(/―/g, '—')
    .replace(/∆/g, 'Δ')
    .normalize('NFKC');

/** `RETRACTED: ` is told from the title by every reader, and compared as the status. */
export const withoutStatus = (title: string): string => title.replace(/^(?:RETRACTED|WITHDRAWN): /, '');

/** What could end a field of BibTeX stands there percent-encoded. */
export const unescapeAddress = (text: string): string =>
  oneLine(text).replace(/%(?:7B|7D|25|5C)/gi, decodeURIComponent);

/** `415-25` is `415-425`: readers write out what PubMed leaves away. */
export const fullRange = (range: string): string =>
  range.replace(/^([A-Za-z]*)(\d+)-(\d+)$/, (whole, letters: string, first: string, last: string) =>
    last.length < first.length
      ? `${letters}${first}-${letters}${first.slice(0, first.length - last.length)}${last}`
      : whole,
  );
