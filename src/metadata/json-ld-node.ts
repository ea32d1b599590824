/** A node of a graph in JSON-LD; what a record lacks is undefined, and is not written. */
export interface LdNode {
  readonly '@type': string;
  readonly '@id'?: string;
  readonly [property: string]: LdValue;
}

export type LdValue =
  string | number | boolean | undefined | LdNode | LdReference | readonly (string | LdNode | LdReference)[];

/** A node that stands elsewhere in the graph, or on another page. */
export interface LdReference {
  readonly '@id': string;
}

/** One value by itself, several as a list, none as nothing. */
export const oneOrMany = <Value extends string | LdNode | LdReference>(
  values: readonly Value[],
): Value | readonly Value[] | undefined => (values.length > 1 ? values : values[0]);

/** Ids of what every page speaks of, the same on each. */
export const siteIds = (siteUrl: string) => ({
  website: `${siteUrl}/#website`,
  institute: `${siteUrl}/#institute`,
});
