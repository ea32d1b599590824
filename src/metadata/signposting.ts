import { singleFormats, type OfferedFormat } from '../domain/publication/offered-format.ts';
import { readingUrl, versionUrl, type CitedPublication } from '../formats/record/cited-publication.ts';
import { arxivUrl } from '../domain/identifiers/arxiv.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { handleUrl } from '../domain/identifiers/handle.ts';
import { orcidUrl } from '../domain/identifiers/orcid.ts';
import { pubmedUrl } from '../domain/identifiers/pubmed.ts';
import { licenseUrl } from '../domain/publication/license.ts';
import type { Urls } from '../urls.ts';
import { link, type HeadTag } from './head-tag.ts';
import { schemaType } from './json-ld-types.ts';

/** A typed link of https://signposting.org/FAIR/, from the publication's page. */
export interface Signpost {
  readonly rel: 'author' | 'cite-as' | 'related' | 'describedby' | 'item' | 'license' | 'type';
  readonly href: string;
  readonly type?: string;
}

/** Level 1, for the page of a publication. */
export function signposts(
  cited: CitedPublication,
  urls: Urls,
  formats: readonly OfferedFormat[],
  pdfUrl?: string,
): readonly Signpost[] {
  const { publication } = cited;
  const { contributions, license, links } = publication;
  const { files = [] } = cited.context;
  const items: readonly Signpost[] = [
    ...(pdfUrl === undefined || files.some(({ url }) => url === pdfUrl)
      ? []
      : [{ rel: 'item', href: pdfUrl, type: 'application/pdf' } as const]),
    ...files.map(({ url, type }) => ({ rel: 'item', href: url, type }) as const),
    ...links
      .filter(({ rel, file }) => rel === 'data' && file === undefined)
      .map(({ url }) => ({ rel: 'item', href: url }) as const),
  ];
  const deed = license === undefined ? undefined : licenseUrl(license);
  return [
    ...contributions.flatMap(({ orcid }): readonly Signpost[] =>
      orcid ? [{ rel: 'author', href: orcidUrl(orcid) }] : [],
    ),
    ...identifierLinks(cited),
    ...singleFormats(formats, cited.context.withheld).map(({ extension, mediaType }): Signpost => ({
      rel: 'describedby',
      href: urls.absolute(urls.citation(publication.slug, extension)),
      type: mediaType,
    })),
    ...items,
    ...(deed === undefined ? [] : [{ rel: 'license', href: deed } as const]),
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaType(cited)}` },
  ];
}

/**
 * `cite-as` (RFC 8574) is an identifier that resolves to this page: a DOI or handle whose record links here, or the address
 * of the page when the work has no identifier. Identifiers that resolve to a publisher are `related`, and so is the version
 * to cite instead.
 */
function identifierLinks(cited: CitedPublication): readonly Signpost[] {
  const { publication, context } = cited;
  const { doi, handle, arxiv, pmid, url, links } = publication;
  const identifiers = [doi && doiUrl(doi), handle && handleUrl(handle), arxiv && arxivUrl(arxiv)].flatMap(
    (identifier) => identifier || [],
  );
  const leadsHere =
    url === context.url || links.some(({ rel, url: target }) => rel === 'publisher' && target === context.url);
  const preferred = versionUrl(context.preferred, cited);
  const own =
    preferred !== undefined
      ? undefined
      : leadsHere
        ? (identifiers[0] ?? context.url)
        : identifiers.length === 0 && readingUrl(cited) === context.url
          ? context.url
          : undefined;
  const related = [preferred, ...identifiers, pmid && pubmedUrl(pmid)].filter(
    (target): target is string => target !== undefined && target !== '' && target !== own,
  );
  return [
    ...(own === undefined ? [] : [{ rel: 'cite-as', href: own } as const]),
    ...[...new Set(related)].map((href) => ({ rel: 'related', href }) as const),
  ];
}

export function signpostingTags(
  cited: CitedPublication,
  urls: Urls,
  options: { readonly formats: readonly OfferedFormat[]; readonly pdfUrl?: string; readonly linkset: boolean },
): readonly HeadTag[] {
  const { slug } = cited.publication;
  return [
    // A file of citations describes the page, and is another form of it: one link with both relations (RFC 8288, 3.3).
    ...signposts(cited, urls, options.formats, options.pdfUrl).map(({ rel, href, type }) =>
      link(rel === 'describedby' ? 'describedby alternate' : rel, href, type ? { type } : {}),
    ),
    ...(options.linkset ? [link('linkset', urls.linkset(slug), { type: 'application/linkset+json' })] : []),
  ];
}
