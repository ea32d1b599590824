import { doiUrl } from '../../domain/identifiers/doi.ts';
import { pmcUrl, pubmedUrl } from '../../domain/identifiers/pubmed.ts';
import { extensionOf } from '../../domain/pages/file-kinds.ts';
import type { PublicationPage } from '../../domain/pages/page-data.ts';
import type { PublishedFile } from '../../domain/publication/publication-context.ts';
import type { LinkRelation } from '../../domain/publication/publication.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import { runAttributes, runOf } from '../page/run.ts';
import type { View } from '../page/view.ts';

export interface ExternalLink {
  readonly label: string;
  readonly url: string;
  /** Kind and size of a file of this site, such as `PDF, 1.2 MB`; absent for a link to another site. */
  readonly note?: string;
  /** Language of a label from the record; absent for a label of the interface. */
  readonly lang?: string;
}

/** A label in another language has its own element, so that the arrow after it keeps the direction of the page. */
export function externalLinkHtml({ label, url, note, lang }: ExternalLink, locale: string): string {
  const run = lang === undefined ? '' : runAttributes(runOf(label, lang, locale));
  const text = run === '' ? escapeHtml(label) : `<bdi${run}>${escapeHtml(label)}</bdi>`;
  const href = escapeHtml(url);
  return note === undefined
    ? `<a class="ext" href="${href}">${text}</a>`
    : `<a href="${href}">${text}</a> <span class="num">(${escapeHtml(note)})</span>`;
}

/** Links to the publication: those of the record, and those from identifiers for which the record has no link. */
export function readingLinks(page: PublicationPage, view: LinkView): readonly ExternalLink[] {
  const { publication } = page;
  const { t } = view;
  const { doi, pmid, pmcid, url } = publication;
  const has = (rel: LinkRelation): boolean => publication.links.some((link) => link.rel === rel);
  const address = doi === undefined ? url : doiUrl(doi);
  const publisher = has('publisher') || address === undefined ? [] : [{ label: t('link.publisher'), url: address }];
  const pubmed = has('pubmed') || pmid === undefined ? [] : [{ label: t('link.pubmed'), url: pubmedUrl(pmid) }];
  const fulltext = has('fulltext') || pmcid === undefined ? [] : [{ label: t('link.fulltext'), url: pmcUrl(pmcid) }];
  const written = linksOf(page, ['publisher', 'pdf', 'fulltext', 'pubmed'], view);
  return [...publisher, ...written, ...fulltext, ...pubmed];
}

/** Links to materials of the publication: data, code, slides and others. */
export const materialLinks = (page: PublicationPage, view: LinkView): readonly ExternalLink[] =>
  linksOf(page, ['preprint', 'data', 'code', 'supplement', 'slides', 'poster', 'video', 'press', 'peer-review'], view);

type LinkView = Pick<View, 't' | 'format' | 'urls'>;

function linksOf(
  { publication: { links, lang }, context: { files = [] } }: PublicationPage,
  relations: readonly LinkRelation[],
  view: LinkView,
): readonly ExternalLink[] {
  const fileAt = (url: string) => files.find((file) => file.url === url);
  // A PDF with the name of the publication is offered without a link in the record.
  const unnamed = files.filter((file) => !links.some(({ url }) => url === file.url));
  return relations.flatMap((rel) =>
    [...unnamed, ...links]
      .filter((link) => link.rel === rel)
      .map(({ label, url }) => ({
        ...(label === undefined ? { label: view.t(`link.${rel}`) } : { label, lang }),
        ...targetOf(url, fileAt(url), rel, view),
      })),
  );
}

/** Address of a link. A file of this site has the base path before its address, and a note with its kind and size. */
function targetOf(
  url: string,
  file: PublishedFile | undefined,
  rel: LinkRelation,
  { format, urls }: LinkView,
): Pick<ExternalLink, 'url' | 'note'> {
  if (!file) return { url };
  const kind = extensionOf(url).slice(1).toUpperCase();
  const bytes = format.bytes(file.bytes);
  return { url: urls.local(url), note: rel === 'pdf' && kind === 'PDF' ? bytes : `${kind}${format.comma}${bytes}` };
}
