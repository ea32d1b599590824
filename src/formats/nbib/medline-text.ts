import { pubmedUrl } from '../../domain/identifiers/pubmed.ts';
import type { Notice, NoticeType } from '../../domain/publication/publication.ts';

/** A title without the full stop that PubMed sets behind every one. */
export const withoutTitlePeriod = (title: string): string => title.replace(/(?<=[^.])\.$/, '').trim();

/** The DOI in a reference as PubMed writes it: `Lancet. 2020;395:1. doi: 10.5555/x.` */
export const findDoiInReference = (reference: string): string | undefined =>
  /\bdoi: ?(10\.\d{4,9}\/\S+?)\.?(?:\s|$)/i.exec(reference)?.[1];

export const findPmidInReference = (reference: string): string | undefined =>
  /\bPMID: ?(\d{1,8})\b/.exec(reference)?.[1];

/** A notice that is known by its DOI, else by its PMID; undefined where it has neither. */
export function findNotice(type: NoticeType, doi: string | undefined, pmid: string | undefined): Notice | undefined {
  if (doi !== undefined) return { type, doi };
  return pmid === undefined ? undefined : { type, url: pubmedUrl(pmid) };
}
