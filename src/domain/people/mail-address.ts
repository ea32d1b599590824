/**
 * A mail address in a text. Source: RFC 5321, as far as people use it. What ends in a number is a version of a program, and
 * `figure@2x.png` a picture.
 */
export const mailAddress = /(?<![\w.+-])[\w.+-]+@(?!\dx\.)(?:[\w-]+\.)+[a-z][\w-]+/gi;

/** Mail addresses that a text shows, and does not offer to readers as a link of Markdown: those were meant to be public. */
export function findMailAddresses(text: string): string[] {
  if (!text.includes('@')) return [];
  // Imported texts hold an escape before the sign.
  const written = text.replaceAll('\\@', '@');
  const offered = new Set([...written.matchAll(/mailto:([^\s?)>"']+)/gi)].map(([, address = '']) => address));
  return [...new Set(written.match(mailAddress))].filter((address) => !offered.has(address));
}
