import type { Fault } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { trimEndOf } from '../text/trim-end-of.ts';
import { isSuffix } from './name-parts.ts';

/* What comes with a name that is copied from a paper or a word processor, and is no part of it. */

export function findMailAddress(text: string): Fault | undefined {
  if (!text.includes('@')) return undefined;
  const rest = text
    .split(/[\s<>()]+/)
    .filter((word) => !word.includes('@'))
    .join(' ');
  return {
    name: 'email-in-name',
    message: `${quote(text)} holds an e-mail address, which would be published as part of the name`,
    ...repair(trimEndOf(rest, /[\s,;]/)),
  };
}

/** An ORCID iD, or another address on the web, which papers print beside a name. */
export function findWebAddress(text: string): Fault | undefined {
  const orcid = /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/.exec(text)?.[0];
  if (orcid === undefined && !/https?:\/\/|\bwww\./i.test(text)) return undefined;
  const words = text
    .split(/[\s<>()[\]]+/)
    .filter((word) => !/https?:\/\/|^www\.|\d{4}-\d{4}-|^orcid(?: id)?:?$/i.test(word));
  const name = trimEndOf(words.join(' '), /[\s,;]/);
  return orcid === undefined
    ? {
        name: 'address-in-name',
        message: `${quote(text)} holds a web address, which would be published as part of the name`,
        ...repair(name),
      }
    : {
        name: 'address-in-name',
        message: `${quote(text)} holds an ORCID iD, which would be published as part of the name`,
        hint: `write { name: "${name}", orcid: ${orcid} }`,
      };
}

/** YAML takes “ and ” for letters, so that a comma in a name that they enclose ends it. */
export function findTypographicQuotes(text: string): Fault | undefined {
  const name = trimEndOf(text.replace(/^[“”„‟«»]+/u, ''), /[“”„‟«»]/u);
  // A nickname is enclosed, and something is beside it.
  if (name === text || /[“”„‟«»]/.test(name)) return undefined;
  return {
    name: 'quotes-in-name',
    message: `${quote(text)} begins or ends with a typographic quotation mark, which is read as a part of the name`,
    hint:
      /^[“”„‟«»]/.test(text) && /[“”„‟«»]$/.test(text)
        ? `write straight quotation marks around the whole name: "${name}"`
        : 'write straight quotation marks, "…", around the whole name',
  };
}

/** A number that counts the authors of a list. `8.` after a name is an initial. */
export function findNumbering(text: string): Fault | undefined {
  const name = text.replace(/^\(?\p{N}{1,3}[.)]\)? ?(?=\p{L})/u, '');
  if (name === text) return undefined;
  return {
    name: 'marks-in-name',
    message: `${quote(text)} begins with a number, which would be published as part of the name`,
    ...repair(name),
  };
}

/** Finds numbers and marks that papers print after a name to refer to an affiliation or a footnote. */
export function findFootnoteMarks(text: string): Fault | undefined {
  if (!/[*†‡§¶#]|\p{N}/u.test(text)) return undefined;
  const words = text.split(' ').map((word) =>
    // `Lee, Jennifer 8.`: a numeral with a full stop is an initial.
    isSuffix(word.replace(/,$/, '')) || /^\p{N}\.$/u.test(word)
      ? word
      : word.replace(/[*†‡§¶#\p{N}]+(?:,[*†‡§¶#\p{N}]+)*/gu, ''),
  );
  const name = trimEndOf(words.join(' '), /[\s,]/);
  if (words.join(' ') === text) return undefined;
  return {
    name: 'marks-in-name',
    message: `${quote(text)} holds numbers or footnote marks, which are not part of a name`,
    hint: `write "${name}", and give numbers under "affiliations"`,
    repaired: name,
  };
}

export const repair = (name: string): Pick<Fault, 'hint' | 'repaired'> =>
  name === '' ? { hint: 'write the name instead' } : { hint: `write "${name}"`, repaired: name };
