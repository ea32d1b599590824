import { isGroup } from '../people/person-name.ts';
import type { OfferedFormat, OfferedFormatId } from './offered-format.ts';
import type { Publication } from './publication.ts';
import type { PublicationType } from './publication-type.ts';

/** Programs for which a page offers a file by their names. */
export const referenceManagers = ['Zotero', 'Mendeley', 'EndNote', 'LaTeX'] as const;
export type ReferenceManager = (typeof referenceManagers)[number];

/** The format that a program reads best among those in which the publication has a file; undefined if it reads none. */
export function bestFormat(
  manager: ReferenceManager,
  publication: Pick<Publication, 'type' | 'contributions'>,
  inJournal: boolean,
  offered: readonly OfferedFormat[],
): OfferedFormat | undefined {
  const ids = manager === 'Zotero' ? forZotero(publication, inJournal) : formatsOf[manager];
  return firstOf(ids, offered);
}

/** The format that a program reads best for publications of several types: what suits articles. */
export const bestListFormat = (
  manager: ReferenceManager,
  offered: readonly OfferedFormat[],
): OfferedFormat | undefined =>
  firstOf(manager === 'Zotero' ? [...zoteroFormats.article, 'ris'] : formatsOf[manager], offered);

const firstOf = (ids: readonly OfferedFormatId[], offered: readonly OfferedFormat[]): OfferedFormat | undefined =>
  ids.map((id) => offered.find((format) => format.id === id)).find(Boolean);

const formatsOf: Readonly<Record<Exclude<ReferenceManager, 'Zotero'>, readonly OfferedFormatId[]>> = {
  Mendeley: ['ris', 'bibtex'],
  // RIS loses affiliations, translated titles, identifiers and the names of groups there.
  EndNote: ['enw', 'ris'],
  LaTeX: ['bibtex', 'biblatex'],
};

/**
 * Of the formats that give the right type in Zotero, the one that loses the fewest values, by
 * `tests/tools/compare-in-zotero.ts` (number of lost values, with a `*` where the type is wrong):
 *
 * | type                       | BibTeX | BibLaTeX | RIS | NBIB | ENW | CSL |
 * | -------------------------- | ------ | -------- | --- | ---- | --- | --- |
 * | article and its kinds      | 0      | 3        | 1   | 4    | 5   | 1   |
 * | conference paper           | 0      | 2        | 1   | 5*   | 4   | 3   |
 * | chapter                    | 0      | 2        | 1   | 3    | 3   | 3   |
 * | book                       | 0      | 2        | 1   | 6    | 5   | 3   |
 * | thesis, report             | 0      | 2        | 1   | 3–4  | 2   | 3   |
 * | preprint                   | 3*     | 5*       | 3*  | 5    | 4*  | 3   |
 * | protocol                   | 0      | 2        | 2*  | 4*   | 4*  | 3   |
 * | poster                     | 1*     | 4*       | 1   | 4*   | 4   | 4   |
 * | data set                   | 2*     | all      | 1   | 5*   | 4*  | 3   |
 * | software                   | 2*     | 3        | 2   | 5*   | 5   | 5   |
 * | media                      | 1*     | 3        | 2   | 4*   | 2   | 3   |
 * | patent                     | 2*     | 3        | 6   | 5*   | 5   | 5   |
 *
 * CSL-JSON is not given: it loses particles and suffixes of names there, which the measured record does not have.
 */
const zoteroFormats: Readonly<Record<PublicationType, readonly OfferedFormatId[]>> = {
  article: ['bibtex'],
  review: ['bibtex'],
  editorial: ['bibtex'],
  letter: ['bibtex'],
  preprint: ['nbib', 'bibtex'],
  'conference-paper': ['bibtex'],
  chapter: ['bibtex'],
  book: ['bibtex'],
  thesis: ['bibtex'],
  report: ['bibtex'],
  dataset: ['ris'],
  software: ['ris'],
  protocol: ['bibtex'],
  poster: ['ris'],
  media: ['ris'],
  patent: ['biblatex', 'ris'],
};

/** Zotero reads no groups from NBIB. It reads RIS and BibTeX of every type. */
function forZotero(
  { type, contributions }: Pick<Publication, 'type' | 'contributions'>,
  inJournal: boolean,
): readonly OfferedFormatId[] {
  const ids = [...zoteroFormats[inJournal && type !== 'preprint' ? 'article' : type], 'ris', 'bibtex'] as const;
  return contributions.some(({ name }) => isGroup(name)) ? ids.filter((id) => id !== 'nbib') : ids;
}
