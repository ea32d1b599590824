import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { deviceName } from '../pages/portable-path.ts';
import { quote } from '../text/quote.ts';
import { transliterate } from '../text/transliteration.ts';

/**
 * Parses a slug: a–z, 0–9 and single hyphens. It must be a valid file name on every system, and is a permanent part of
 * an address.
 */
export function parseSlug(text: string): Parsed<string> {
  if (!syntax.test(text)) {
    const message = `${quote(text)} cannot be part of an address: only a–z, 0–9 and single hyphens between them can`;
    return malformed('malformed-slug', message, slugify(text));
  }
  if (text.length > maxLength) {
    const message = `${quote(text)} has ${text.length} characters, and file names and addresses need at most ${maxLength}`;
    return invalid('long-slug', message, `write something shorter, such as ${slugify(text)}`);
  }
  if (deviceName.test(text)) {
    return invalid(
      'reserved-slug',
      `${quote(text)} is the name of a device on Windows, where no file can have this name`,
      `write something else, such as ${slugify(text)}`,
    );
  }
  if (text === indexName) {
    return invalid(
      'reserved-slug',
      `${quote(text)} is the name that servers use for the page of a folder, so its address would show another page`,
      `write something else, such as ${slugify(text)}`,
    );
  }
  return valid(text);
}

/** Builds a slug from any text: transliterated letters and digits, else code points; never empty. */
export function slugify(text: string): string {
  const letters = transliterate(withoutAccents(text.toLowerCase()).replace(/['’‘ʼ`´]/g, ''));
  const slug =
    hyphenate(letters) ||
    hyphenate(Array.from(text.trim(), (letter) => `u${(letter.codePointAt(0) ?? 0).toString(16)}`).join(' '));
  const short = shorten(slug);
  return deviceName.test(short) || short === indexName ? `${short}-1` : short || 'untitled';
}

const syntax = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const maxLength = 120;

/** Servers return the page of `/x/` for `/x/index`. */
const indexName = 'index';

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u200c\u200d\u00ad]/gu, '')
    .toLowerCase();

const hyphenate = (text: string): string => text.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** Cut at the last hyphen before the limit, if there is one. */
function shorten(slug: string): string {
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1).replace(/-[^-]*$/, '');
  return cut.length > maxLength ? slug.slice(0, maxLength) : cut;
}
