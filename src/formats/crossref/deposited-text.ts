import { decodeEntities } from '../record/html-entities.ts';
import { readXml } from '../record/read-xml.ts';
import { toContentMarkup } from '../record/xml-markup.ts';

/** Converts a title as publishers deposit it: with some HTML, and entities that may be escaped twice. */
export function depositedTitle(title: string): string {
  const xml = escapeAmpersands(title.replace(/&amp;(?=(?:amp|lt|gt|#\d+);)/g, '&')).replace(
    /&lt;(i|b|sub|sup|em|strong)&gt;(.*?)&lt;\/\1&gt;/gi,
    '<$1>$2</$1>',
  );
  const root =
    readXml(`<t>${xml}</t>`, ['t']).elements[0] ??
    readXml(`<t>${xml.replace(/<(?!\/?(?:i|b|sub|sup|em|strong)>)/gi, '&lt;')}</t>`, ['t']).elements[0];
  return root ? toContentMarkup(root) : toContentMarkup({ name: 't', attributes: {}, children: [title], line: 1 });
}

/** Text of HTML as text of XML: entities that only HTML has become their characters, and any other `&` is escaped. */
export const escapeAmpersands = (html: string): string =>
  html.replace(/&(?:(#\d+|#x[\da-f]+|\w{1,10});)?/gi, (whole: string, name: string | undefined) =>
    name !== undefined && /^(?:amp|lt|gt|quot|apos|#.*)$/i.test(name)
      ? whole.toLowerCase()
      : name !== undefined && decodeEntities(whole) !== whole
        ? decodeEntities(whole)
        : `&amp;${whole.slice(1)}`,
  );

/** The text on one line, without the entities of XML. */
export const unescapeXml = (value: string): string =>
  value
    .replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim();
