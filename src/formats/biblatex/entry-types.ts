import type { Publication, ThesisKind } from '../../domain/publication/publication.ts';
import { journalKinds } from '../record/publication-kinds.ts';
import { thesisWords } from '../record/thesis-kinds.ts';
import { isArticle, type CitedPublication } from '../record/cited-publication.ts';

/** How biblatex represents a publication. */
export interface BiblatexType {
  readonly entry: keyof typeof allowedFields;
  /** Field for the journal, book, congress, university or repository; undefined if the entry type has none. */
  readonly container?: string;
  /** Field for the publisher; undefined if the entry type has none. */
  readonly publisher?: string;
  /** `type`, or for an article `entrysubtype`: what the entry type does not say. */
  readonly kind?: string;
}

export function biblatexType(cited: CitedPublication): BiblatexType {
  const { publication } = cited;
  if (isArticle(cited)) {
    const kind = journalKinds[publication.type];
    return { entry: 'article', container: 'journaltitle', ...(kind ? { kind } : {}) };
  }
  return types[publication.type](publication);
}

type TypeOf = (publication: Publication) => BiblatexType;

const inBook = { container: 'booktitle', publisher: 'publisher' };
const atInstitution = { container: 'institution', publisher: 'institution' };
const byOrganization = { container: 'organization', publisher: 'organization' };
const article: TypeOf = () => ({ entry: 'article', container: 'journaltitle' });

const types: Readonly<Record<Publication['type'], TypeOf>> = {
  article,
  review: article,
  editorial: article,
  letter: article,
  'conference-paper': () => ({ entry: 'inproceedings', ...inBook }),
  // @incollection and @book demand an editor or an author.
  chapter: ({ editors }) => ({ entry: editors.length > 0 ? 'incollection' : 'inbook', ...inBook }),
  book: ({ contributions, editors }) => ({
    entry: contributions.length === 0 && editors.length > 0 ? 'collection' : 'book',
    container: 'maintitle',
    publisher: 'publisher',
  }),
  thesis: ({ thesis }) => ({ entry: 'thesis', ...atInstitution, kind: thesisType(thesis?.kind) }),
  report: () => ({ entry: 'report', ...atInstitution, kind: 'Report' }),
  preprint: () => ({ entry: 'online', ...byOrganization, kind: 'preprint' }),
  dataset: () => ({ entry: 'dataset', container: 'publisher', publisher: 'publisher' }),
  software: () => ({ entry: 'software', ...byOrganization }),
  protocol: () => ({ entry: 'misc', container: 'howpublished', publisher: 'organization', kind: 'Protocol' }),
  poster: ({ event }) => ({
    entry: 'unpublished',
    ...(event?.name === undefined ? { container: 'eventtitle' } : {}),
    kind: 'Poster',
  }),
  media: () => ({ entry: 'online', ...byOrganization }),
  patent: () => ({ entry: 'patent', kind: 'Patent' }),
};

/** Words that biblatex translates (manual, 4.9.2.20), or else in English. */
const thesisType = (kind: ThesisKind | undefined): string =>
  kind === undefined ? 'Thesis' : (localizedTheses[kind] ?? thesisWords[kind]);

const localizedTheses: Readonly<Partial<Record<ThesisKind, string>>> = {
  doctoral: 'phdthesis',
  master: 'mathesis',
  bachelor: 'bathesis',
};

/**
 * Fields that the data model of biblatex 3.19 allows in an entry type, besides those that it allows in all; `biber --tool
 * --validate-datamodel` warns of any other.
 */
const allowedFields = {
  article: 'editor translator series number volume eid pages version issn',
  book: 'editor translator series number volume eid pages publisher location edition chapter pagetotal isbn',
  collection: 'editor translator series number volume eid pages publisher location edition chapter pagetotal isbn',
  inbook: 'editor translator series number volume eid pages publisher location edition chapter isbn',
  incollection: 'editor translator series number volume eid pages publisher location edition chapter isbn',
  inproceedings:
    'editor series number volume eid pages publisher organization location chapter isbn eventtitle eventdate venue',
  thesis: 'location chapter eid pages pagetotal type',
  report: 'location chapter eid pages pagetotal type number version',
  online: 'editor organization version',
  dataset: 'editor series number publisher organization location edition type version',
  software: 'editor organization location howpublished type version',
  misc: 'editor organization location howpublished type version',
  unpublished: 'location howpublished type eventtitle eventdate venue',
  patent: 'location number type version',
} as const;

/** True if biblatex allows the field in an entry of this type. */
export const isAllowed = ({ entry }: BiblatexType, field: string): boolean =>
  allowedFields[entry].split(' ').includes(field);
