/** Removes the characters at the end that `character` matches. In linear time, unlike a pattern such as `,+$`. */
export function trimEndOf(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
