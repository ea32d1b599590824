import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { transliterate } from '../text/transliteration.ts';

/** Reads a slug: a–z, 0–9 and single hyphens, fit to be a file's name on every system and a part of an address for ever. */
export function parseSlug(text: string): Parsed<string> {
  if (!syntax.test(text)) {
    const message = `${quote(text)} cannot be part of an address: only a–z, 0–9 and single hyphens between them can`;
    return malformed('malformed-slug', message, slugify(text));
  }
  if (text.length > maxLength) {
    const message = `${quote(text)} has ${text.length} characters, and file names and addresses need at most ${maxLength}`;
    return invalid('long-slug', message, `write something shorter, such as ${slugify(text)}`);
  }
  if (deviceNames.test(text)) {
    return invalid(
      'reserved-slug',
      `${quote(text)} is the name of a device on Windows, where no file can be called so`,
      `write something else, such as ${slugify(text)}`,
    );
  }
  if (text === indexName) {
    return invalid(
      'reserved-slug',
      `${quote(text)} is what servers call the page of a folder, so that its address would lead to another page`,
      `write something else, such as ${slugify(text)}`,
    );
  }
  return valid(text);
}

/** A slug made from any text, never empty: transliterated as far as small tables go, else the letters' code points. */
export function slugify(text: string): string {
  const letters = transliterate(withoutAccents(text.toLowerCase()).replace(/['’‘ʼ`´]/g, ''));
  const slug =
    hyphenate(letters) ||
    hyphenate(Array.from(text.trim(), (letter) => `u${(letter.codePointAt(0) ?? 0).toString(16)}`).join(' '));
  const short = shorten(slug);
  return deviceNames.test(short) || short === indexName ? `${short}-1` : short || 'untitled';
}

const syntax = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const maxLength = 120;

/** Device names of Windows, which no file may have, whatever its ending (learn.microsoft.com, "Naming Files"). */
const deviceNames = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;

/** Servers answer `/x/index` with the page of `/x/`. */
const indexName = 'index';

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u200c\u200d\u00ad]/gu, '')
    .toLowerCase();

const hyphenate = (text: string): string => text.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** Cut at a word where there is one in reach. */
function shorten(slug: string): string {
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1).replace(/-[^-]*$/, '');
  return cut.length > maxLength ? slug.slice(0, maxLength) : cut;
}
