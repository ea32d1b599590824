import { isArticle, type CitedPublication } from '../formats/record/cited-publication.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';

/** Class of a publication in https://schema.org. */
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

/** An article is a medical one when it has a PMID, MeSH descriptors or registered trials. */
export function schemaType(cited: CitedPublication): SchemaType {
  const { type, pmid, mesh, trials } = cited.publication;
  const own = isArticle(cited) ? 'ScholarlyArticle' : types[type];
  const medical = pmid !== undefined || mesh.length > 0 || trials.length > 0;
  return own === 'ScholarlyArticle' && medical ? 'MedicalScholarlyArticle' : own;
}

/** True for the classes with a `pageStart`: articles, chapters and reports. */
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
