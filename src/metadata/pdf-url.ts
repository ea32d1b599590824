import type { CitedPublication } from '../formats/record/cited-publication.ts';

/**
 * Absolute address of the PDF of a publication on this site; undefined when there is none. It is a file of the publication, or
 * what a `pdf` or `fulltext` link names in the folder of the page: any other PDF may be a supplement.
 */
export function findPdfUrl({ publication, context }: CitedPublication): string | undefined {
  const { files = [] } = context;
  const file = files.find(({ rel, type }) => rel === 'pdf' && type === pdf) ?? files.find(isFullText);
  const linked = publication.links.find(
    ({ rel, url }) => (rel === 'pdf' || rel === 'fulltext') && url.startsWith(context.url) && /\.pdf$/i.test(url),
  );
  return file?.url ?? linked?.url;
}

const pdf = 'application/pdf';

const isFullText = ({ rel, type }: { readonly rel: string; readonly type: string }): boolean =>
  rel === 'fulltext' && type === pdf;
