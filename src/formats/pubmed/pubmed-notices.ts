import type { NoticeType } from '../../domain/publication/publication.ts';
import { doiInReference, noticeOf } from '../nbib/medline-text.ts';
import { child, children, fieldOf, textOf, type XmlElement } from '../record/read-xml.ts';
import { reportUnplaced, place, type RecordSketch } from '../record/record-sketch.ts';

/** What was announced about the article, and the other versions of it. */
export function placePubmedNotices(sketch: RecordSketch, citation: XmlElement | undefined): void {
  for (const comment of children(child(citation, 'CommentsCorrectionsList'), 'CommentsCorrections')) {
    const kind = comment.attributes['RefType'] ?? '';
    const source = textOf(child(comment, 'RefSource'));
    const pmid = textOf(child(comment, 'PMID'));
    const doi = doiInReference(source);
    const type = noticeTypes.get(kind);
    if (type) {
      const notice = noticeOf(type, doi, pmid || undefined);
      if (notice) sketch.notices.push(notice);
      else reportUnplaced(sketch, fieldOf(comment, kind, source), 'no place');
      sketch.status ??= type === 'retraction' ? 'retracted' : type === 'concern' ? 'concern' : 'corrected';
    } else if ((kind === 'UpdateIn' || kind === 'UpdateOf') && doi !== undefined)
      place(sketch, kind === 'UpdateIn' ? 'publishedVersion' : 'preprint', fieldOf(comment, kind, doi));
    else if (kind !== 'Cites')
      reportUnplaced(
        sketch,
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
