import { arxivUrl } from '../domain/identifiers/arxiv.ts';
import { doiUrl } from '../domain/identifiers/doi.ts';
import { handleUrl } from '../domain/identifiers/handle.ts';
import { pmcUrl, pubmedUrl } from '../domain/identifiers/pubmed.ts';
import type { Publication } from '../domain/publication/publication.ts';
import { type LdNode } from './json-ld-node.ts';

export function identifiers({
  doi,
  pmid,
  pmcid,
  arxiv,
  handle,
  articleNumber,
  number,
  type,
}: Publication): readonly LdNode[] {
  const rows = [
    ['doi', doi && `doi:${doi}`, doi && doiUrl(doi)],
    ['pubmed', pmid && `pubmed:${pmid}`, pmid && pubmedUrl(pmid)],
    ['pmc', pmcid && `pmc:${pmcid}`, pmcid && pmcUrl(pmcid)],
    ['arxiv', arxiv && `arxiv:${arxiv}`, arxiv && arxivUrl(arxiv)],
    ['handle', handle && `hdl:${handle}`, handle && handleUrl(handle)],
  ] as const;
  return [
    ...rows.flatMap(([name, value, url]): readonly LdNode[] =>
      value && url
        ? [{ '@type': 'PropertyValue', propertyID: `https://registry.identifiers.org/registry/${name}`, value, url }]
        : [],
    ),
    ...(articleNumber ? [{ '@type': 'PropertyValue', propertyID: 'article number', value: articleNumber }] : []),
    ...(number && type !== 'report' ? [{ '@type': 'PropertyValue', propertyID: 'number', value: number }] : []),
  ];
}

export const addresses = ({ doi, pmid, pmcid, arxiv, handle, url }: Publication): readonly string[] =>
  [
    doi && doiUrl(doi),
    pmid && pubmedUrl(pmid),
    pmcid && pmcUrl(pmcid),
    arxiv && arxivUrl(arxiv),
    handle && handleUrl(handle),
    url,
  ].flatMap((address) => address || []);
