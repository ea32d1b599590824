import type { PublicationType } from '../domain/publication/publication-type.ts';
import { meta, type AttributeTag } from './head-tag.ts';

/*
 * Tags in the namespace of Zotero's own RDF, whose prefix `z:` its translator of pages knows without a declaration
 * (Embedded Metadata.js, `_prefixes`). Each sets the field of its name (RDF.js, `OTHER FIELDS`).
 */

/** The type of item in Zotero, which has priority over other tags (RDF.js, `zotero:itemType`). */
export const itemType = (type: string): AttributeTag => meta('z:itemType', type);

/** The proceedings, where the tag of the conference names the event. */
export const proceedingsTitle = (title: string): AttributeTag => meta('z:proceedingsTitle', title);

/** https://api.zotero.org/schema, `itemTypes`. */
export const zoteroTypes: Readonly<Partial<Record<PublicationType, string>>> = {
  editorial: 'journalArticle',
  preprint: 'preprint',
  book: 'book',
  dataset: 'dataset',
  software: 'computerProgram',
  protocol: 'document',
  poster: 'presentation',
  media: 'webpage',
  patent: 'patent',
};

/**
 * Identifiers for which Zotero has no field: lines in “Extra”, from where its styles take them. Zotero reads
 * `citation_pmid` into the same field, and no tag of its own for a PMCID.
 */
export function extraTags(
  identifiers: readonly (readonly [label: string, value: string | undefined])[],
): AttributeTag[] {
  const lines = identifiers.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  return lines.length === 0 ? [] : [{ ...meta('z:extra', lines.join('\n')), keepsLines: true }];
}
