import { isArticle, type CitedPublication } from '../formats/record/cited-publication.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';

/** Class of https://schema.org that a publication belongs to. */
export type SchemaType =
  | 'ScholarlyArticle'
  | 'MedicalScholarlyArticle'
  | 'Chapter'
  | 'Book'
  | 'Thesis'
  | 'Report'
  | 'Dataset'
  | 'SoftwareSourceCode'
  | 'Poster'
  | 'CreativeWork';

/** An article is a medical one where PubMed lists it, MeSH describes it, or it reports a registered trial. */
export function schemaType(cited: CitedPublication): SchemaType {
  const { type, pmid, mesh, trials } = cited.publication;
  const own = isArticle(cited) ? 'ScholarlyArticle' : types[type];
  const medical = pmid !== undefined || mesh.length > 0 || trials.length > 0;
  return own === 'ScholarlyArticle' && medical ? 'MedicalScholarlyArticle' : own;
}

/** Classes whose pages have numbers: `pageStart` belongs to Article, Chapter and the parts of a periodical. */
export const hasPages = (type: SchemaType): boolean => /Article|Chapter|Report/.test(type);

const types: Readonly<Record<PublicationType, SchemaType>> = {
  article: 'ScholarlyArticle',
  review: 'ScholarlyArticle',
  editorial: 'ScholarlyArticle',
  letter: 'ScholarlyArticle',
  preprint: 'ScholarlyArticle',
  'conference-paper': 'ScholarlyArticle',
  protocol: 'ScholarlyArticle',
  chapter: 'Chapter',
  book: 'Book',
  thesis: 'Thesis',
  report: 'Report',
  dataset: 'Dataset',
  software: 'SoftwareSourceCode',
  poster: 'Poster',
  media: 'CreativeWork',
  patent: 'CreativeWork',
};
