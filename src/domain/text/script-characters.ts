/** The text in Unicode superscript characters; undefined if a character has none. */
export const toSuperscript = (text: string): string | undefined => mapAll(text, superscripts);

/** The text in Unicode subscript characters; undefined if a character has none. */
export const toSubscript = (text: string): string | undefined => mapAll(text, subscripts);

function mapAll(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const mapped = Array.from(text, (character) => table.get(character));
  return mapped.includes(undefined) ? undefined : mapped.join('');
}

/*
 * Only characters that Unicode names superscript or subscript. Modifier letters look the same but are phonetic symbols:
 * the search would not find 19ᵗʰ as 19th.
 */
const superscripts = table('0123456789+-−–=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁱⁿ');
const subscripts = table('0123456789+-−–=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function table(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (character, index) => [character, targets[index] ?? character]));
}
