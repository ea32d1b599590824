import type { NoticeType } from '../../domain/publication/publication.ts';
import { findNotice } from '../nbib/medline-text.ts';
import { children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';

/** Adds notices about the article, its preprint, and the addresses of its files. */
export function addJatsRelations(record: MutableRecord, meta: XmlElement): void {
  for (const related of children(meta, 'related-article')) {
    const kind = related.attributes['related-article-type'] ?? '';
    const address = (related.attributes['xlink:href'] ?? '').replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
    const field = fieldOf(related, `related-article[${kind}]`, [address, textOf(related)].filter(Boolean).join(' '));
    const doi = /^10\.\d{4,9}\/\S+$/.test(address) ? address : undefined;
    const type = notices.get(kind);
    const pmid = related.attributes['ext-link-type'] === 'pmid' ? address : undefined;
    const notice = type && findNotice(type, doi, pmid);
    if (notice) record.notices.push(notice);
    else if (kind === 'preprint' && doi !== undefined) setText(record, 'preprint', field, doi);
    else reportUnplaced(record, field, 'no place');
  }
  for (const uri of children(meta, 'self-uri')) {
    const address = uri.attributes['xlink:href'] ?? textOf(uri);
    const isPdf = /pdf/i.test(uri.attributes['content-type'] ?? '') || /\.pdf$/i.test(address);
    // A name of a file in the package of the publisher is no address.
    if (!/^https?:/.test(address)) reportUnplaced(record, fieldOf(uri, 'self-uri', address), 'database');
    else if (isPdf) record.links.push({ rel: 'pdf', url: address });
    else if (record.url === undefined) record.url = address;
    else record.links.push({ url: address });
  }
}

/** What the article says of itself: `retracted-article` in a notice names another article. */
const notices: ReadonlyMap<string, NoticeType> = new Map<string, NoticeType>([
  ['retraction-forward', 'retraction'],
  ['retraction', 'retraction'],
  ['correction-forward', 'correction'],
  ['correction', 'correction'],
  ['corrected-article-forward', 'correction'],
  ['concern-forward', 'concern'],
  ['expression-of-concern', 'concern'],
]);
