import { newPublication } from '../../import/draft/new-publication.ts';
import { readExisting } from '../read-existing.ts';

/** Path from the content folder and text of a new publication, to be filled in. */
export const proposePublication = (
  contentDir: string,
  title: string,
): { readonly file: string; readonly text: string } =>
  newPublication(title, readExisting(contentDir, 'en').takenSlugs, dayOf(new Date()));

/** The day on this machine, such as `2024-12-03`. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
