import type { NoticeType } from '../../domain/publication/publication.ts';
import { findDoiInReference, readNoticeReference } from '../nbib/medline-text.ts';
import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';

/** Adds notices about the article, and its other versions. */
export function addPubmedNotices(record: MutableRecord, citation: XmlElement | undefined): void {
  for (const comment of children(child(citation, 'CommentsCorrectionsList'), 'CommentsCorrections')) {
    const kind = comment.attributes['RefType'] ?? '';
    const source = textOf(child(comment, 'RefSource'));
    const pmid = textOf(child(comment, 'PMID'));
    const doi = findDoiInReference(source);
    const type = noticeTypes.get(kind);
    if (type) {
      const { notice, isWhole } = readNoticeReference(type, source, pmid || undefined);
      // A notice without an identifier sets the status all the same.
      record.notices.push(notice);
      if (!isWhole) reportUnplaced(record, fieldOf(comment, kind, source), 'no place');
    } else if ((kind === 'UpdateIn' || kind === 'UpdateOf') && doi !== undefined)
      setText(record, kind === 'UpdateIn' ? 'publishedVersion' : 'preprint', fieldOf(comment, kind, doi));
    else
      reportUnplaced(
        record,
        fieldOf(comment, kind, [source, pmid && `PMID: ${pmid}`].filter(Boolean).join(' ')),
        'no place',
      );
  }
}

const noticeTypes: ReadonlyMap<string, NoticeType> = new Map([
  ['RetractionIn', 'retraction'],
  ['ErratumIn', 'correction'],
  ['CorrectedandRepublishedIn', 'correction'],
  ['ExpressionOfConcernIn', 'concern'],
]);
