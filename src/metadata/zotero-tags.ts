import type { Publication } from '../domain/publication/publication.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import { readingUrl, type CitedPublication } from '../formats/record/cited-publication.ts';
import { detailNotes } from '../formats/record/detail-notes.ts';
import { textDetail, type DetailField, type TextDetail } from '../formats/record/details.ts';
import { fundingNotes, translatedTitleNotes, trialNotes } from '../formats/record/field-notes.ts';
import { oneLine } from '../formats/record/one-line.ts';
import { meta, optionalMeta, type AttributeTag } from './head-tag.ts';

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
 * Details of a publication, in the fields that Zotero has for its type of item, else as lines of “Extra”, which its styles and
 * its users read. It takes no people from a page but authors and editors. `tagged`: details that other tags hold.
 * `identifiers`: lines for numbers that no other tag gives it.
 */
export function detailTags(
  cited: CitedPublication,
  tagged: readonly DetailField[],
  identifiers: readonly (readonly [label: string, value: string | undefined])[],
): readonly AttributeTag[] {
  const { publication, context } = cited;
  const url = readingUrl(cited);
  const fields = fieldTags(publication).filter(([detail]) => !tagged.includes(detail));
  const extra = [
    ...identifiers.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`])),
    ...trialNotes(publication),
    ...fundingNotes(publication),
    ...translatedTitleNotes(publication),
    ...detailNotes(publication, [...notForExtra, ...tagged, ...fields.map(([detail]) => detail)]),
  ].map(oneLine);
  return [
    // Else it takes the address of the page.
    ...optionalMeta('z:url', url === context.url ? undefined : url),
    ...fields.flatMap(([detail, name]) => optionalMeta(name, textDetail(publication, detail))),
    ...(extra.length === 0 ? [] : [{ ...meta('z:extra', extra.join('\n')), keepsLines: true as const }]),
  ];
}

/** Zotero takes the day on which it saves a page for the day of reading. */
const notForExtra: readonly DetailField[] = ['accessed', 'officeSummary'];

/** Details with a field of their own in the type of item. */
function fieldTags({ type, place, event }: Publication): readonly (readonly [TextDetail, tag: string])[] {
  const isMeeting = type === 'conference-paper' || type === 'poster';
  const isBook = type === 'book' || type === 'chapter';
  const tags: readonly (readonly [TextDetail, tag: string | undefined])[] = [
    ['eventName', type === 'poster' ? 'z:meetingName' : undefined],
    ['series', type === 'report' || type === 'software' ? 'z:seriesTitle' : undefined],
    ['number', type === 'patent' ? 'z:patentNumber' : undefined],
    ['place', placeTags[type] ?? 'z:place'],
    // Zotero has one place.
    ['eventPlace', isMeeting && place === undefined && event !== undefined ? 'z:place' : undefined],
    ['edition', isBook ? 'z:edition' : undefined],
    ['seriesNumber', isBook ? 'z:seriesNumber' : undefined],
    ['pagesTotal', type === 'book' || type === 'thesis' ? 'z:numPages' : undefined],
    ['thesisKind', 'z:thesisType'],
    ['version', type === 'software' || type === 'dataset' ? 'z:versionNumber' : undefined],
  ];
  return tags.flatMap(([detail, tag]) => (tag === undefined ? [] : [[detail, tag] as const]));
}

const placeTags: Readonly<Partial<Record<PublicationType, string>>> = {
  dataset: 'z:repositoryLocation',
  patent: 'z:country',
};
