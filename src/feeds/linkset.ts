import type { CitedPublication } from '../formats/record/cited-publication.ts';
import { singleFormats, type OfferedFormat } from '../domain/publication/offered-format.ts';
import { signposts, type Signpost } from '../metadata/signposting.ts';
import { findPdfUrl } from '../metadata/pdf-url.ts';
import type { Urls } from '../urls.ts';

/**
 * Typed links of a publication's page and its files (RFC 9264), for harvesters that use level 2 of
 * https://signposting.org/FAIR/.
 */
export function writeLinkset(cited: CitedPublication, urls: Urls, formats: readonly OfferedFormat[]): string {
  const { publication, context } = cited;
  const own = { href: context.url, type: 'text/html' };
  const links = signposts(cited, urls, formats, findPdfUrl(cited));
  const relations = [...new Set(links.map(({ rel }) => rel))];
  const value = {
    linkset: [
      {
        anchor: context.url,
        ...Object.fromEntries(
          relations.map((relation) => [relation, links.filter(({ rel }) => rel === relation).map(target)]),
        ),
      },
      ...links.filter(({ rel }) => rel === 'item').map(({ href }) => ({ anchor: href, collection: [own] })),
      ...singleFormats(formats, context.withheld).map(({ extension }) => ({
        anchor: urls.absolute(urls.citation(publication.slug, extension)),
        describes: [own],
      })),
    ],
  };
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

const target = ({ href, type }: Signpost) => (type === undefined ? { href } : { href, type });
