import type { Journal } from '../domain/institute/institute.ts';
import { findContainerTitle } from '../domain/publication/container-title.ts';
import type { Entry, EntryAuthor } from '../domain/publication/entry.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import { hasPage, type Catalog } from './build-catalog.ts';
import { firstAuthors } from '../domain/publication/first-authors.ts';

/** Authors that an entry names; of the others, it names only those with a page. */

/** The entry of a publication, which lists show. */
export function toEntry(publication: PublicationSummary, catalog: Catalog): Entry {
  const references = catalog.references.get(publication.slug)!;
  const toAuthor = (position: number): EntryAuthor => {
    const id = references.people.get(position);
    const { name, native: written } = publication.authors[position]!;
    // Of somebody without a page, only what the publication prints is shown.
    const found = id === undefined ? undefined : catalog.institute.people.get(id);
    const person = hasPage(found) ? found : undefined;
    const native = { ...person?.native, ...written };
    return {
      name,
      ...(person ? { person: person.id } : {}),
      ...(Object.keys(native).length > 0 ? { native } : {}),
    };
  };
  const container = findContainerTitle(publication, references.journal);
  return {
    slug: publication.slug,
    type: publication.type,
    lang: publication.lang,
    title: publication.title,
    titles: publication.titles,
    authors: publication.authors.slice(0, firstAuthors).map((_, position) => toAuthor(position)),
    laterPeople: [...references.people.keys()]
      .filter((position) => position >= firstAuthors)
      .map(toAuthor)
      .filter(({ person }) => person !== undefined),
    authorCount: publication.authors.length,
    ...(container ? { container } : {}),
    published: publication.published,
    ...(publication.openAccess ? { openAccess: publication.openAccess } : {}),
    status: publication.status,
    ...(publication.doi ? { doi: publication.doi } : {}),
    cited: { ...publication.cited, ...journalOf(references.journal) },
    ...(publication.summary ? { summary: publication.summary, summaryMinutes: publication.summaryMinutes ?? 1 } : {}),
    ...(publication.summaryTitle ? { summaryTitle: publication.summaryTitle } : {}),
    ...(publication.keyMessages ? { keyMessages: publication.keyMessages } : {}),
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
