import { isGroup, twoPartName } from '../domain/people/person-name.ts';
import type { Publication } from '../domain/publication/publication.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { detailNotes } from '../formats/record/detail-notes.ts';
import {
  listDetail,
  textDetail,
  type DetailField,
  type ListDetail,
  type TextDetail,
} from '../formats/record/details.ts';
import { fundingNotes, translatedTitleNotes, trialNotes } from '../formats/record/field-notes.ts';
import { oneLine } from '../formats/record/one-line.ts';
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
 * Details of a publication, in the fields that Zotero has for its type of item, else as lines of “Extra”, which its styles and
 * its users read. `tagged`: those that other tags hold. `identifiers`: lines for numbers that no other tag gives it.
 */
export function detailTags(
  { publication }: CitedPublication,
  tagged: readonly DetailField[],
  identifiers: readonly (readonly [label: string, value: string | undefined])[],
): readonly AttributeTag[] {
  const fields = fieldsOf(publication).filter(([detail]) => !tagged.includes(detail));
  const extra = [
    ...identifiers.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`])),
    ...trialNotes(publication),
    ...fundingNotes(publication),
    ...translatedTitleNotes(publication),
    ...detailNotes(publication, [...notForExtra, ...tagged, ...fields.map(([detail]) => detail)]),
  ].map(oneLine);
  return [
    ...fields.flatMap(([, name, values]) => values.map((value) => meta(name, value))),
    ...(extra.length === 0 ? [] : [{ ...meta('z:extra', extra.join('\n')), keepsLines: true as const }]),
  ];
}

/** Zotero takes the day on which it saves a page for the day of reading. */
const notForExtra: readonly DetailField[] = ['accessed', 'officeSummary'];

function fieldsOf(publication: Publication): readonly (readonly [DetailField, tag: string, readonly string[]])[] {
  const { type, place, event } = publication;
  const isMeeting = type === 'conference-paper' || type === 'poster';
  const names = (field: ListDetail): readonly string[] =>
    listDetail(publication, field).map(({ name }) => (isGroup(name) ? name.group : twoPartName(name)));
  const texts = (field: TextDetail): readonly string[] => [textDetail(publication, field) ?? []].flat();
  const candidates: readonly (readonly [DetailField, tag: string | undefined, readonly string[]])[] = [
    ['translators', withTranslators.has(type) ? 'z:translators' : undefined, names('translators')],
    ['seriesEditors', withSeriesEditors.has(type) ? 'z:seriesEditors' : undefined, names('seriesEditors')],
    ['advisors', 'bib:contributors', names('advisors')],
    ['eventName', type === 'poster' ? 'z:meetingName' : undefined, texts('eventName')],
    ['series', type === 'report' || type === 'software' ? 'z:seriesTitle' : undefined, texts('series')],
    ['number', type === 'patent' ? 'z:patentNumber' : undefined, texts('number')],
    ['place', placeTags[type] ?? 'z:place', texts('place')],
    // Zotero has one place.
    [
      'eventPlace',
      isMeeting && place === undefined && event !== undefined ? 'z:place' : undefined,
      texts('eventPlace'),
    ],
    ['edition', type === 'book' || type === 'chapter' ? 'z:edition' : undefined, texts('edition')],
    ['seriesNumber', type === 'book' || type === 'chapter' ? 'z:seriesNumber' : undefined, texts('seriesNumber')],
    ['pagesTotal', type === 'book' || type === 'thesis' ? 'z:numPages' : undefined, texts('pagesTotal')],
    ['thesisKind', 'z:thesisType', texts('thesisKind')],
    ['version', type === 'software' || type === 'dataset' ? 'z:versionNumber' : undefined, texts('version')],
  ];
  return candidates.flatMap(([detail, tag, values]) =>
    tag === undefined || values.length === 0 ? [] : [[detail, tag, values] as const],
  );
}

const placeTags: Readonly<Partial<Record<PublicationType, string>>> = {
  dataset: 'z:repositoryLocation',
  patent: 'z:country',
};
const withSeriesEditors: ReadonlySet<PublicationType> = new Set(['book', 'chapter', 'conference-paper', 'report']);
const withTranslators: ReadonlySet<PublicationType> = new Set([
  ...withSeriesEditors,
  ...(['article', 'review', 'editorial', 'letter', 'preprint', 'protocol', 'media'] as const),
]);
