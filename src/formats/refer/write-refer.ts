import type { PartialDate } from '../../domain/dates/partial-date.ts';
import { isGroup, type PersonName } from '../../domain/people/person-name.ts';
import type { Publication } from '../../domain/publication/publication.ts';
import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { citationNotes, nativeNamesNote } from '../record/citation-notes.ts';
import {
  abstractText,
  citedTitle,
  containerIsPublisher,
  containerTitle,
  isArticle,
  issns,
  mainAbstract,
  pagination,
  publisher,
  readingUrl,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { detailNotes } from '../record/detail-notes.ts';
import { listDetail, textDetail, type DetailField, type ListDetail } from '../record/details.ts';
import { fieldNote, fundingNotes, trialNotes } from '../record/field-notes.ts';
import { oneLine } from '../record/one-line.ts';
import { formatPersonName } from '../record/person-name-text.ts';
import { journalKinds } from '../record/publication-kinds.ts';
import { shortMonthNames } from '../../domain/dates/month-names.ts';

/**
 * Formats refer as EndNote reads it (ENW): one tag in each line, CRLF, never wrapped. Each author, keyword and note has a line
 * of its own. Details that EndNote has no field for are notes.
 */
export function toReferRecord(cited: CitedPublication): string {
  const { publication } = cited;
  const { type, kind } = referenceType(cited);
  const { year } = publication.published;
  const lines: string[] = [`%0 ${type}\r\n`];
  const add = (tag: string, value: string | undefined): void => {
    const line = value === undefined ? '' : oneLine(value);
    if (line !== '') lines.push(`%${tag} ${line}\r\n`);
  };
  const details = detailTags(publication, type);
  const places = placeTags(cited, type);
  for (const { name } of publication.contributions) add('A', nameText(name));
  add('T', citedTitle(publication));
  for (const title of Object.values(publication.titles)) add('Q', richTextToPlain(title));
  for (const [tag, value] of places.tags) add(tag, value);
  add('D', String(year));
  add('8', monthAndDay(publication.published));
  for (const [, tag, values] of details) for (const value of values) add(tag, value);
  add('V', publication.volume);
  add('N', publication.issue);
  add('P', pagination(cited));
  add(']', publication.articleNumber);
  for (const number of [...issns(cited), publication.isbn ?? '']) if (!withNumber.has(type)) add('@', number);
  add('9', kind);
  add('R', publication.doi);
  add('U', readingUrl(cited));
  add('M', publication.pmid);
  add('2', publication.pmcid);
  add('G', publication.lang);
  for (const { name } of publication.affiliations) add('+', name);
  add('X', abstractText(mainAbstract(cited), ' '));
  for (const keyword of publication.keywords) add('K', keyword);
  const written = [...details.map(([field]) => field), ...places.written];
  for (const note of [...notes(cited, type, written), ...places.notes]) add('Z', note);
  add('F', publication.citekey);
  return lines.join('');
}

/** A group ends in a comma, or EndNote reads its last word as a family name. */
const nameText = (name: PersonName): string => (isGroup(name) ? `${oneLine(name.group)},` : formatPersonName(name));

const monthAndDay = ({ month, day }: PartialDate): string | undefined =>
  month === undefined ? undefined : [shortMonthNames[month - 1], day].filter((part) => part !== undefined).join(' ');

/** The journal, book or institution, the series of a book, and the publisher, where each reference type has them. */
function placeTags(cited: CitedPublication, type: string) {
  const { publication } = cited;
  const container = containerTitle(cited);
  const publisherName = publisher(cited);
  // The server of a preprint is the institution of unpublished work.
  const isPublisher = containerIsPublisher(cited) || type === 'Unpublished Work';
  const inPlace = isPublisher ? (container ?? publisherName) : publisherName;
  // In a conference %B is its name, and %3 the title of the proceedings.
  const eventName = type.startsWith('Conference') ? publication.event?.name : undefined;
  const tags: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['J', isArticle(cited) ? container : undefined],
    ['B', isArticle(cited) || isPublisher || type === 'Book' ? undefined : (eventName ?? container)],
    ['3', eventName === undefined || container === eventName ? undefined : container],
    ['I', inPlace === container && !isPublisher && !isArticle(cited) ? undefined : inPlace],
  ];
  const notes = [
    ...(type === 'Book' ? fieldNote('Published in', container) : []),
    ...(isPublisher && publisherName !== inPlace ? fieldNote('Publisher', publisherName) : []),
  ];
  // Without proceedings a note says that %B is the congress.
  const written: readonly DetailField[] = eventName === undefined || container === undefined ? [] : ['eventName'];
  return { tags, notes, written };
}

