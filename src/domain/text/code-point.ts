/** The first character of a text as Unicode writes its code point: `U+001B`. Expects a text that is not empty. */
export const codePointOf = (text: string): string =>
  `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
