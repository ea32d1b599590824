/** Words of the interface that an institute sets, by their keys: a text, or one for each plural category. */
export type OwnStrings = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Beginning of the key that translates the label of an own field (`extra`). */
export const labelKey = (label: string): string => `extra.${label}`;
