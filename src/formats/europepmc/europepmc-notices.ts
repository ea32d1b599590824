import type { NoticeType } from '../../domain/publication/publication.ts';
import { findDoiInReference, findNotice } from '../nbib/medline-text.ts';
import { isMap, type UnknownMap } from '../../domain/values/unknown-map.ts';
import { text } from '../record/json-values.ts';
import { reportUnplaced, setText, type MutableRecord } from '../record/mutable-record.ts';
import { itemsOf } from './europepmc-values.ts';

/** Adds notices about the publication, and its preprint or published version. */
export function addEuropepmcNotices(record: MutableRecord, result: UnknownMap, line: number): void {
  for (const one of itemsOf(result, 'commentCorrectionList', 'commentCorrection').filter(isMap)) {
    const kind = text(one['type']);
    const reference = text(one['reference']);
    const id = text(one['id']);
    const doi = findDoiInReference(reference);
    const pmid = text(one['source']) === 'MED' && id !== '' ? id : undefined;
    const field = {
      name: kind,
      value: [reference, id && `${text(one['source'])}: ${id}`].filter(Boolean).join(' '),
      line,
    };
    const type = noticeTypes.get(kind.toLowerCase());
    const relation = relations.get(kind.toLowerCase());
    if (type) {
      const notice = findNotice(type, doi, pmid);
      // A notice without an identifier sets the status all the same.
      record.notices.push(notice ?? { type });
      if (!notice) reportUnplaced(record, field, 'no place');
    } else if (relation && doi !== undefined) setText(record, relation, { ...field, value: doi });
    else reportUnplaced(record, field, 'no place');
  }
}

const noticeTypes: ReadonlyMap<string, NoticeType> = new Map([
  ['retraction in', 'retraction'],
  ['erratum in', 'correction'],
  ['corrected and republished in', 'correction'],
  ['expression of concern in', 'concern'],
]);

const relations: ReadonlyMap<string, 'preprint' | 'publishedVersion'> = new Map([
  ['preprint in', 'preprint'],
  ['preprint of', 'publishedVersion'],
  ['update of', 'preprint'],
  ['update in', 'publishedVersion'],
]);
