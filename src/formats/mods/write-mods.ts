import { formatPages } from '../../domain/publication/page-range.ts';
import { formatPartialDate } from '../../domain/dates/partial-date.ts';
import { isGroup } from '../../domain/people/person-name.ts';
import type { Contribution, PageRange, Publication } from '../../domain/publication/publication.ts';
import { richTextToPlain } from '../../domain/text/rich-text.ts';
import { citationNotes } from '../record/citation-notes.ts';
import {
  abstractText,
  citedTitle,
  containerIsPublisher,
  containerTitle,
  isArticle,
  journalAbbreviation,
  mainAbstract,
  publisher,
  readingUrl,
  type CitedPublication,
} from '../record/cited-publication.ts';
import { detailNotes } from '../record/detail-notes.ts';
import { listDetail, textDetail } from '../record/details.ts';
import { fieldNote, fundingNotes, trialNotes } from '../record/field-notes.ts';
import { genres, thesisGenres } from './mods-genres.ts';
import { branch, leaf, type XmlLines } from './xml-lines.ts';

/**
 * Formats a record of MODS 3.7. What MODS has no element for is a note.
 * https://www.loc.gov/standards/mods/userguide/
 */
export function toModsRecord(cited: CitedPublication): string {
  const { publication } = cited;
  const { type, titles, isbn } = publication;
  const thesisKind = type === 'thesis' ? publication.thesis?.kind : undefined;
  const held = type === 'chapter' || type === 'conference-paper';
  const lines = branch(
    'mods',
    { version: '3.7' },
    branch('titleInfo', {}, leaf('title', citedTitle(publication))),
    ...Object.entries(titles).map(([lang, title]) =>
      branch('titleInfo', { type: 'translated', 'xml:lang': lang }, leaf('title', richTextToPlain(title))),
    ),
    ...publication.contributions.map((one) => name(one, 'author', publication)),
    ...publication.editors.map((one) => name(one, 'editor')),
    ...publication.translators.map((one) => name(one, 'translator')),
    ...listDetail(publication, 'advisors').map((one) => name(one, 'thesis advisor')),
    leaf('typeOfResource', type === 'software' || type === 'dataset' ? 'software, multimedia' : 'text'),
    isArticle(cited) ? leaf('genre', genres.article) : [],
    isArticle(cited) && type === 'article' ? [] : leaf('genre', genres[type]),
    thesisKind ? leaf('genre', thesisGenres[thesisKind]) : [],
    originInfo(cited),
    branch('language', {}, leaf('languageTerm', publication.lang, { type: 'code', authority: 'rfc5646' })),
    branch('physicalDescription', {}, leaf('extent', publication.pagesTotal, { unit: 'pages' })),
    abstracts(cited),
    subjects(cited),
    host(cited, held ? isbn : undefined),
    series(publication),
    branch('relatedItem', { type: 'original' }, titleInfo(publication.originalTitle)),
    identifier('doi', publication.doi),
    identifier('pmid', publication.pmid),
    identifier('pmcid', publication.pmcid),
    identifier('arxiv', publication.arxiv),
    identifier('isbn', held ? undefined : isbn),
    identifier('citekey', publication.citekey),
    branch('location', {}, leaf('url', readingUrl(cited), { dateLastAccessed: textDetail(publication, 'accessed') })),
    ...notes(cited).map((note) => leaf('note', note)),
    leaf('accessCondition', publication.copyright, { type: 'use and reproduction' }),
  );
  return `${lines.join('\n')}\n`;
}

const identifier = (type: string, value: string | undefined, displayLabel?: string): XmlLines =>
  leaf('identifier', value, { type, displayLabel });

const titleInfo = (title: string | undefined, type?: string): XmlLines =>
  branch('titleInfo', { type }, leaf('title', title));

/** A contributor; only authors have affiliations. */
function name(contribution: Contribution, role: string, { affiliations }: Partial<Publication> = {}): XmlLines {
  const { name: own, native = {}, orcid } = contribution;
  const parts = isGroup(own)
    ? leaf('namePart', own.group)
    : [
        ...leaf('namePart', own.family, { type: 'family' }),
        ...leaf('namePart', own.given, { type: 'given' }),
        ...leaf('namePart', own.suffix, { type: 'termsOfAddress' }),
      ];
  return branch(
    'name',
    { type: isGroup(own) ? 'corporate' : 'personal' },
    parts,
    branch('role', {}, leaf('roleTerm', role, { type: 'text', authority: 'marcrelator' })),
    ...contribution.affiliations.map((number) => leaf('affiliation', affiliations?.[number - 1]?.name)),
    leaf('nameIdentifier', orcid, { type: 'orcid' }),
    ...Object.entries(native).map(([lang, form]) =>
      branch('alternativeName', { 'xml:lang': lang === 'und' ? undefined : lang }, leaf('namePart', form)),
    ),
  );
}

