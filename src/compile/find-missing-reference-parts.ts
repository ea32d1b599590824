import type { Publication } from '../domain/publication/publication.ts';
import type { ReferenceNeedName } from '../domain/publication/reference-needs.ts';
import type { PublicationType } from '../domain/publication/publication-type.ts';

/** What references of a publication will lack, as far as its own file says. */
export function findMissingReferenceParts(publication: Publication): readonly ReferenceNeedName[] {
  const { type, doi, url, handle, arxiv, isbn, pmid, links, pages, articleNumber, journal, accessed } = publication;
  const { container, event } = publication;
  const inJournal = journal !== undefined;
  const linked = url ?? handle ?? arxiv ?? links.find(({ rel }) => rel === 'publisher' || rel === 'fulltext')?.url;
  const published = !inJournal && withPublisher.has(type);
  // A thesis, report or data set names its institution or repository as the container.
  const publisher =
    publication.publisher ?? (type === 'book' || type === 'chapter' ? undefined : publication.container);
  const atCongress = !inJournal && (type === 'poster' || type === 'conference-paper');
  const lacks: Readonly<Partial<Record<ReferenceNeedName, boolean>>> = {
    journal: !inJournal && container === undefined && articles.has(type),
    volume: inJournal && pages !== undefined && publication.volume === undefined && publication.issue === undefined,
    pages: (inJournal || type === 'chapter') && withPages.has(type) && !pages && !articleNumber,
    address: !doi && !linked && !pmid && !isbn,
    accessed: !doi && !inJournal && url !== undefined && accessed === undefined,
    book: type === 'chapter' && container === undefined,
    editors: type === 'chapter' && publication.editors.length === 0,
    event: atCongress && event?.name === undefined && container === undefined,
    eventPlace: atCongress && event?.name !== undefined && (event.place === undefined || event.start === undefined),
    server: type === 'preprint' && [container, publication.publisher, arxiv].every((server) => server === undefined),
    number: type === 'patent' && publication.number === undefined,
    version: type === 'software' && !inJournal && publication.version === undefined,
    publisher: published && publisher === undefined,
    place: published && publisher !== undefined && !withoutPlace.has(type) && publication.place === undefined,
    thesisKind: type === 'thesis' && publication.thesis?.kind === undefined,
  };
  return Object.entries(lacks).flatMap(([name, lacking]) => (lacking ? [name as ReferenceNeedName] : []));
}

const articles: ReadonlySet<PublicationType> = new Set(['article', 'review', 'editorial', 'letter']);
const withPages: ReadonlySet<PublicationType> = new Set(['article', 'review', 'chapter']);
const withPublisher: ReadonlySet<PublicationType> = new Set([
  'book',
  'chapter',
  'thesis',
  'report',
  'dataset',
  'software',
]);
/** The place of a repository is not printed. */
const withoutPlace: ReadonlySet<PublicationType> = new Set(['dataset', 'software']);
