import { oneLine } from '../record/one-line.ts';

/** Several values as one text, one per line; undefined if there are none. */
export const joinValues = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.map(oneLine).join('\n');

/** Folds a text of {@link joinValues}: one value per line, single spaces. */
export const foldLines = (text: string): string =>
  text.includes('\n') ? text.split('\n').map(oneLine).filter(Boolean).join('\n') : oneLine(text);

/** Also removes the markup of content. */
export const foldMarkup = (text: string): string => foldLines(text.replace(/<\/?(?:i|b|sub|sup)>/g, ''));

/**
 * Folds characters that LaTeX does not distinguish: every superscript 3 is `\textsuperscript{3}`, an accent removes the
 * dot of an i, and a hyphen in an exponent is a minus.
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

/** Removes `RETRACTED: ` and `WITHDRAWN: `, which readers return as the status. */
export const withoutStatus = (title: string): string => title.replace(/^(?:RETRACTED|WITHDRAWN): /, '');

/** Decodes the characters that the BibTeX writer percent-encodes because they could end a field. */
export const unescapeAddress = (text: string): string =>
  oneLine(text).replace(/%(?:7B|7D|25|5C)/gi, decodeURIComponent);

/** Expands a shortened last page: `415-25` is `415-425`. More pages after it stay. */
export const fullRange = (range: string): string =>
  range.replace(/^([A-Za-z]*)(\d+)-(\d+)(?=[;,]|$)/, (whole, letters: string, first: string, last: string) =>
    last.length < first.length
      ? `${letters}${first}-${letters}${first.slice(0, first.length - last.length)}${last}`
      : whole,
  );
