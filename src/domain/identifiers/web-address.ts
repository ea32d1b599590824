import { invalid, malformed, valid, type Parsed } from '../problems/problem.ts';
import { quote } from '../text/quote.ts';
import { trimEndOf } from '../text/trim-end-of.ts';

/** Parses an absolute http or https address, and returns it in the normalised form of browsers. */
export function parseWebAddress(text: string): Parsed<string> {
  const written = text.trim();
  const url = readUrl(written);
  if (!url) return invalidAddress(text, written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const message = `${quote(text)} starts with "${url.protocol}", but only http and https addresses can be linked here`;
    return invalid('unsafe-web-address', message, 'write an address that starts with https://');
  }
  if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
    return malformed(
      'unsafe-web-address',
      `${quote(text)} holds a user name or password, which would be published`,
      url.href,
    );
  }
  if (!/^(?:localhost|\[.+\]|.+\.[^.]+\.?)$/.test(url.hostname)) {
    return invalid(
      'malformed-web-address',
      `${quote(text)} names the host "${url.hostname}", which is not on the web`,
      'write the complete address, such as https://example.org/',
    );
  }
  return valid(url.href);
}

/**
 * Parses a contact: a mail address, with or without `mailto:`, or a web address. Both may hold `{url}`, `{title}`,
 * `{slug}` and `{field}`. The result is as written, without `mailto:`.
 */
export function parseContactAddress(text: string): Parsed<string> {
  const written = text.trim();
  const filled = written.replace(/\{(?:url|title|slug|field)\}/g, 'x');
  const mail = /^(?:mailto:)?([^\s@<>?"\\,;:/]+@[^\s@<>?"\\,;:/]+\.[^\s@<>?"\\,;:/.]+)(\?[^\s<>"\\]*)?$/i.exec(filled);
  if (mail) return valid(written.replace(/^mailto:/i, ''));
  if (/^https?:/i.test(written)) {
    const parsed = parseWebAddress(filled);
    return parsed.ok ? valid(written) : parsed;
  }
  const message = `${quote(text)} is neither a mail address nor a web address, so readers cannot use it`;
  return invalid(
    'malformed-contact-address',
    message,
    'write something like library@example.org or https://example.org/corrections?page={url}',
  );
}

/** Reject tabs and line breaks before `URL` parses the text, because `URL` removes them silently. */
function readUrl(text: string): URL | undefined {
  if (text.length > maxLength || /[\s\p{C}\\<>"]/u.test(text)) return undefined;
  return URL.parse(text) ?? undefined;
}

/** Browsers and servers accept little more. */
const maxLength = 8000;

function invalidAddress(text: string, written: string): Parsed<never> {
  const joined = trimEndOf(written.replace(/^[<("“«]+/u, ''), /[>)"”»,;.]/u)
    .replace(/\s+/g, '%20')
    .replace(/^(?:https?:?\/{0,2}|\/\/)(?=\w)/i, '');
  const guess =
    joined.length <= maxLength && /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(joined)
      ? readUrl(`https://${joined}`)
      : undefined;
  const message = `${quote(text)} is not a complete web address, so it cannot be linked`;
  return malformed(
    'malformed-web-address',
    message,
    guess ? guess.href : undefined,
    'write the complete address, such as https://example.org/',
  );
}
