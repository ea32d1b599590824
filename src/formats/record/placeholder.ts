import { trimEndOf } from '../../domain/text/trim-end-of.ts';

/** True for what programs write when they have no value: `NA`, `n/a`, `N.PAG`, `[No authors listed]`, `<Blank>`. */
export const isPlaceholder = (text: string): boolean =>
  text.length < 40 &&
  /^[[(]?(?:n\/?a(?:\s*-{1,2}\s*n\/?a)?|n\.? ?pag\.?|null|undefined|not available|no authors? listed|no author name available|anonymous(?=\])|no abstract(?: available)?)[\])]?\.?$|^[,\s]*<blank>$/i.test(
    text.trim(),
  );

/** Splits the words after the last author of a list that is not complete from the name before them, if any. */
export function splitEtAl(name: string): { readonly name: string; readonly etAl?: string } {
  const match = /(?:^|[\s,])((?:et,?\.? al|and others|و همکاران)\.?)$/i.exec(name.trim());
  return match?.[1] === undefined
    ? { name }
    : { name: trimEndOf(name.trim().slice(0, match.index), /[\s,]/), etAl: match[1] };
}
