import type { CitedPublication } from '../formats/record/cited-publication.ts';

/**
 * Address of the full text where it lies beside the page: Google Scholar takes a PDF only from the folder of the page that
 * describes it. One on another server is the business of that server's page. It is the file that a link of the record
 * names, or one beside the record that has its name, `<slug>.pdf`; any other PDF may be a supplement.
 */
export function pdfBeside({ publication, context }: CitedPublication): string | undefined {
  const { slug, links, assets } = publication;
  const linked = links.find(
    ({ rel, url }) => (rel === 'pdf' || rel === 'fulltext') && url.startsWith(context.url) && /\.pdf$/i.test(url),
  );
  const beside = assets.find((asset) => asset.replace(/^(\.\/)+/, '').toLowerCase() === `${slug}.pdf`);
  return linked?.url ?? (beside && context.url + beside.replace(/^(\.\/)+/, ''));
}
