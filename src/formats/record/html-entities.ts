import sax from 'sax';

/** Replaces the character references of HTML, such as `&eacute;` and `&#233;`, which databases leave in other formats. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(reference, (whole, name: string) => characterOf(name) ?? whole) : text;

const reference = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,9});/gi;

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return named[name];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0x1f && code < 0x110000 && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

/** The names of HTML 4, which the reader of XML knows outside its strict mode. */
const named: Readonly<Partial<Record<string, string>>> = sax.parser(false).ENTITIES;
