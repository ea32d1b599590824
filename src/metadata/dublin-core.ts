import {
  versionUrl,
  citedTitle,
  containerTitle,
  publisher,
  type CitedPublication,
} from '../formats/record/cited-publication.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { licenseUrl } from '../domain/publication/license.ts';
import { formatPartialDate } from '../domain/dates/partial-date.ts';
import { invertedName } from '../domain/people/person-name.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';
import { richTextToPlain } from '../domain/text/rich-text.ts';
import { isIndexed, itemType, zoteroTypes } from './highwire.ts';
import { link, meta, optionalMeta, type HeadTag } from './head-tag.ts';

/** Dublin Core in HTML (https://www.dublincore.org/specifications/dublin-core/dc-html/). */
export function dublinCoreTags(cited: CitedPublication): readonly HeadTag[] {
  const { publication, context } = cited;
  const { doi, lang, license, copyright, keywords, titles, notices, type } = publication;
  return [
    link('schema.DC', 'http://purl.org/dc/elements/1.1/'),
    link('schema.DCTERMS', 'http://purl.org/dc/terms/'),
    meta('DC.title', citedTitle(publication)),
    ...Object.entries(titles).map(([code, title]): HeadTag => inLanguage('DCTERMS.alternative', title, code)),
    ...publication.contributions.map(({ name }) => meta('DC.creator', invertedName(name))),
    meta('DCTERMS.issued', formatPartialDate(publication.published)),
    ...optionalMeta('DCTERMS.available', publication.online && formatPartialDate(publication.online)),
    meta('DC.type', dcmiTypes[type] ?? 'Text'),
    // A work without `citation_…` tags has no container for Zotero, which would save it as a web page.
    ...(isIndexed(type) ? [] : [itemType(zoteroTypes[type] ?? 'document')]),
    meta('DC.identifier', doi === undefined ? context.url : doiUrl(doi)),
    meta('DC.language', lang),
    ...optionalMeta('DC.publisher', publisher(cited)),
    ...optionalMeta('DC.source', containerTitle(cited)),
    ...keywords.map((keyword) => meta('DC.subject', keyword)),
    ...optionalMeta('DC.rights', copyright),
    ...optionalMeta('DCTERMS.license', license && licenseUrl(license)),
    ...notices.flatMap((notice) => optionalMeta('DCTERMS.references', notice.doi ? doiUrl(notice.doi) : notice.url)),
    ...optionalMeta('DCTERMS.isReplacedBy', versionUrl(context.preferred, cited)),
    ...optionalMeta('DCTERMS.hasVersion', versionUrl(context.publishedVersion ?? context.preprint, cited)),
  ];
}

const inLanguage = (name: string, title: Parameters<typeof richTextToPlain>[0], lang: string): HeadTag => ({
  tag: 'meta',
  attributes: { name, content: richTextToPlain(title), lang },
});

/** https://www.dublincore.org/specifications/dublin-core/dcmi-type-vocabulary/ */
const dcmiTypes: Readonly<Partial<Record<PublicationType, string>>> = {
  dataset: 'Dataset',
  software: 'Software',
  media: 'InteractiveResource',
};
