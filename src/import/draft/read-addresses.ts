import { doiKey, parseDoi } from '../../domain/identifiers/doi.ts';
import { parseHandle } from '../../domain/identifiers/handle.ts';
import { parseWebAddress } from '../../domain/identifiers/web-address.ts';
import type { LinkRelation } from '../../domain/publication/publication.ts';
import type { ForeignField, ForeignRecord } from '../../formats/record/foreign-record.ts';
import { parseOrRepair } from '../../domain/problems/parse-or-repair.ts';

export interface RecordAddresses {
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly arxiv?: string;
  readonly handle?: string;
  readonly url?: string;
  readonly links: readonly { readonly rel: LinkRelation; readonly url: string }[];
  readonly unplaced: readonly ForeignField[];
}

/** Identifiers and links from the addresses of a record. `url` is set only for a record without a DOI. */
export function readAddresses(record: ForeignRecord, doi: string | undefined): RecordAddresses {
  const found: { -readonly [Name in keyof RecordAddresses]: RecordAddresses[Name] } = { links: [], unplaced: [] };
  const links: { rel: LinkRelation; url: string }[] = [];
  const unplaced: ForeignField[] = [];
  const report = (value: string, reason: ForeignField['reason']): number =>
    unplaced.push({ name: 'address', value, line: record.line, reason });
  const addresses = [...(record.url === undefined ? [] : [{ url: record.url, rel: undefined }]), ...record.links];
  for (const { url: written, rel } of addresses) {
    const bare = /^10\.\d{4,9}\//.test(written.trim()) ? parseOrRepair(parseDoi, written) : undefined;
    if (bare !== undefined) {
      if ((doi ?? found.doi) === undefined) found.doi = bare;
      else if (doiKey(doi ?? found.doi ?? '') !== doiKey(bare)) report(written, 'second value');
      continue;
    }
    const url = parseOrRepair(parseWebAddress, written.replace(/^\/\/(?=[\w-]+\.)/, 'https://'));
    if (url === undefined) {
      report(written, 'unreadable');
      continue;
    }
    const { hostname, pathname } = new URL(url);
    const own = /(?:^|\.)doi\.org$/.test(hostname) ? parseOrRepair(parseDoi, url) : undefined;
    const pmid = /(?:pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/)(\d{1,8})\/?$/.exec(url)?.[1];
    const pmcid = /ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles\/(PMC\d+)/i.exec(url)?.[1]?.toUpperCase();
    const arxiv = /arxiv\.org\/(?:abs|pdf)\/([^?#]+?)(?:\.pdf)?$/i.exec(url)?.[1];
    if (own !== undefined) {
      if (doi === undefined) found.doi ??= own;
      else if (doiKey(doi) !== doiKey(own)) report(url, 'second value');
    } else if (pmid !== undefined) found.pmid ??= pmid;
    else if (pmcid !== undefined) found.pmcid ??= pmcid;
    else if (arxiv !== undefined) found.arxiv ??= arxiv;
    else if (/(?:^|\.)hdl\.handle\.net$/.test(hostname)) {
      const handle = parseOrRepair(parseHandle, url);
      if (handle !== undefined) found.handle ??= handle;
      else report(url, 'unreadable');
    } else if (databases.test(hostname + pathname)) report(url, 'database');
    else if (found.url === undefined && (doi ?? found.doi) === undefined && rel === undefined) found.url = url;
    else if (links.some((link) => link.url === url) || found.url === url) continue;
    else {
      const relation =
        rel ??
        (/\.pdf$/i.test(pathname) ? 'pdf' : links.some((link) => link.rel === 'publisher') ? undefined : 'publisher');
      if (relation === undefined) report(url, 'no place');
      else links.push({ rel: relation, url });
    }
  }
  return { ...found, links, unplaced };
}

/** Databases and link resolvers. Their addresses show their own records, or need a subscription. */
const databases =
  /(?:^|\.)(?:scopus\.com|embase\.com|ovidsp\.|ovid\.com|proquest\.com|ebscohost\.com|webofscience\.com|webofknowledge\.com|isiknowledge\.com|sfx\.|worldcat\.org|openurl|semanticscholar\.org|zotero\.org|dblp\.|citeseer|login\.|eutils\.)|\/(?:sfx|openurl|login)\b/i;
