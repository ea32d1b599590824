import { isGroup, splitParticle, type PersonName } from '../../domain/people/person-name.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { Publication, PublicationEvent } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { richTextToPlain, type RichText, type RichNode } from '../../domain/text/rich-text.ts';
import { citationNotes, nativeNamesNote } from '../record/citation-notes.ts';
import { detailNotes } from '../record/detail-notes.ts';
import { textDetail, type DetailField } from '../record/details.ts';
import { fundingNotes, translatedTitleNotes, trialNotes } from '../record/field-notes.ts';
import { oneLine } from '../record/one-line.ts';
import {
  abstractText,
  containerTitle,
  nonEmpty,
  isArticle,
  containerIsPublisher,
  issns,
  journalAbbreviation,
  mainAbstract,
  nativeNames,
  pagination,
  publisher,
  readingUrl,
  statusPrefix,
  type CitedPublication,
} from '../record/cited-publication.ts';

/**
 * A CSL-JSON item, with the properties that are always written.
 * https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
 */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly author?: readonly CslName[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string };
  readonly title: string;
  readonly [property: string]: unknown;
}

export type CslName =
  | { readonly literal: string }
  | {
      readonly family: string;
      readonly given?: string;
      readonly 'non-dropping-particle'?: string;
      readonly suffix?: string;
    };

/** Converts a publication to a CSL item. */
export function toCslItem(cited: CitedPublication): CslItem {
  const { publication } = cited;
  const type = isArticle(cited) ? 'article-journal' : types[publication.type];
  const number = numberOf(publication, type);
  const container = containerTitle(cited);
  const publisherName = publisher(cited);
  const eventName = publication.event?.name ?? (type === 'speech' ? container : undefined);
  // For preprints (type `article`) the repository is the publisher, as in Zotero.
  const containerPublishes = containerIsPublisher(cited) || type === 'article';
  return {
    id: publication.citekey,
    type,
    title: statusPrefix(publication) + toCslTitle(publication.title),
    issued: cslDate(publication.published),
    ...withoutEmpty({
      author: publication.contributions.map(({ name }) => toCslName(name)),
      'container-title':
        (containerPublishes && (publisherName === undefined || publisherName === container)) ||
        (type === 'speech' && eventName === container)
          ? undefined
          : container,
      // Styles for CSL 1.0.1 know only `event`.
      'event-title': eventName,
      event: eventName,
      'event-place': publication.event?.place,
      'event-date': publication.event && cslDates(publication.event),
      'container-title-short': journalAbbreviation(cited),
      publisher: publisherName ?? (containerPublishes ? container : undefined),
      volume: nonEmpty(publication.volume),
      issue: nonEmpty(publication.issue),
      page: pagination(cited),
      number,
      editor: publication.editors.map(({ name }) => toCslName(name)),
      translator: publication.translators.map(({ name }) => toCslName(name)),
      'collection-editor': publication.seriesEditors.map(({ name }) => toCslName(name)),
      edition: publication.edition,
      'collection-title': publication.series,
      'collection-number': publication.seriesNumber,
      'publisher-place': publication.place,
      'number-of-pages': publication.pagesTotal,
      'chapter-number': publication.chapter,
      version: publication.version,
      'original-title': publication.originalTitle,
      accessed: publication.accessed && cslDate(publication.accessed),
      'available-date': publication.online && cslDate(publication.online),
      genre:
        textDetail(publication, 'thesisKind') ?? (type === 'article-journal' ? undefined : genres[publication.type]),
      DOI: publication.doi,
      PMID: publication.pmid,
      PMCID: publication.pmcid,
      ISSN: issns(cited).join(', '),
      ISBN: publication.isbn,
      URL: readingUrl(cited),
      language: publication.lang,
      abstract: abstractText(mainAbstract(cited), '\n'),
      keyword: publication.keywords.join(', '),
      status: publication.status === 'published' ? undefined : publication.status,
      note: formatNotes([
        ...citationNotes(cited),
        ...trialNotes(publication),
        ...fundingNotes(publication),
        ...translatedTitleNotes(publication),
        ...(publication.arxiv && number !== `arXiv:${publication.arxiv}` ? [`arXiv: ${publication.arxiv}`] : []),
        ...detailNotes(publication, number === publication.number ? [...written, 'number'] : written),
        ...[nativeNamesNote(publication) ?? []].flat(),
      ]),
      custom: customFields(publication),
    }),
  };
}

