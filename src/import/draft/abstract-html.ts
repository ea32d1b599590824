import { toPlainText } from '../../formats/record/xml-markup.ts';

/**
 * The text of an abstract without the markup of the page that a program has copied: a paragraph is a line, and `10<sup>3</sup>`
 * is 10³. Signs that begin no known element, as in `p<0.05`, stay.
 */
export function withoutHtml(text: string): string {
  if (!text.includes('<')) return text;
  const plain = blocks.test(text)
    ? text
        .replace(lineEnds, '\n')
        .replace(containers, '')
        .replace(/\u00a0/g, ' ')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n')
    : text;
  return plain.replace(inline, (_, name: string, inside: string) =>
    toPlainText({ name: name.toLowerCase(), attributes: {}, children: [inside], line: 0 }),
  );
}

const blocks = /<\/(?:p|div|li|h[1-6]|jats:p|jats:title)>|<br ?\/?>/i;
const lineEnds = /<\/(?:p|div|li|h[1-6]|jats:p|jats:title)>|<br(?: [^<>]{0,200})? ?\/?>/gi;
const containers =
  /<\/?(?:p|div|span|ul|ol|li|h[1-6]|u|font|a|jats:(?:p|title|sec|italic|bold))(?: [^<>]{0,300})? ?\/?>|<(?:strong|b|em|i) [^<>]{1,200}>|<(strong|b|em|i)>\s*<\/\1>/gi;
const inline = /<(i|b|em|strong|sub|sup)>([^<>]{1,2000})<\/\1>/gi;
