/** A node of a JSON-LD graph; undefined properties are not written. */
export interface LdNode {
  readonly '@type': string;
  readonly '@id'?: string;
  readonly [property: string]: LdValue;
}

export type LdValue =
  string | number | boolean | undefined | LdNode | LdReference | readonly (string | LdNode | LdReference)[];

/** A reference to a node of this graph, or of another page's. */
export interface LdReference {
  readonly '@id': string;
}

/** Undefined for no value, the value itself for one, an array for more. */
export const oneOrMany = <Value extends string | LdNode | LdReference>(
  values: readonly Value[],
): Value | readonly Value[] | undefined => (values.length > 1 ? values : values[0]);

/** Ids of the nodes that all pages share. */
export const siteIds = (siteUrl: string) => ({
  website: `${siteUrl}/#website`,
  institute: `${siteUrl}/#institute`,
});