/** Details that have a variable. A note holds the others. */
const written = [
  'editors',
  'translators',
  'seriesEditors',
  'edition',
  'series',
  'seriesNumber',
  'place',
  'pagesTotal',
  'chapter',
  'version',
  'originalTitle',
  'accessed',
  'thesisKind',
  'eventName',
  'eventPlace',
  'eventDate',
  'online',
] as const satisfies DetailField[];

/** The first and the last day of a congress; undefined if neither is known. */
function cslDates({ start, end }: PublicationEvent) {
  const dates = [start, end].flatMap((date) => (date ? cslDate(date)['date-parts'] : []));
  return dates.length === 0 ? undefined : { 'date-parts': dates };
}

const cslDate = ({ year, month, day }: PartialDate) => ({
  'date-parts': [[year, month, day].filter((part) => part !== undefined)],
});

/** The number of an article beside its pages, of a report or patent, or of a preprint in arXiv. */
function numberOf({ pages, articleNumber, number, arxiv }: Publication, type: string): string | undefined {
  const own =
    type === 'article-journal' ? pages && nonEmpty(articleNumber) : (number ?? (pages && nonEmpty(articleNumber)));
  return own ?? (arxiv && `arXiv:${arxiv}`);
}

export function toCslName(name: PersonName): CslName {
  if (isGroup(name)) return { literal: name.group };
  const { particle, family } = splitLossless(name.family);
  return {
    family,
    ...(name.given ? { given: name.given } : {}),
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    ...(name.suffix ? { suffix: name.suffix } : {}),
  };
}

/** Splits a particle from a family name, if a processor joins the two to exactly this name. */
function splitLossless(name: string): { readonly particle?: string; readonly family: string } {
  const { particle, family } = splitParticle(name);
  if (particle === undefined) return { family: name };
  return `${particle}${/[-’']$/.test(particle) ? '' : ' '}${family}` === name ? { particle, family } : { family: name };
}

/** The title in the HTML subset of CSL processors. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export const toCslTitle = (title: RichText): string => title.map(cslNode).join('');

function cslNode(node: RichNode): string {
  if (typeof node === 'string') return node;
  if ('tex' in node) return richTextToPlain([node]);
  return `<${node.tag}>${node.children.map(cslNode).join('')}</${node.tag}>`;
}

/**
 * What CSL has no variable for, in lines. Zotero shows the note, pandoc keeps it, and both leave `custom` out. pandoc takes
 * lines at its beginning such as `Funding: …` for variables, and loses them, but not after an empty line.
 */
function formatNotes(notes: readonly string[]): string {
  const text = notes.map(oneLine).join('\n');
  return /^[\p{L}-]+:/u.test(text) ? `\n${text}` : text;
}

/** The names of authors in other scripts, by language; undefined if there are none. */
function customFields({ contributions }: Publication): Readonly<Record<string, unknown>> | undefined {
  const names = contributions.flatMap((contribution) =>
    contribution.native && nativeNames(contribution).length > 0
      ? [[contribution.name.printed, contribution.native] as const]
      : [],
  );
  return names.length > 0 ? { 'native-names': Object.fromEntries(names) } : undefined;
}

/** Removes properties without a value: undefined, an empty string or an empty list. */
function withoutEmpty(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) rest[name] = value;
  }
  return rest;
}

const genres: Readonly<Partial<Record<PublicationType, string>>> = {
  preprint: 'Preprint',
  poster: 'Poster',
  protocol: 'Protocol',
};

const types: Readonly<Record<PublicationType, string>> = {
  article: 'article-journal',
  review: 'article-journal',
  editorial: 'article-journal',
  letter: 'article-journal',
  preprint: 'article',
  'conference-paper': 'paper-conference',
  chapter: 'chapter',
  book: 'book',
  thesis: 'thesis',
  report: 'report',
  dataset: 'dataset',
  software: 'software',
  protocol: 'document',
  poster: 'speech',
  media: 'webpage',
  patent: 'patent',
};
