/** Kinds of publication that an author may name, in the order in which statistics list them. */
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
