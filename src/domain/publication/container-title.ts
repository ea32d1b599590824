import type { Journal } from '../institute/institute.ts';
import type { Publication } from './publication.ts';

/**
 * Title of the journal, book, proceedings or repository that a publication appeared in: the title in the journal's own
 * file, else `journal` as written, else `container` as written. An empty text counts as absent.
 */
export function findContainerTitle(
  publication: Pick<Publication, 'journal' | 'container'>,
  journal: Pick<Journal, 'title'> | undefined,
): string | undefined {
  return [journal?.title, publication.journal, publication.container].find(
    (title) => title !== undefined && title.trim() !== '',
  );
}

/** The same for readers, to whom a paper or poster without one appeared at its congress. */
export const findShownContainer = (
  publication: Pick<Publication, 'journal' | 'container' | 'event'>,
  journal: Pick<Journal, 'title'> | undefined,
): string | undefined => findContainerTitle(publication, journal) ?? publication.event?.name;