function originInfo(cited: CitedPublication): XmlLines {
  const { publication } = cited;
  const container = containerTitle(cited);
  const publisherName = publisher(cited);
  return branch(
    'originInfo',
    {},
    branch('place', {}, leaf('placeTerm', publication.place, { type: 'text' })),
    leaf('publisher', containerIsPublisher(cited) ? (container ?? publisherName) : publisherName),
    leaf('dateIssued', formatPartialDate(publication.published), { encoding: 'w3cdtf', keyDate: 'yes' }),
    leaf('dateOther', textDetail(publication, 'online'), { type: 'online', encoding: 'w3cdtf' }),
    leaf('edition', publication.edition),
  );
}

function abstracts(cited: CitedPublication): XmlLines {
  const main = mainAbstract(cited);
  const all = main ? [main, ...cited.publication.abstracts.filter((other) => other !== main)] : [];
  return all.flatMap((abstract) => leaf('abstract', abstractText(abstract, ' '), { 'xml:lang': abstract.lang }));
}

/** Keywords of the authors, and MeSH headings, by their numbers where their words are not known. */
const subjects = ({ publication, context }: CitedPublication): XmlLines => [
  ...publication.keywords.flatMap((word) => branch('subject', {}, leaf('topic', word))),
  ...publication.mesh.flatMap((id) => {
    const label = context.mesh?.[id];
    const words = label?.['en'] ?? label?.['und'] ?? publication.meshLabels?.[id] ?? id;
    return branch(
      'subject',
      { authority: 'mesh' },
      leaf('topic', words, { valueURI: `https://id.nlm.nih.gov/mesh/${id}` }),
    );
  }),
];

/** The journal, book or repository, with the place in it. */
function host(cited: CitedPublication, isbn: string | undefined): XmlLines {
  const { volume, issue, chapter, pages, articleNumber, containerDoi } = cited.publication;
  const { issn, eissn } = cited.context.journal ?? {};
  const detail = (type: string, number: string | undefined): XmlLines =>
    branch('detail', { type }, leaf('number', number));
  return branch(
    'relatedItem',
    { type: 'host' },
    titleInfo(containerIsPublisher(cited) ? undefined : containerTitle(cited)),
    titleInfo(journalAbbreviation(cited), 'abbreviated'),
    leaf('genre', containerTitle(cited) === undefined ? undefined : hostGenre(cited)),
    identifier('issn', issn),
    identifier('issn', eissn === issn ? undefined : eissn, 'electronic'),
    identifier('isbn', isbn),
    identifier('doi', containerDoi),
    branch(
      'part',
      {},
      detail('volume', volume),
      detail('issue', issue),
      detail('chapter', chapter),
      detail('article', articleNumber),
      branch('extent', { unit: 'page' }, ...pageLines(pages)),
    ),
  );
}

/** bibutils distinguishes articles and conference papers from chapters by this genre. */
const hostGenre = (cited: CitedPublication): string | undefined =>
  isArticle(cited)
    ? 'academic journal'
    : cited.publication.type === 'conference-paper'
      ? 'conference publication'
      : undefined;

/** More pages than a range are a list. A single page ends where it starts: Zotero writes an end that is absent as `null`. */
const pageLines = (pages: PageRange | undefined): readonly XmlLines[] =>
  pages?.more
    ? [leaf('list', formatPages(pages))]
    : [leaf('start', pages?.first), leaf('end', pages?.last ?? pages?.first)];

const series = ({ series: title, seriesNumber, seriesEditors }: Publication): XmlLines =>
  branch(
    'relatedItem',
    { type: 'series' },
    branch('titleInfo', {}, leaf('title', title), leaf('partNumber', seriesNumber)),
    ...seriesEditors.map((one) => name(one, 'editor')),
  );

function notes(cited: CitedPublication): readonly string[] {
  const { publication } = cited;
  const container = containerTitle(cited);
  const publisherName = publisher(cited);
  const written = [
    ...(['editors', 'translators', 'seriesEditors', 'edition', 'series', 'seriesNumber', 'place'] as const),
    ...(['pagesTotal', 'chapter', 'originalTitle', 'accessed', 'online', 'containerDoi', 'advisors'] as const),
    ...(publication.type === 'thesis' ? (['thesisKind'] as const) : []),
  ];
  return [
    ...citationNotes(cited),
    ...trialNotes(publication),
    ...fundingNotes(publication),
    ...detailNotes(publication, written),
    ...(containerIsPublisher(cited) && container && publisherName !== container
      ? fieldNote('Publisher', publisherName)
      : []),
  ];
}
