/** A text in a YAML list on one line; in quotes where it would be read as something else. */
export const inYamlList = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ()/.-]*$/u.test(text) ? text : JSON.stringify(text);
