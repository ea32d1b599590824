/** The text without the characters at its end that `sign` matches. A pattern `,+$` would look from each of many commas to the end. */
export function trimEndOf(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
