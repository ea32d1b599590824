/** Parses a table that is written as `key value key value …`, with one space between two words. */
export function parseWordPairs(text: string): ReadonlyMap<string, string> {
  const words = text.split(' ');
  return new Map(words.flatMap((key, index) => (index % 2 === 0 ? [[key, words[index + 1] ?? ''] as const] : [])));
}
