import type { PublicationType } from '../../domain/publication/publication-type.ts';

/** How a type of publication stands in BibTeX. */
export interface EntryType {
  readonly entry: string;
  /** Field for the journal, book, university, institution or repository. */
  readonly container: string;
  readonly publisher: string;
  /** First words of the note, where the entry type does not say what the publication is. */
  readonly note?: string;
}

export const articleEntry: EntryType = { entry: 'article', container: 'journal', publisher: 'publisher' };

/** Entry types that classic BibTeX has too; what it has none for is `@misc`, and says in words what it is. */
export const entryTypes: Readonly<Record<PublicationType, EntryType>> = {
  article: articleEntry,
  review: articleEntry,
  editorial: articleEntry,
  letter: articleEntry,
  'conference-paper': { entry: 'inproceedings', container: 'booktitle', publisher: 'publisher' },
  chapter: { entry: 'incollection', container: 'booktitle', publisher: 'publisher' },
  book: { entry: 'book', container: 'series', publisher: 'publisher' },
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
