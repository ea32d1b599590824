/** What `npm run new` writes where the author has to fill something in; none of it may be published. */
export const placeholders = {
  author: 'Family, Given',
  affiliation: 'Department, Institute, City, Country',
  abstract: 'The abstract. Start a part with **Aims:** when the abstract has parts.',
} as const;
