import { formatPartialDate, type PartialDate } from '../../domain/dates/partial-date.ts';
import { isGroup } from '../../domain/people/person-name.ts';
import { formatPages } from '../../domain/publication/page-range.ts';
import type { PageRange, PublicationStatus } from '../../domain/publication/publication.ts';
import { parseRichText, richTextToPlain } from '../../domain/text/rich-text.ts';
import { effectiveStatus } from '../record/citation-notes.ts';
import {
  abstractText,
  containerTitle,
  isArticle,
  issns,
  mainAbstract,
  pagination,
  publisher,
  readingUrl,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { listDetail, textDetail, type TextDetail } from '../record/details.ts';
import { findThesisKind } from '../record/thesis-kinds.ts';
import { fullRange, joinValues, withoutStatus } from './folds.ts';
import type { ComparedField, FormatRules } from './format-rules.ts';

/** The compared fields of a record that a reader returns. */
export interface ReadCitation extends Readonly<Partial<Record<TextDetail, string>>> {
  /** `content`: titles are written as in content files. */
  readonly markup: 'plain' | 'content';
  readonly title?: string;
  readonly titles: readonly { readonly text: string }[];
  readonly authors: readonly { readonly name: string; readonly group: boolean }[];
  readonly container?: string;
  readonly editors: readonly { readonly name: string }[];
  readonly translators: readonly { readonly name: string }[];
  readonly seriesEditors: readonly { readonly name: string }[];
  readonly publisher?: string;
  readonly advisors: readonly { readonly name: string }[];
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: PageRange;
  readonly articleNumber?: string;
  readonly published?: PartialDate;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly arxiv?: string;
  readonly isbn?: string;
  readonly issn?: string;
  readonly eissn?: string;
  readonly url?: string;
  readonly lang?: string;
  readonly keywords: readonly string[];
  readonly mesh: readonly string[];
  readonly abstracts: readonly { readonly sections: readonly { readonly text: string }[] }[];
  readonly status?: PublicationStatus;
}

/** A text to compare for every field. */
type ComparedFields = Readonly<Record<ComparedField, string | undefined>>;

/** The fields that a reader must return for a publication. A field that is undefined is not compared. */
export function expectedFields(cited: CitedPublication, rules: FormatRules): ComparedFields {
  const { publication } = cited;
  const publisherName = publisher(cited);
  const container = containerTitle(cited);
  return {
    title: withoutStatus(rules.title(publication.title)),
    'translated title': joinValues(Object.values(publication.titles).map(richTextToPlain)),
    authors: joinValues(
      publication.contributions.map((one) => markGroup(rules.author(one), rules.marksGroups && isGroup(one.name))),
    ),
    journal: isArticle(cited) ? container : undefined,
    container: isArticle(cited) ? undefined : container,
    publisher: publisherName === container && !isArticle(cited) ? undefined : publisherName,
    editors: joinValues(publication.editors.map(rules.author)),
    translators: joinValues(publication.translators.map(rules.author)),
    'series editors': joinValues(publication.seriesEditors.map(rules.author)),
    edition: publication.edition,
    series: publication.series,
    'series number': publication.seriesNumber,
    place: publication.place,
    'number of pages': publication.pagesTotal,
    chapter: publication.chapter,
    number: publication.number,
    version: publication.version,
    'original title': publication.originalTitle,
    accessed: textDetail(publication, 'accessed'),
    thesis: publication.thesis?.kind,
    advisors: joinValues(listDetail(publication, 'advisors').map(rules.author)),
    event: textDetail(publication, 'eventName'),
    'event place': textDetail(publication, 'eventPlace'),
    'event date': textDetail(publication, 'eventDate'),
    'first online': textDetail(publication, 'online'),
    'container doi': publication.containerDoi,
    'printed date': textDetail(publication, 'printedDate'),
    'summary of the office': textDetail(publication, 'officeSummary'),
    published: formatPartialDate(publication.published),
    volume: publication.volume,
    issue: publication.issue,
    pages: fullRange(pagination(cited) ?? '') || undefined,
    doi: publication.doi,
    pmid: publication.pmid,
    pmcid: publication.pmcid,
    arxiv: publication.arxiv,
    isbn: publication.isbn,
    issn: issns(cited).join(' ') || undefined,
    url: readingUrl(cited),
    language: rules.language(publication.lang),
    keywords: joinValues(publication.keywords),
    mesh: joinValues(publication.mesh),
    abstract: abstractText(mainAbstract(cited), rules.paragraphSeparator, rules.label),
    status: effectiveStatus(publication),
  };
}

/** The fields that a reader returned, in the same form. */
export function readFields(record: ReadCitation, rules: FormatRules): ComparedFields {
  const { pages, published } = record;
  const plain = (title: string): string =>
    record.markup === 'content' ? richTextToPlain(parseRichText(title, () => '').text) : title;
  return {
    title: withoutStatus(plain(record.title ?? '')),
    'translated title': joinValues(record.titles.map(({ text }) => plain(text))),
    authors: joinValues(record.authors.map(({ name, group }) => markGroup(name, rules.marksGroups && group))),
    journal: record.container,
    container: record.container ?? record.publisher,
    publisher: record.publisher,
    editors: joinValues(record.editors.map(({ name }) => name)),
    translators: joinValues(record.translators.map(({ name }) => name)),
    'series editors': joinValues(record.seriesEditors.map(({ name }) => name)),
    edition: record.edition,
    series: record.series,
    'series number': record.seriesNumber,
    place: record.place,
    'number of pages': record.pagesTotal,
    chapter: record.chapter,
    number: record.number,
    version: record.version,
    'original title': record.originalTitle,
    accessed: record.accessed,
    thesis: record.thesisKind && findThesisKind(record.thesisKind),
    advisors: joinValues(record.advisors.map(({ name }) => name)),
    event: record.eventName,
    'event place': record.eventPlace,
    'event date': record.eventDate,
    'first online': record.online,
    'container doi': record.containerDoi,
    'printed date': record.printedDate,
    'summary of the office': record.officeSummary,
    published: published && formatPartialDate(published),
    volume: record.volume,
    issue: record.issue,
    pages: fullRange(pages ? formatPages(pages) : (record.articleNumber ?? '')),
    doi: record.doi,
    pmid: record.pmid,
    pmcid: record.pmcid,
    arxiv: record.arxiv,
    isbn: record.isbn,
    issn: [record.issn, record.eissn].filter(Boolean).join(' '),
    url: record.url,
    language: record.lang && rules.language(record.lang),
    keywords: joinValues(record.keywords),
    mesh: joinValues(record.mesh),
    abstract: record.abstracts[0]?.sections[0]?.text,
    status: record.status ?? 'published',
  };
}

const markGroup = (name: string, group: boolean): string => (group ? `group: ${name}` : name);
