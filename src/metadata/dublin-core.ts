import {
  abstractText,
  versionUrl,
  citedTitle,
  containerTitle,
  issns,
  mainAbstract,
  pagination,
  publisher,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { licenseUrl } from '../domain/publication/license.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import { invertedName } from '../domain/people/person-name.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import { isIndexed } from './highwire.ts';
import { link, meta, optionalMeta, type AttributeTag, type HeadTag } from './head-tag.ts';
import { detailTags, itemType, zoteroTypes } from './zotero-tags.ts';

/**
 * Dublin Core in HTML (https://www.dublincore.org/specifications/dublin-core/dc-html/): what the `citation_…` tags of a
 * publication cannot say, or all of a publication that has none.
 */
export function dublinCoreTags(cited: CitedPublication): readonly HeadTag[] {
  const own = [...(isIndexed(cited.publication.type) ? [] : wholeRecord(cited)), ...beyondHighwire(cited)];
  const uses = (prefix: string): boolean => own.some(({ attributes }) => attributes['name']?.startsWith(prefix));
  return [
    ...(uses('DC.') ? [link('schema.DC', 'http://purl.org/dc/elements/1.1/')] : []),
    ...(uses('DCTERMS.') ? [link('schema.DCTERMS', 'http://purl.org/dc/terms/')] : []),
    ...own,
  ];
}

function wholeRecord(cited: CitedPublication): readonly AttributeTag[] {
  const { publication, context } = cited;
  const { doi, lang, keywords, type } = publication;
  return [
    meta('DC.title', citedTitle(publication)),
    ...publication.contributions.map(({ name }) => meta('DC.creator', invertedName(name))),
    meta('DC.type', dcmiTypes[type] ?? 'Text'),
    // Zotero finds no container, and would save the work as a web page.
    itemType(zoteroTypes[type] ?? 'document'),
    meta('DC.identifier', doi === undefined ? context.url : doiUrl(doi)),
    meta('DC.language', lang),
    ...optionalMeta('DC.publisher', publisher(cited)),
    ...optionalMeta('DC.source', containerTitle(cited)),
    // Qualified as Open Journal Systems does, which reference managers read.
    ...optionalMeta('DC.Source.Volume', publication.volume),
    ...optionalMeta('DC.Source.Issue', publication.issue),
    ...issns(cited)
      .slice(0, 1)
      .map((issn) => meta('DC.Source.ISSN', issn)),
    ...optionalMeta('DC.Identifier.pageNumber', pagination(cited)),
    ...optionalMeta('DC.Identifier.DOI', doi),
    ...detailTags(
      cited,
      [],
      [
        ['PMID', publication.pmid],
        ['PMCID', publication.pmcid],
        ['arXiv', publication.arxiv],
      ],
    ),
    ...optionalMeta('DCTERMS.abstract', abstractText(mainAbstract(cited), ' ')),
    ...keywords.map((keyword) => meta('DC.subject', keyword)),
  ];
}

function beyondHighwire(cited: CitedPublication): readonly AttributeTag[] {
  const { publication, context } = cited;
  const { license, copyright, notices, published, online } = publication;
  // Translated titles are in JSON-LD and in “Extra”: Zotero takes `DCTERMS.alternative` for the abbreviation of the journal.
  return [
    // `citation_publication_date` has no month without a day.
    meta('DCTERMS.issued', formatPartialDate(published)),
    ...optionalMeta('DCTERMS.available', online && formatPartialDate(online)),
    ...optionalMeta('DC.rights', copyright),
    ...optionalMeta('DC.rights', license && licenseUrl(license) === undefined ? license : undefined),
    ...optionalMeta('DCTERMS.license', license && licenseUrl(license)),
    ...notices.flatMap((notice) => optionalMeta('DCTERMS.references', notice.doi ? doiUrl(notice.doi) : notice.url)),
    ...optionalMeta('DCTERMS.isReplacedBy', versionUrl(context.preferred, cited)),
    ...optionalMeta('DCTERMS.hasVersion', versionUrl(context.publishedVersion ?? context.preprint, cited)),
  ];
}

/** https://www.dublincore.org/specifications/dublin-core/dcmi-type-vocabulary/ */
const dcmiTypes: Readonly<Partial<Record<PublicationType, string>>> = {
  dataset: 'Dataset',
  software: 'Software',
  media: 'InteractiveResource',
};
