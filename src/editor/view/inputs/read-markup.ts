/** A line has tags, a text of several lines has Markdown. */
export type TextForm = 'line' | 'markdown';

/** An element that is open, and the text in it so far. */
interface OpenElement {
  readonly tag: string;
  readonly style: string;
  text: string;
}

/**
 * HTML of the clipboard, such as Word puts there, as the text of a field. It is read by its tags alone: the parser of the browser
 * is refused by the policy of the published desk (Trusted Types).
 */
export function readMarkup(html: string, form: TextForm): string {
  const root: OpenElement = { tag: '', style: '', text: '' };
  const open: OpenElement[] = [root];
  const text = (more: string): void => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  const close = (): void => {
    const element = open.pop();
    const parent = open.at(-1);
    if (element && parent) parent.text += textOf(element, form);
  };
  const [first = '', ...rest] = withoutComments(html).split('<');
  root.text = decode(first);
  for (const piece of rest) {
    const end = piece.indexOf('>');
    const [, isEnd, tag = '', attributes = ''] =
      /^(\/?)([a-z][a-z\d:]*)(?![a-z\d:])([^>]*)/.exec(lowerTag(piece, end)) ?? [];
    if (tag === 'br') text('\n');
    else if (tag !== '' && !withoutContent.test(tag)) {
      if (isEnd === '') open.push({ tag, style: attributes, text: '' });
      else if (open.some((one) => one.tag === tag)) {
        while (open.at(-1)?.tag !== tag) close();
        close();
      }
    }
    text(decode(piece.slice(end + 1)));
  }
  while (open.length > 1) close();
  const whole = root.text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter(Boolean)
    .join(form === 'line' ? ' ' : '\n\n');
  // A heading that is bold as a whole is no text with bold words.
  const [before, after] = bold[form];
  const inner = whole.slice(before.length, whole.length - after.length);
  return whole === before + inner + after && !inner.includes(before) ? inner : whole;
}

const withoutComments = (html: string): string =>
  html
    .split('<!--')
    .map((part, index) => (index > 0 && part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : part))
    .join('');

/** What is between the signs of a tag. */
const lowerTag = (piece: string, end: number): string => (end < 0 ? '' : piece.slice(0, end).toLowerCase());

const withoutContent = /^(?:img|meta|link|hr|input|col|wbr)$/;
const unseen = /^(?:style|script|title|xml)$/;
const blocks = /^(?:p|div|li|[ou]l|h[1-6]|table|tr|blockquote|body)$/;
const bold = { line: ['<b>', '</b>'], markdown: ['**', '**'] } as const;
const italic = { line: ['<i>', '</i>'], markdown: ['*', '*'] } as const;

function textOf({ tag, style, text }: OpenElement, form: TextForm): string {
  // The sign of an item of a list in Word.
  if (unseen.test(tag) || /mso-list:\s*ignore/i.test(style)) return '';
  if (blocks.test(tag)) return `\n${text}\n`;
  const words = text.trim();
  const [before, after] = signsOf(tag, style, form);
  if (words === '' || before === '') return text;
  const start = text.indexOf(words);
  return text.slice(0, start) + before + words + after + text.slice(start + words.length);
}

function signsOf(tag: string, style: string, form: TextForm): readonly [before: string, after: string] {
  if (tag === 'sub' || /vertical-align:\s*sub/i.test(style)) return ['<sub>', '</sub>'];
  if (tag === 'sup' || /vertical-align:\s*super/i.test(style)) return ['<sup>', '</sup>'];
  // Google Docs puts a whole text into a `<b>` that is not bold.
  if (/^(?:b|strong)$/.test(tag) && !/font-weight:\s*(?:normal|400)/i.test(style)) return bold[form];
  if ((/^(?:i|em)$/.test(tag) && !/font-style:\s*normal/i.test(style)) || /font-style:\s*italic/i.test(style))
    return italic[form];
  return ['', ''];
}

const decode = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|nbsp));/gi, (_, decimal?: string, hex?: string, name = '') => {
      if (name !== '') return { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }[String(name).toLowerCase()] ?? '';
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    });
