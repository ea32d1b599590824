import { arxivUrl } from '../../domain/identifiers/arxiv.ts';
import { doiUrl } from '../../domain/identifiers/doi.ts';
import { handleUrl } from '../../domain/identifiers/handle.ts';
import { pmcUrl, pubmedUrl } from '../../domain/identifiers/pubmed.ts';
import type { Publication } from '../../domain/publication/publication.ts';
import { escapeHtml } from '../../domain/text/rich-text.ts';

/** HTML of each identifier with its name, the same in every language, with Latin digits. */
export function identifierLinks({ doi, pmid, pmcid, arxiv, isbn, handle }: Publication): readonly string[] {
  const identifiers = [
    { name: 'DOI', value: doi, url: doi && doiUrl(doi) },
    { name: 'PMID', value: pmid, url: pmid && pubmedUrl(pmid) },
    { name: 'PMCID', value: pmcid, url: pmcid && pmcUrl(pmcid) },
    { name: 'arXiv', value: arxiv, url: arxiv && arxivUrl(arxiv) },
    { name: 'Handle', value: handle, url: handle && handleUrl(handle) },
    { name: 'ISBN', value: isbn, url: undefined },
  ];
  return identifiers.flatMap(({ name, value, url }) => {
    if (value === undefined) return [];
    const text = escapeHtml(value);
    const shown = url === undefined ? text : `<a class="ext" href="${escapeHtml(url)}">${text}</a>`;
    return `<span class="num" lang="en" dir="ltr">${name} ${shown}</span>`;
  });
}
