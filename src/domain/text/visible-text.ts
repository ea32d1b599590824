import { codePointOf } from './code-point.ts';

/**
 * Makes a text safe to print in a terminal and in the log of a workflow: characters that control a terminal or hide text
 * become `U+001B` and so on, and a space breaks what GitHub's runner would read as a command. Line breaks and tabs stay.
 */
export const toVisible = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(unsafeToPrint, codePointOf)
    // The runner obeys `::command` at the start of a line and `##[command]` anywhere in it.
    .replace(/##(?=\[)/g, '# #')
    .split('\n')
    .map((line) => (line.trimStart().startsWith('::') ? line.replace('::', ': :') : line))
    .join('\n');

/** The same for a text that is one line. */
export const toVisibleLine = (text: string): string => toVisible(text).replace(/\n/g, ' ');

/** JSON with the same meaning, in which such characters are escapes. */
export const toVisibleJson = (json: string): string =>
  json
    .replace(unsafeToPrint, (sign) =>
      Array.from(
        { length: sign.length },
        (_, index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, '0')}`,
      ).join(''),
    )
    .replace(/##(?=\[)/g, '#\\u0023');

/**
 * Control characters, lone surrogates, line and paragraph separators, marks and overrides of direction, invisible
 * spaces, soft hyphen, byte order mark and tag characters. Joiners stay, because Persian needs them.
 */
const unsafeToPrint =
  /(?![\n\t])[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
