import type { Journal, Person } from '../domain/institute/institute.ts';
import { findContainerTitle } from '../domain/publication/container-title.ts';
import type { Entry, EntryAuthor, OwnEntry } from '../domain/publication/entry.ts';
import { firstAuthors } from '../domain/publication/first-authors.ts';
import { hasPage } from './build-catalog.ts';

/** What an entry takes from other files than that of its publication. */
export interface EntryLinks {
  /** The person of the author at a position, from 0. */
  readonly personAt: (position: number) => Person | undefined;
  readonly journal: Journal | undefined;
}

/** The entry of a publication, which lists show: of its authors it names the first, and of the others those with a page. */
export function toEntry({ authors, journal: printed, container: book, ...own }: OwnEntry, links: EntryLinks): Entry {
  const toAuthor = ({ name, native: written }: OwnEntry['authors'][number], position: number): EntryAuthor => {
    // Of somebody without a page, only what the publication prints is shown.
    const found = links.personAt(position);
    const person = hasPage(found) ? found : undefined;
    const native = { ...person?.native, ...written };
    return {
      name,
      ...(person ? { person: person.id } : {}),
      ...(Object.keys(native).length > 0 ? { native } : {}),
    };
  };
  const all = authors.map(toAuthor);
  const container = findContainerTitle(
    { ...(printed === undefined ? {} : { journal: printed }), ...(book === undefined ? {} : { container: book }) },
    links.journal,
  );
  return {
    ...own,
    authors: all.slice(0, firstAuthors),
    laterPeople: all.slice(firstAuthors).filter(({ person }) => person !== undefined),
    authorCount: authors.length,
    ...(container ? { container } : {}),
    cited: { ...own.cited, ...journalOf(links.journal) },
  };
}

/** The entry of a publication of which only texts have changed: what it takes from other files is as in the entry before. */
export function renewEntry(own: OwnEntry, before: Entry): Entry {
  const { authors: _authors, journal: _journal, container: _container, ...rest } = own;
  const { authors, laterPeople, authorCount, container } = before;
  const { journal, abbreviation, issn } = before.cited;
  return {
    ...rest,
    authors,
    laterPeople,
    authorCount,
    ...(container ? { container } : {}),
    cited: {
      ...own.cited,
      ...(journal ? { journal } : {}),
      ...(abbreviation ? { abbreviation } : {}),
      ...(issn ? { issn } : {}),
    },
  };
}

/** What the file of a journal adds to a citation. */
function journalOf(journal: Journal | undefined): Partial<Entry['cited']> {
  if (!journal) return {};
  const issn = journal.issn ?? journal.eissn;
  return {
    journal: true,
    ...(journal.abbreviation ? { abbreviation: journal.abbreviation } : {}),
    ...(issn ? { issn } : {}),
  };
}
