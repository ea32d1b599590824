import { localDay } from '../../domain/dates/local-day.ts';
import { newPublication } from '../../import/draft/new-publication.ts';
import { readExisting } from '../read-existing.ts';

/** Path from the content folder and text of a new publication, to be filled in. */
export const proposePublication = (
  contentDir: string,
  title: string,
): { readonly file: string; readonly text: string } =>
  newPublication(title, readExisting(contentDir, 'en').takenSlugs, localDay(new Date()));
