import Figure from './Figure.astro';
import KeyPoints from './KeyPoints.astro';
import Note from './Note.astro';
import Table from './Table.astro';
import Video from './Video.astro';

/** Components that an author may use in a body without importing them. */
export const bodyComponents = { Figure, KeyPoints, Note, Table, Video };
