import type { RichNode, RichText } from '../domain/text/rich-text.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';

/** Text in Pango markup, and its characters, which the fonts must be able to draw. */
export interface CardText {
  readonly markup: string;
  readonly characters: string;
}

/** A title in Pango markup, with superscripts and subscripts as tags, also Unicode ones. `limit`: in UTF-16 code units. */
export function cardTitle(prefix: string, title: RichText, limit = 230): CardText {
  const plain = prefix + richTextToPlain(title);
  if (plain.length > limit) {
    const space = plain.lastIndexOf(' ', limit);
    return cardLine(`${plain.slice(0, space > limit / 2 ? space : limit)} …`);
  }
  const parts = [prefix, ...title].map(nodeText);
  return {
    markup: parts.map(({ markup }) => markup).join(''),
    characters: parts.map(({ characters }) => characters).join(''),
  };
}

/** One line of plain text. */
export function cardLine(text: string): CardText {
  const parts = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f]+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .split(/([⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]+|[₀-₉₊₋₌₍₎]+)/u)
    .map((part, index) => {
      if (index % 2 === 0) return { markup: escapeMarkup(part), characters: part };
      const characters = part.normalize('NFKC');
      const tag = /[₀-₉₊₋₌₍₎]/u.test(part) ? 'sub' : 'sup';
      return { markup: `<${tag}>${escapeMarkup(characters)}</${tag}>`, characters };
    });
  return {
    markup: parts.map(({ markup }) => markup).join(''),
    characters: parts.map(({ characters }) => characters).join(''),
  };
}

function nodeText(node: RichNode): CardText {
  if (typeof node === 'string') return cardLine(node);
  if ('tex' in node) return cardLine(richTextToPlain([node]));
  const inner = node.children.map(nodeText);
  // The fonts have no italics, and slanted upright letters look wrong.
  const tag = node.tag === 'i' ? 'span' : node.tag;
  return {
    markup: `<${tag}>${inner.map(({ markup }) => markup).join('')}</${tag}>`,
    characters: inner.map(({ characters }) => characters).join(''),
  };
}

/** True when the fonts have all characters. Joiners and direction marks need no shape. */
export const canBeDrawn = (text: string, covered: ReadonlySet<number>): boolean =>
  [...text].every(
    (sign) => /[\p{Default_Ignorable_Code_Point}\s]/u.test(sign) || covered.has(sign.codePointAt(0) ?? 0),
  );

const escapeMarkup = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
