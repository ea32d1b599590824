/** Types of publication, in the order of the statistics. */
export const publicationTypes = [
  'article',
  'review',
  'editorial',
  'letter',
  'preprint',
  'conference-paper',
  'chapter',
  'book',
  'thesis',
  'report',
  'dataset',
  'software',
  'protocol',
  'poster',
  'media',
  'patent',
] as const;
export type PublicationType = (typeof publicationTypes)[number];
