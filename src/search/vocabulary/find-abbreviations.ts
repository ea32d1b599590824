/** An abbreviation and its long form, as a text writes them. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

/**
 * Finds what a text abbreviates, as in `mesenchymal stem cells (MSCs)`. After Schwartz and Hearst (2003), “A simple algorithm
 * for identifying abbreviation definitions in biomedical text”: each letter of the short form is in the long one, in order,
 * and the first begins a word.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const match of text.matchAll(/\(([^()]{2,14})\)/g)) {
    const short = match[1]!.split(/[,;]\s/)[0]!.trim();
    if (!isAbbreviation(short)) continue;
    // The long form is in the same sentence.
    const before = text
      .slice(Math.max(0, match.index - 200), match.index)
      .split(/[.;:?!]\s|[()]/)
      .at(-1)!
      .trimEnd();
    const letters = short.replace(/[^\p{L}\p{N}]/gu, '').length;
    const words = before.split(/\s+/).slice(-Math.min(letters + 5, letters * 2));
    const long = longForm(short.replace(/s$/, ''), words.join(' ')) ?? longForm(short, words.join(' '));
    if (long !== undefined) found.push({ short, long });
  }
  return found;
}

const isAbbreviation = (text: string): boolean =>
  text.length <= 10 &&
  /^[\p{L}\p{N}]\S*(?:\s\S+)?$/u.test(text) &&
  /\p{Lu}/u.test(text) &&
  /\p{L}.*[\p{L}\p{N}]/u.test(text);

function longForm(short: string, before: string): string | undefined {
  let end = before.length;
  for (let index = short.length - 1; index >= 0; index -= 1) {
    const letter = short[index]!.toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    do end -= 1;
    while (
      end >= 0 &&
      (before[end]!.toLowerCase() !== letter || (index === 0 && end > 0 && /[\p{L}\p{N}]/u.test(before[end - 1]!)))
    );
    if (end < 0) return undefined;
  }
  const long = before.slice(end);
  // `cells (CE)` has its letters by chance.
  return /\s|-/.test(long) && long.length > short.length * 2 && !long.includes(short) ? long : undefined;
}
