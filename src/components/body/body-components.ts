import Cell from './Cell.astro';
import Figure from './Figure.astro';
import HeadCell from './HeadCell.astro';
import KeyPoints from './KeyPoints.astro';
import Note from './Note.astro';
import Table from './Table.astro';
import Video from './Video.astro';

/** Components that bodies may use without an import, and those that replace elements of Markdown. */
export const bodyComponents = { Figure, KeyPoints, Note, Table, Video, td: Cell, th: HeadCell };
