import {
  abstractText,
  citedTitle,
  nonEmpty,
  mainAbstract,
  pagination,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import { textDetail } from '../formats/record/details.ts';
import { medlineTypes } from '../formats/nbib/medline-types.ts';
import { licenseUrl } from '../domain/publication/license.ts';
import { chooseText } from '../domain/languages/localized-text.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import type { PublishedFile } from '../domain/publication/publication-context.ts';
import type { Publication } from '../domain/publication/publication.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { isIndexed } from './highwire.ts';
import { hasPages, schemaType } from './json-ld-types.ts';
import { oneOrMany, siteIds, type LdNode } from './json-ld-node.ts';
import type { PageView } from './page-view.ts';
import { author, contributor, affiliationNodes } from './json-ld-people.ts';
import { seriesNode, eventNode, container, publisherNode } from './json-ld-container.ts';
import { identifiers, addresses } from './json-ld-identifiers.ts';
import { meshTerm, topicsOf, trialsOf, fundingOf } from './json-ld-subjects.ts';
import { correctionsOf, dateModified, statusesOf, versionsOf } from './json-ld-status.ts';

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
      dateModified: dateModified(publication),
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
      // Where the page has `citation_abstract`, the abstract is not given a second time.
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
    ...affiliationNodes(cited),
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

/**
 * A title of more than the 110 characters that Google shows, cut to them; a shorter one is the name already.
 * https://developers.google.com/search/docs/appearance/structured-data/article
 */
function shortTitle(title: string): string | undefined {
  if (title.length <= 110) return undefined;
  const space = title.lastIndexOf(' ', 108);
  return `${title.slice(0, space > 60 ? space : 108)} …`;
}

/** What the office says of a publication: its summary in place of the abstract, else its key messages. */
function descriptionOf(publication: Publication, { site }: PageView): string | undefined {
  const messages = publication.keyMessages.flatMap(
    (message) => chooseText(message, publication.lang, site.locales)?.text ?? [],
  );
  return textDetail(publication, 'officeSummary') ?? nonEmpty(messages.join(' '));
}

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
