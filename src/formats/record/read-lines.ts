/** Splits a text into lines at CR, LF or CRLF, and removes the byte order mark. */
export const readLines = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
