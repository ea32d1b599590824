/** Lines of a text, whatever ends them: CR, LF or both; without the byte order mark. */
export const readLines = (text: string): readonly string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
