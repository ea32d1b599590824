/**
 * Matches mail addresses in a text: the commonly used part of RFC 5321. Not matched are `package@1.2.0`, the
 * version of a program, and `figure@2x.png`, a picture.
 */
export const mailAddress = /(?<![\w.+-])[\w.+-]+@(?!\dx\.)(?:[\w-]+\.)+[a-z][\w-]+/gi;

/** Mail addresses in a text, without those in Markdown links with `mailto:`, which the author published on purpose. */
export function findMailAddresses(text: string): string[] {
  if (!text.includes('@')) return [];
  // Imported texts have a backslash before `@`.
  const written = text.replaceAll('\\@', '@');
  const offered = new Set([...written.matchAll(/mailto:([^\s?)>"']+)/gi)].map(([, address = '']) => address));
  return [...new Set(written.match(mailAddress))].filter((address) => !offered.has(address));
}
