import { doiUrl } from '../../domain/identifiers/doi.ts';
import { pmcUrl, pubmedUrl } from '../../domain/identifiers/pubmed.ts';
import type { LinkRelation, Publication } from '../../domain/publication/publication.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';
import type { Translator } from '../../i18n/translate.ts';
import { runAttributes, runOf } from '../page/run.ts';

export interface OutwardLink {
  readonly label: string;
  readonly url: string;
  /** Language of a label that is not the site's own. */
  readonly lang?: string;
}

/** A label in another language is marked as such; its arrow is that of the page. */
export function outwardHtml({ label, url, lang }: OutwardLink, locale: string): string {
  const run = lang === undefined ? '' : runAttributes(runOf(label, lang, locale));
  const text = run === '' ? escapeHtml(label) : `<bdi${run}>${escapeHtml(label)}</bdi>`;
  return `<a class="ext" href="${escapeHtml(url)}">${text}</a>`;
}

/** Where the publication itself can be read; identifiers stand in for links that were not written. */
export function readingLinks(publication: Publication, t: Translator): readonly OutwardLink[] {
  const { doi, pmid, pmcid, url } = publication;
  const written = linksOf(publication, ['publisher', 'pdf', 'fulltext', 'pubmed'], t);
  const has = (rel: LinkRelation): boolean => publication.links.some((link) => link.rel === rel);
  const page = doi === undefined ? url : doiUrl(doi);
  const publisher = has('publisher') || page === undefined ? [] : [{ label: t('link.publisher'), url: page }];
  const pubmed = has('pubmed') || pmid === undefined ? [] : [{ label: t('link.pubmed'), url: pubmedUrl(pmid) }];
  const fulltext = has('fulltext') || pmcid === undefined ? [] : [{ label: t('link.fulltext'), url: pmcUrl(pmcid) }];
  return [...publisher, ...written, ...fulltext, ...pubmed];
}

/** What belongs to the publication: data, code, slides and the like. */
export const materialLinks = (publication: Publication, t: Translator): readonly OutwardLink[] =>
  linksOf(publication, ['preprint', 'data', 'code', 'supplement', 'slides', 'video', 'press', 'peer-review'], t);

function linksOf(
  { links, lang }: Publication,
  relations: readonly LinkRelation[],
  t: Translator,
): readonly OutwardLink[] {
  return relations.flatMap((rel) =>
    links
      .filter((link) => link.rel === rel)
      .map(({ label, url }) => (label === undefined ? { label: t(`link.${rel}`), url } : { label, url, lang })),
  );
}