/** The details that a reference type has tags for. */
function detailTags(
  publication: Publication,
  type: string,
): readonly (readonly [DetailField, tag: string, values: readonly string[]])[] {
  const names = (field: ListDetail): readonly string[] =>
    listDetail(publication, field).map(({ name }) => nameText(name));
  const text = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
  const { number = '' } = publication;
  const article = type === 'Journal Article';
  const versioned = type === 'Computer Program' || type === 'Dataset';
  const own = article ? 'online' : versioned ? 'version' : 'edition';
  const tags: readonly (readonly [DetailField, tag: string | undefined, values: readonly string[]])[] = [
    ['editors', 'E', names('editors')],
    ['seriesEditors', type === 'Thesis' ? undefined : 'Y', names('seriesEditors')],
    ['advisors', type === 'Thesis' ? 'Y' : undefined, names('advisors')],
    ['thesisKind', type === 'Thesis' ? '9' : undefined, text(textDetail(publication, 'thesisKind'))],
    ['translators', '?', names('translators')],
    ['series', type === 'Book' ? 'B' : 'S', text(publication.series)],
    ['place', article || type.startsWith('Conference') ? undefined : 'C', text(publication.place)],
    // %7 of an article is the date of the electronic article.
    [own, '7', text(textDetail(publication, own))],
    ['eventPlace', type.startsWith('Conference') ? 'C' : undefined, text(publication.event?.place)],
    ['chapter', type === 'Book Section' ? '&' : undefined, text(publication.chapter)],
    // A number without letters could be an ISSN.
    ['number', withNumber.has(type) && /\p{L}/u.test(number) ? '@' : undefined, text(publication.number)],
    ['accessed', '[', text(textDetail(publication, 'accessed'))],
  ];
  return tags.flatMap(([field, tag, values]) => (tag === undefined ? [] : [[field, tag, values] as const]));
}

function notes(cited: CitedPublication, type: string, written: readonly DetailField[]): readonly string[] {
  const { publication } = cited;
  const [issn, eissn] = issns(cited);
  return [
    ...citationNotes(cited),
    ...(withNumber.has(type)
      ? [...fieldNote('ISSN', issn), ...fieldNote('eISSN', eissn), ...fieldNote('ISBN', publication.isbn)]
      : []),
    ...fieldNote('arXiv', publication.arxiv),
    ...fieldNote('MeSH', publication.mesh.join(' ')),
    ...trialNotes(publication),
    ...fundingNotes(publication),
    ...detailNotes(publication, written),
    ...[nativeNamesNote(publication) ?? ''].filter(Boolean),
    ...fieldNote('Copyright', publication.copyright),
  ];
}

/** Reference types whose `%@` is the number of the document. */
export const withNumber: ReadonlySet<string> = new Set(['Report', 'Patent']);

function referenceType(cited: CitedPublication): { readonly type: string; readonly kind?: string } {
  const { type } = cited.publication;
  const kind = isArticle(cited) ? journalKinds[type] : kinds[type];
  return { type: isArticle(cited) ? 'Journal Article' : types[type], ...(kind ? { kind } : {}) };
}

const types: Readonly<Record<PublicationType, string>> = {
  article: 'Journal Article',
  review: 'Journal Article',
  editorial: 'Journal Article',
  letter: 'Journal Article',
  preprint: 'Unpublished Work',
  'conference-paper': 'Conference Proceedings',
  chapter: 'Book Section',
  book: 'Book',
  thesis: 'Thesis',
  report: 'Report',
  dataset: 'Dataset',
  software: 'Computer Program',
  protocol: 'Generic',
  poster: 'Conference Paper',
  media: 'Web Page',
  patent: 'Patent',
};

/** What the reference type does not say. */
const kinds: Readonly<Partial<Record<PublicationType, string>>> = {
  preprint: 'Preprint',
  protocol: 'Protocol',
  poster: 'Poster',
};
