import {
  abstractText,
  citedTitle,
  containerTitle,
  nonEmpty,
  isArticle,
  containerIsPublisher,
  issns,
  mainAbstract,
  nativeNames,
  pagination,
  publisher,
  versionUrl,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import { textDetail } from '../formats/record/details.ts';
import { noticeText, noticesBySeverity } from '../formats/record/citation-notes.ts';
import { medlineTypes } from '../formats/nbib/medline-types.ts';
import { arxivUrl } from '../domain/identifiers/arxiv.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { handleUrl } from '../domain/identifiers/handle.ts';
import { orcidUrl } from '../domain/identifiers/orcid.ts';
import { pmcUrl, pubmedUrl } from '../domain/identifiers/pubmed.ts';
import { rorUrl } from '../domain/identifiers/ror.ts';
import { licenseUrl } from '../domain/publication/license.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import { comparePartialDates, formatPartialDate } from '../domain/dates/partial-date.ts';
import { isGroup } from '../domain/people/person-name.ts';
import type { PublishedFile } from '../domain/publication/publication-context.ts';
import type { Contribution, Publication, PublicationStatus } from '../domain/publication/publication.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { isIndexed } from './highwire.ts';
import { hasPages, schemaType } from './json-ld-types.ts';
import { oneOrMany, siteIds, type LdNode, type LdReference } from './json-ld-node.ts';
import type { PageView } from './page-view.ts';

/** Nodes of the publication and its affiliations. Their ids begin with the address of the page in the default language. */
export function publicationNodes(
  cited: CitedPublication,
  view: PageView,
  more: { readonly image?: string; readonly pdfUrl?: string } = {},
): readonly LdNode[] {
  const { publication } = cited;
  const type = schemaType(cited);
  const abstract = abstractText(mainAbstract(cited), '\n');
  const title = citedTitle(publication);
  const files = (cited.context.files ?? []).map(fileNode);
  const pages = hasPages(type) ? publication.pages : undefined;
  return [
    {
      '@type': type,
      '@id': workId(cited),
      url: cited.context.url,
      name: title,
      headline: hasPages(type) ? shortTitle(title) : undefined,
      alternateName: oneOrMany(Object.values(publication.titles).map(richTextToPlain)),
      inLanguage: publication.lang,
      author: publication.contributions.map((contribution, position) => author(contribution, position, cited, view)),
      editor: oneOrMany(publication.editors.map(contributor)),
      translator: oneOrMany(publication.translators.map(contributor)),
      bookEdition: type === 'Book' ? publication.edition : undefined,
      numberOfPages: type === 'Book' ? publication.pagesTotal : undefined,
      reportNumber: type === 'Report' ? publication.number : undefined,
      position: publication.chapter,
      version: publication.version ?? (type === 'Book' ? undefined : publication.edition),
      translationOfWork: publication.originalTitle && { '@type': 'CreativeWork', name: publication.originalTitle },
      datePublished: formatPartialDate(publication.published),
      contributor: oneOrMany((publication.thesis?.advisors ?? []).map(contributor)),
      inSupportOf: type === 'Thesis' ? textDetail(publication, 'thesisKind') : undefined,
      releasedEvent: eventNode(publication),
      dateModified: latestNotice(publication),
      isPartOf: oneOrMany([container(cited), seriesNode(publication)].filter((node) => node !== undefined)),
      pageStart: pages?.first,
      pageEnd: pages?.last,
      pagination: hasPages(type) && pages === undefined ? pagination(cited) : undefined,
      publisher: publisherNode(cited),
      publicationType: type === 'MedicalScholarlyArticle' ? oneOrMany(medlineTypes(cited)) : undefined,
      genre: genres[publication.type],
      identifier: oneOrMany(identifiers(publication)),
      isbn: type === 'Book' ? publication.isbn : undefined,
      sameAs: oneOrMany(addresses(publication)),
      // Where the page has `citation_abstract`, the abstract is not told a second time.
      abstract: isIndexed(publication.type) ? undefined : abstract,
      // Google requires a description for a data set, and ignores its abstract.
      description: type === 'Dataset' ? (abstract ?? title) : descriptionOf(publication, view),
      alternativeHeadline:
        publication.summaryTitle && chooseText(publication.summaryTitle, publication.lang, view.site.locales)?.text,
      keywords: oneOrMany([
        ...publication.keywords,
        ...publication.mesh.map((id) => meshTerm(id, publication.meshLabels?.[id])),
      ]),
      about: oneOrMany([...topicsOf(cited, view), ...trialsOf(publication)]),
      license: publication.license === undefined ? undefined : licenseUrl(publication.license),
      copyrightNotice: publication.copyright,
      isAccessibleForFree: publication.openAccess === undefined ? undefined : publication.openAccess !== 'closed',
      funding: oneOrMany(fundingOf(publication)),
      creativeWorkStatus: oneOrMany(statusesOf(publication)),
      correction: oneOrMany(correctionsOf(publication)),
      ...versionsOf(cited),
      image: more.image,
      encoding:
        more.pdfUrl === undefined
          ? undefined
          : (files.find(({ contentUrl }) => contentUrl === more.pdfUrl) ?? {
              '@type': 'MediaObject',
              contentUrl: more.pdfUrl,
              encodingFormat: 'application/pdf',
            }),
      associatedMedia: oneOrMany(files.filter(({ contentUrl }) => contentUrl !== more.pdfUrl)),
      sourceOrganization: { '@id': siteIds(view.site.url).institute },
    },
    ...publication.affiliations.map((affiliation, index): LdNode => ({
      '@type': 'Organization',
      '@id': affiliationId(cited, index + 1),
      name: affiliation.name,
      identifier: affiliation.ror && rorUrl(affiliation.ror),
      sameAs: affiliation.ror && rorUrl(affiliation.ror),
      address: affiliation.country && { '@type': 'PostalAddress', addressCountry: affiliation.country },
    })),
  ];
}

/** A file of the publication. `contentSize` is a text: https://schema.org/contentSize. */
const fileNode = ({ url, type, label, bytes }: PublishedFile) => ({
  '@type': 'MediaObject',
  contentUrl: url,
  encodingFormat: type,
  contentSize: `${bytes} B`,
  name: label,
});

export const workId = ({ context }: CitedPublication): string => `${context.url}#work`;

const affiliationId = ({ context }: CitedPublication, number: number): string => `${context.url}#affiliation-${number}`;

/**
 * A title of more than the 110 characters that Google shows, cut to them; a shorter one is the name already.
 * https://developers.google.com/search/docs/appearance/structured-data/article
 */
function shortTitle(title: string): string | undefined {
  if (title.length <= 110) return undefined;
  const space = title.lastIndexOf(' ', 108);
  return `${title.slice(0, space > 60 ? space : 108)} …`;
}

function author(
  { name, orcid, affiliations, native }: Contribution,
  position: number,
  cited: CitedPublication,
  { urls, site }: PageView,
): LdNode {
  const person = cited.context.people[position];
  const page = person === undefined ? undefined : urls.absolute(urls.person(person, site.locales[0] ?? 'en'));
  const affiliation = oneOrMany(affiliations.map((number): LdReference => ({ '@id': affiliationId(cited, number) })));
  if (isGroup(name)) return { '@type': 'Organization', name: name.group, url: page };
  return {
    '@type': 'Person',
    '@id': orcid ? orcidUrl(orcid) : page && `${page}#person`,
    // Its parts are in `citation_author`.
    name: name.printed,
    honorificSuffix: name.suffix,
    alternateName: oneOrMany(nativeNames({ native } as Contribution)),
    url: page,
    identifier: orcid && orcidUrl(orcid),
    affiliation,
  };
}

/** An editor or translator, who has no page and no affiliation in the metadata. */
const contributor = ({ name, orcid }: Contribution): LdNode =>
  isGroup(name)
    ? { '@type': 'Organization', name: name.group }
    : {
        '@type': 'Person',
        '@id': orcid && orcidUrl(orcid),
        name: name.printed,
        givenName: name.given,
        familyName: name.family,
        honorificSuffix: name.suffix,
      };

function seriesNode({ series, seriesNumber, seriesEditors }: Publication): LdNode | undefined {
  if (!series && !seriesNumber && seriesEditors.length === 0) return undefined;
  return {
    '@type': 'CreativeWorkSeries',
    name: series,
    position: seriesNumber,
    editor: oneOrMany(seriesEditors.map(contributor)),
  };
}

/** The congress at which the work was presented. */
const eventNode = ({ event }: Publication): LdNode | undefined =>
  event && {
    '@type': 'PublicationEvent',
    name: event.name,
    location: event.place,
    startDate: event.start && formatPartialDate(event.start),
    endDate: event.end && formatPartialDate(event.end),
  };

/** Issue in volume in journal, or the book or proceedings; undefined when the container is the publisher. */
function container(cited: CitedPublication): LdNode | undefined {
  const { publication, context } = cited;
  const name = containerTitle(cited);
  if (name === undefined || containerIsPublisher(cited)) return undefined;
  if (!isArticle(cited)) {
    if (publication.type === 'preprint') return undefined;
    return {
      '@type': publication.type === 'chapter' ? 'Book' : 'CreativeWork',
      name,
      isbn: publication.type === 'chapter' ? publication.isbn : undefined,
      sameAs: publication.containerDoi && doiUrl(publication.containerDoi),
    };
  }
  const periodical: LdNode = {
    '@type': 'Periodical',
    name,
    alternateName: nonEmpty(context.journal?.abbreviation),
    issn: oneOrMany(issns(cited)),
    url: nonEmpty(context.journal?.url),
  };
  const volume: LdNode = publication.volume
    ? { '@type': 'PublicationVolume', volumeNumber: publication.volume, isPartOf: periodical }
    : periodical;
  return publication.issue ? { '@type': 'PublicationIssue', issueNumber: publication.issue, isPartOf: volume } : volume;
}

function publisherNode(cited: CitedPublication): LdNode | undefined {
  const name =
    publisher(cited) ??
    (containerIsPublisher(cited) || cited.publication.type === 'preprint' ? containerTitle(cited) : undefined);
  const { place } = cited.publication;
  if (name === undefined && place === undefined) return undefined;
  return { '@type': 'Organization', name, address: place };
}

function identifiers({ doi, pmid, pmcid, arxiv, handle, articleNumber, number, type }: Publication): readonly LdNode[] {
  const rows = [
    ['doi', doi && `doi:${doi}`, doi && doiUrl(doi)],
    ['pubmed', pmid && `pubmed:${pmid}`, pmid && pubmedUrl(pmid)],
    ['pmc', pmcid && `pmc:${pmcid}`, pmcid && pmcUrl(pmcid)],
    ['arxiv', arxiv && `arxiv:${arxiv}`, arxiv && arxivUrl(arxiv)],
    ['handle', handle && `hdl:${handle}`, handle && handleUrl(handle)],
  ] as const;
  return [
    ...rows.flatMap(([name, value, url]): readonly LdNode[] =>
      value && url
        ? [{ '@type': 'PropertyValue', propertyID: `https://registry.identifiers.org/registry/${name}`, value, url }]
        : [],
    ),
    ...(articleNumber ? [{ '@type': 'PropertyValue', propertyID: 'article number', value: articleNumber }] : []),
    ...(number && type !== 'report' ? [{ '@type': 'PropertyValue', propertyID: 'number', value: number }] : []),
  ];
}

const addresses = ({ doi, pmid, pmcid, arxiv, handle, url }: Publication): readonly string[] =>
  [
    doi && doiUrl(doi),
    pmid && pubmedUrl(pmid),
    pmcid && pmcUrl(pmcid),
    arxiv && arxivUrl(arxiv),
    handle && handleUrl(handle),
    url,
  ].flatMap((address) => address || []);

/** What the office says of a publication: its summary in place of the abstract, else its key messages. */
function descriptionOf(publication: Publication, { site }: PageView): string | undefined {
  const messages = publication.keyMessages.flatMap(
    (message) => chooseText(message, publication.lang, site.locales)?.text ?? [],
  );
  return textDetail(publication, 'officeSummary') ?? nonEmpty(messages.join(' '));
}

const meshTerm = (id: string, label: string | undefined): LdNode => ({
  '@type': 'DefinedTerm',
  '@id': `https://id.nlm.nih.gov/mesh/${id}`,
  name: label,
  termCode: id,
  inDefinedTermSet: 'https://id.nlm.nih.gov/mesh/',
});

const topicsOf = ({ context, publication }: CitedPublication, { urls, site }: PageView): readonly LdNode[] =>
  context.topics.map(({ id, name }) => {
    const page = urls.absolute(urls.topic(id, site.locales[0] ?? 'en'));
    return {
      '@type': 'DefinedTerm',
      '@id': `${page}#topic`,
      name: chooseText(name, publication.lang, site.locales)?.text ?? id,
      url: page,
    };
  });

const trialsOf = ({ trials }: Publication): readonly LdNode[] =>
  trials.map(({ id, url }) => ({ '@type': 'MedicalTrial', identifier: id, url }));

const fundingOf = ({ funding }: Publication): readonly LdNode[] =>
  funding.map(({ funder, ror, award }) => ({
    '@type': 'Grant',
    identifier: award,
    funder: { '@type': 'Organization', '@id': ror && rorUrl(ror), name: funder },
  }));

function statusesOf({ status, type }: Publication): readonly string[] {
  const word = statuses[status];
  return [...(type === 'preprint' ? ['Preprint'] : []), ...(word === undefined ? [] : [word])];
}

/** Notices as values of `correction`, because schema.org has no class for a retraction. */
const correctionsOf = (publication: Publication): readonly LdNode[] =>
  noticesBySeverity(publication).map((notice) => ({
    '@type': 'CorrectionComment',
    text: noticeText(notice),
    datePublished: notice.date && formatPartialDate(notice.date),
    url: notice.doi ? doiUrl(notice.doi) : notice.url,
  }));

const latestNotice = ({ notices }: Publication): string | undefined => {
  const date = notices
    .flatMap((notice) => notice.date ?? [])
    .sort(comparePartialDates)
    .at(-1);
  return date && formatPartialDate(date);
};

/** Other versions of the work: the preferred or published one as `exampleOfWork`, a preprint as `workExample`. */
function versionsOf(cited: CitedPublication): { exampleOfWork?: LdNode; workExample?: LdNode } {
  const { context } = cited;
  const main = versionUrl(context.preferred ?? context.publishedVersion, cited);
  const preprint = versionUrl(context.preprint, cited);
  return {
    ...(main === undefined ? {} : { exampleOfWork: version(main) }),
    ...(preprint === undefined || preprint === main ? {} : { workExample: version(preprint) }),
  };
}

const version = (url: string): LdNode => ({
  '@type': 'CreativeWork',
  '@id': url.startsWith('https://doi.org/') ? url : `${url}#work`,
  url,
});

const statuses: Readonly<Partial<Record<PublicationStatus, string>>> = {
  corrected: 'Corrected',
  retracted: 'Retracted',
  concern: 'Expression of concern',
  withdrawn: 'Withdrawn',
};

const genres: Readonly<Partial<Record<Publication['type'], string>>> = {
  review: 'Review',
  editorial: 'Editorial',
  letter: 'Letter',
  preprint: 'Preprint',
  'conference-paper': 'Conference paper',
  protocol: 'Protocol',
  patent: 'Patent',
  media: 'Media',
};
