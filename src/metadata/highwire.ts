import {
  abstractText,
  citedTitle,
  containerIsPublisher,
  containerTitle,
  isArticle,
  issns,
  journalAbbreviation,
  mainAbstract,
  publisher,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import type { DetailField } from '../formats/record/details.ts';
import { orcidUrl } from '../domain/identifiers/orcid.ts';
import type { PartialDate } from '../domain/dates/partial-date.ts';
import { isGroup, twoPartName } from '../domain/people/person-name.ts';
import type { Contribution } from '../domain/publication/publication.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import { meta, optionalMeta, type HeadTag } from './head-tag.ts';
import { detailTags, itemType, proceedingsTitle, zoteroTypes } from './zotero-tags.ts';

/**
 * The `citation_…` tags, which Google Scholar and reference managers read.
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function highwireTags(cited: CitedPublication, pdfUrl?: string): readonly HeadTag[] {
  const { publication } = cited;
  // "Content such as news or magazine articles, book reviews, and editorials is not appropriate".
  if (!isIndexed(publication.type)) return [];
  const { doi, pmid, pmcid, pages, articleNumber, published, keywords, lang } = publication;
  const last = pages?.last === pages?.first ? undefined : pages?.last;
  return [
    meta('citation_title', citedTitle(publication)),
    ...authorTags(cited),
    meta('citation_publication_date', scholarDate(published)),
    // Google Scholar has no format for a month; Zotero takes this date before the one above.
    ...optionalMeta('citation_cover_date', published.day === undefined ? monthOf(published) : undefined),
    ...optionalMeta('citation_online_date', publication.online && scholarDate(publication.online)),
    ...containerTags(cited),
    ...publication.editors.map(({ name }) => meta('citation_editor', isGroup(name) ? name.group : twoPartName(name))),
    ...optionalMeta('citation_series_title', publication.series),
    ...optionalMeta(
      publication.type === 'patent' ? 'citation_patent_number' : 'citation_technical_report_number',
      publication.number,
    ),
    ...optionalMeta('citation_volume', publication.volume),
    ...optionalMeta('citation_issue', publication.issue),
    ...optionalMeta('citation_firstpage', pages?.first ?? articleNumber),
    ...optionalMeta('citation_lastpage', last),
    ...optionalMeta('citation_doi', doi),
    ...optionalMeta('citation_pmid', pmid),
    ...optionalMeta('citation_pmcid', pmcid),
    // Zotero reads `citation_pmid` into “Extra”, and no tag of its own for the others.
    ...detailTags(cited, taggedDetails(cited), [
      ['PMCID', pmcid],
      ['arXiv', publication.arxiv],
    ]),
    ...optionalMeta('citation_arxiv_id', publication.arxiv),
    ...(isArticle(cited) ? issns(cited).map((issn) => meta('citation_issn', issn)) : []),
    ...optionalMeta('citation_isbn', publication.isbn),
    ...optionalMeta('citation_publisher', publisher(cited) ?? repository(cited)),
    meta('citation_language', lang),
    ...optionalMeta('citation_keywords', keywords.join('; ')),
    ...optionalMeta('citation_abstract', abstractText(mainAbstract(cited), ' ')),
    // The same address for the pages in all languages.
    meta('citation_abstract_html_url', cited.context.url),
    ...optionalMeta('citation_pdf_url', pdfUrl),
  ];
}

/** True for all types but editorials and media. */
export const isIndexed = (type: PublicationType): boolean => type !== 'editorial' && type !== 'media';

/** Details that Zotero reads from the tags here. It has a number of reports and of data alone. */
function taggedDetails(cited: CitedPublication): readonly DetailField[] {
  const { type } = cited.publication;
  return [
    'editors',
    ...(type === 'report' || type === 'software' ? [] : (['series'] as const)),
    ...(type === 'report' || type === 'dataset' ? (['number'] as const) : []),
    ...(type === 'conference-paper' && !isArticle(cited) ? (['eventName'] as const) : []),
  ];
}

/** A tag for each author, followed by the author's affiliations and ORCID iD. */
function authorTags({ publication: { contributions, affiliations } }: CitedPublication): readonly HeadTag[] {
  return contributions.flatMap((contribution): readonly HeadTag[] => [
    meta('citation_author', authorName(contribution, contributions.length === 1)),
    ...contribution.affiliations.flatMap((number) => {
      const affiliation = affiliations[number - 1];
      return affiliation ? [meta('citation_author_institution', affiliation.name)] : [];
    }),
    ...(contribution.orcid ? [meta('citation_author_orcid', orcidUrl(contribution.orcid))] : []),
  ]);
}

/**
 * `Family, Given`. Zotero reads a comma as the end of a family name, also in the name of a group, so commas in it become
 * spaces. It reads a single author with spaces on both sides of the comma as two, unless they are no-break spaces.
 */
function authorName({ name }: Contribution, only: boolean): string {
  if (isGroup(name)) return name.group.replace(/ ?[,;] ?/g, ' ');
  const written = twoPartName(name);
  if (!only || !name.family.includes(' ')) return written;
  const given = written.slice(name.family.length + 2);
  return given === '' ? name.family : `${name.family}, ${given.replaceAll(' ', '\u00a0')}`;
}

/** `2024/12/3`, or only the year: Google Scholar has no format for a month without a day. */
const scholarDate = ({ year, month, day }: PartialDate): string =>
  month === undefined || day === undefined ? String(year) : `${year}/${month}/${day}`;

const monthOf = ({ year, month }: PartialDate): string | undefined =>
  month === undefined ? undefined : `${year}/${month}`;

/** The place where a preprint, data or software are published. */
const repository = (cited: CitedPublication): string | undefined =>
  cited.publication.type === 'preprint' || containerIsPublisher(cited) ? containerTitle(cited) : undefined;

/** One tag that says the type: the container of the work, or the type of item in Zotero when there is none. */
function containerTags(cited: CitedPublication): readonly HeadTag[] {
  const { publication } = cited;
  const container = containerTitle(cited);
  const institution = publisher(cited) ?? container;
  if (isArticle(cited)) {
    if (container === undefined) return [itemType('journalArticle')];
    return [
      meta('citation_journal_title', container),
      ...optionalMeta('citation_journal_abbrev', journalAbbreviation(cited)),
    ];
  }
  switch (publication.type) {
    case 'conference-paper': {
      const conference = publication.event?.name ?? container;
      return conference === undefined
        ? [itemType('conferencePaper')]
        : [
            meta('citation_conference_title', conference),
            ...(container === undefined || container === conference ? [] : [proceedingsTitle(container)]),
          ];
    }
    case 'chapter':
      return container === undefined ? [itemType('bookSection')] : [meta('citation_inbook_title', container)];
    case 'thesis':
      return institution === undefined
        ? [itemType('thesis')]
        : [meta('citation_dissertation_institution', institution)];
    case 'report':
      return institution === undefined
        ? [itemType('report')]
        : [meta('citation_technical_report_institution', institution)];
    default:
      return [itemType(zoteroTypes[publication.type] ?? 'document')];
  }
}
