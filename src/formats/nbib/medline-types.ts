import type { PublicationType } from '../../domain/publication/publication-type.ts';
import { isArticle, type CitedPublication } from '../record/cited-publication.ts';

/** Publication types as MeSH names them, or Zotero if MeSH has no name. */
export function medlineTypes(cited: CitedPublication): readonly string[] {
  const { type, status, notices } = cited.publication;
  const journalArticle = isArticle(cited) && type !== 'editorial' && type !== 'letter';
  const retracted = status === 'retracted' || notices.some((notice) => notice.type === 'retraction');
  return [
    ...(journalArticle ? ['Journal Article'] : []),
    ...types[type],
    ...(retracted ? ['Retracted Publication'] : []),
  ];
}

const types: Readonly<Record<PublicationType, readonly string[]>> = {
  article: [],
  review: ['Review'],
  editorial: ['Editorial'],
  letter: ['Letter'],
  preprint: ['Preprint'],
  'conference-paper': ['Congress'],
  chapter: ['Book Chapter'],
  book: ['Book'],
  thesis: ['Academic Dissertation'],
  report: ['Technical Report'],
  dataset: ['Dataset'],
  software: [],
  protocol: [],
  poster: ['Meeting Abstract'],
  media: [],
  patent: ['Patent'],
};
