/** The text in raised characters; undefined when one of them has none. */
export const toSuperscript = (text: string): string | undefined => mapAll(text, superscripts);

/** The text in lowered characters; undefined when one of them has none. */
export const toSubscript = (text: string): string | undefined => mapAll(text, subscripts);

function mapAll(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const mapped = Array.from(text, (character) => table.get(character));
  return mapped.includes(undefined) ? undefined : mapped.join('');
}

/*
 * Only what Unicode names superscript or subscript. Its "modifier letters" look alike, but are phonetic signs:
 * 19ᵗʰ would no longer be found as 19th.
 */
const superscripts = table('0123456789+-−–=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁱⁿ');
const subscripts = table('0123456789+-−–=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function table(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (character, index) => [character, targets[index] ?? character]));
}
