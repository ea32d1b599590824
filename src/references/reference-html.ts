import { escapeHtml } from '../domain/text/rich-text.ts';

/**
 * Cleans the HTML of a reference from a citation processor: removes the surrounding elements and the number, and keeps
 * only safe markup: superscript, subscript, italic, bold, small capitals, and links to web addresses. Anything else
 * becomes text.
 */
export function cleanReference(html: string): string {
  const inner = html.replace(/<div class="csl-left-margin">[\s\S]*?<\/div>/, '');
  const open: string[] = [];
  let clean = '';
  for (const [token] of inner.matchAll(/<\/?[a-z][^<>]*>|[^<]+|</gi)) {
    const tag = /^<(\/?)([a-z]+)/i.exec(token);
    if (!tag) clean += token === '<' ? '&lt;' : escapeText(token);
    else if (tag[1] === '/') clean += closeTag(tag[2]!, open);
    else clean += openTag(token, tag[2]!, open);
  }
  return (
    clean +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** The processor has already escaped its text, except `>` and quotation marks. */
const escapeText = (text: string): string => text.replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function openTag(token: string, name: string, open: string[]): string {
  if (name === 'div') return '';
  const simple = /^<(i|b|sup|sub)>$/.exec(token)?.[1];
  const capitals = /^<span style="font-variant:\s*small-caps;?">$/.test(token);
  const plain = /^<span[^<>]*>$/.test(token);
  const href = /^<a href="(https?:\/\/[^"<>\s]+)">$/.exec(token)?.[1];
  const made = simple
    ? `<${simple}>`
    : capitals
      ? '<span class="small-caps">'
      : plain
        ? '<span>'
        : href
          ? `<a href="${escapeHtml(encodeUnsafe(unescapeHtml(href)))}">`
          : undefined;
  if (made === undefined) return escapeHtml(token);
  open.push(name);
  return made;
}

function closeTag(name: string, open: string[]): string {
  if (name === 'div') return '';
  if (open.at(-1) !== name) return escapeHtml(`</${name}>`);
  open.pop();
  return `</${name}>`;
}

/**
 * Encodes characters that are not allowed in an address, such as in old DOIs, because the processor does not encode
 * them.
 */
const encodeUnsafe = (url: string): string => url.replace(/[<>"{}|\\^`]/g, encodeURIComponent);

const unescapeHtml = (text: string): string =>
  text.replace(/&#(\d+);|&amp;/g, (_, code: string | undefined) => (code ? String.fromCodePoint(Number(code)) : '&'));
