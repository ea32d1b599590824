/** True for what programs write when they have no value: `NA`, `n/a`, `N.PAG`, `[No abstract available]`. */
export const isPlaceholder = (text: string): boolean =>
  text.length < 40 &&
  /^[[(]?(?:n\/?a(?:\s*-{1,2}\s*n\/?a)?|n\.? ?pag\.?|null|undefined|not available|no abstract(?: available)?)[\])]?\.?$/i.test(
    text.trim(),
  );

/** True for the words after the last author of a list that is not complete. */
export const isEtAl = (name: string): boolean => /^(?:et,? al|and others)\.?$/i.test(name.trim());
