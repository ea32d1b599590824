import { entriesOf, textOf } from '../draft/written-value.ts';
import type { ExistingContent } from './existing.ts';

/** Returns a function that finds, for the file of a publication, the people whose ORCID iD an author has. */
export function createPeopleFinder({
  publications,
  people,
}: Pick<ExistingContent, 'publications' | 'people'>): (file: string) => readonly string[] {
  const byOrcid = new Map(people.flatMap(({ id, orcid }) => (orcid === undefined ? [] : [[orcid, id]])));
  const byFile = new Map(publications.map(({ file, fields }) => [file, fields]));
  return (file) =>
    entriesOf(byFile.get(file)?.['authors']).flatMap(({ orcid }) => byOrcid.get(textOf(orcid).trim()) ?? []);
}
