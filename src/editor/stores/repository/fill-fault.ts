/** A message and a hint with `{name}` replaced by a value. Apart from the sentences, so that those of one language alone are loaded. */
export function fillFault(
  [message, hint]: readonly [message: string, hint: string],
  values: Readonly<Record<string, string>> = {},
): { readonly message: string; readonly hint: string } {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
  return { message: fill(message), hint: fill(hint) };
}
