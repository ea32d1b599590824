import type { CitedPublication } from '../formats/record/cited-publication.ts';

/**
 * Absolute address of the PDF in the folder of the page, the only folder from which Google Scholar accepts it; undefined
 * when there is none. It is the file of a `pdf` or `fulltext` link, or `<slug>.pdf`: any other PDF may be a supplement.
 */
export function findPdfUrl({ publication, context }: CitedPublication): string | undefined {
  const { slug, links, assets } = publication;
  const linked = links.find(
    ({ rel, url }) => (rel === 'pdf' || rel === 'fulltext') && url.startsWith(context.url) && /\.pdf$/i.test(url),
  );
  const beside = assets.find((asset) => asset.replace(/^(\.\/)+/, '').toLowerCase() === `${slug}.pdf`);
  return linked?.url ?? (beside && context.url + beside.replace(/^(\.\/)+/, ''));
}
