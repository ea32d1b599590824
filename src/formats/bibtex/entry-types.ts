import type { PublicationType } from '../../domain/publication/publication-type.ts';

/** How BibTeX represents a type of publication. */
export interface EntryType {
  readonly entry: string;
  /** Name of the field for the journal, book, university, institution or repository. */
  readonly container: string;
  /** Name of the field for the publisher. */
  readonly publisher: string;
  /** Start of the note, if the entry type does not name the type of publication. */
  readonly note?: string;
}

export const articleEntry: EntryType = { entry: 'article', container: 'journal', publisher: 'publisher' };

/** Only entry types of classic BibTeX. A publication without one is `@misc`, and its note names the type. */
export const entryTypes: Readonly<Record<PublicationType, EntryType>> = {
  article: articleEntry,
  review: articleEntry,
  editorial: articleEntry,
  letter: articleEntry,
  'conference-paper': { entry: 'inproceedings', container: 'booktitle', publisher: 'publisher' },
  chapter: { entry: 'incollection', container: 'booktitle', publisher: 'publisher' },
  book: { entry: 'book', container: 'maintitle', publisher: 'publisher' },
  thesis: { entry: 'phdthesis', container: 'school', publisher: 'school' },
  report: { entry: 'techreport', container: 'institution', publisher: 'institution' },
  preprint: { entry: 'misc', container: 'howpublished', publisher: 'publisher', note: 'Preprint' },
  dataset: { entry: 'misc', container: 'howpublished', publisher: 'publisher', note: 'Data set' },
  software: { entry: 'misc', container: 'howpublished', publisher: 'publisher', note: 'Computer software' },
  protocol: { entry: 'misc', container: 'howpublished', publisher: 'publisher', note: 'Protocol' },
  poster: { entry: 'misc', container: 'howpublished', publisher: 'publisher', note: 'Poster' },
  media: { entry: 'misc', container: 'howpublished', publisher: 'publisher' },
  patent: { entry: 'misc', container: 'howpublished', publisher: 'publisher', note: 'Patent' },
};
