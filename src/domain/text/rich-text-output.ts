import type { RichNode, RichText } from './rich-text-nodes.ts';
import { toSubscript, toSuperscript } from './script-characters.ts';
import { texToPlain } from './tex-to-plain.ts';

/** HTML for a page; formulas are MathML. */
export function richTextToHtml(text: RichText): string {
  return text
    .map((node) => {
      if (typeof node === 'string') return escapeHtml(node);
      return 'tex' in node ? node.mathml : `<${node.tag}>${richTextToHtml(node.children)}</${node.tag}>`;
    })
    .join('');
}

/**
 * Text without markup. Superscripts and subscripts become Unicode characters if Unicode has all of them (H₂O, 10⁻³),
 * else plain text. A formula becomes Unicode text if possible, else its TeX.
 */
export function richTextToPlain(text: RichText): string {
  return text.map(nodeToPlain).join('');
}

function nodeToPlain(node: RichNode): string {
  if (typeof node === 'string') return node;
  if ('tex' in node) return texToPlain(node.tex);
  const plain = richTextToPlain(node.children);
  if (node.tag === 'sub') return toSubscript(plain) ?? plain;
  return node.tag === 'sup' ? (toSuperscript(plain) ?? plain) : plain;
}

/** The source that an author would write for this text. `parseRichText` reads it back. */
export function richTextToSource(text: RichText): string {
  return text
    .map((node, index) => {
      if (typeof node === 'string') return escapeSource(node, isMath(text[index - 1]), isMath(text[index + 1]));
      if ('tex' in node) return `$${node.tex.replace(/&(?=(?:lt|gt|amp);)/g, '&amp;')}$`;
      return `<${node.tag}>${richTextToSource(node.children)}</${node.tag}>`;
    })
    .join('');
}

/**
 * Escapes only characters that would start markup, or that would stop the formula beside them from being read as one.
 */
function escapeSource(text: string, afterMath: boolean, beforeMath: boolean): string {
  const escaped = text
    .replace(/&(?=[#A-Za-z])/g, '&amp;')
    .replace(/<(?=[/A-Za-z])/g, '&lt;')
    .replace(/\$/g, '\\$');
  const opened = afterMath ? escaped.replace(/^\d/, (digit) => `&#${digit.charCodeAt(0)};`) : escaped;
  return beforeMath ? opened.replace(/\\$/, '&#92;') : opened;
}

const isMath = (node: RichNode | undefined): boolean => typeof node === 'object' && 'tex' in node;

/** Rich text from plain text: no character is read as markup. */
export function plainToRich(text: string): RichText {
  const line = text
    .normalize('NFC')
    .replace(/[ \t\n\v\f\r\u2028\u2029]+/g, ' ')
    .trim();
  return line === '' ? [] : [line];
}

/** Escapes text for element content and for attribute values in single or double quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => htmlEscapes[character] ?? character);
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
