import type { Named } from '../domain/institute/named.ts';
import { extensionOf, fileKinds } from '../domain/pages/file-kinds.ts';
import { pdfAddress } from '../domain/publication/pdf-address.ts';
import type { PublicationContext, PublishedFile } from '../domain/publication/publication-context.ts';
import type { PublicationLink } from '../domain/publication/publication.ts';
import type { ConnectedPublication } from '../catalog/connect-publication.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import { hasPage, journalOf, type Catalog } from '../catalog/build-catalog.ts';
import type { AddPage, PageSources } from './row-writer.ts';

/** Data from the rest of the content for the pages of single publications. */
export interface PublicationSources extends PageSources {
  /** Publications that have a share picture of their own. */
  readonly cards: ReadonlySet<string>;
}

/** Adds the page of each publication, and the pages at its old addresses, which redirect to it. */
export function addPublications(catalog: Catalog, sources: PublicationSources, add: AddPage): void {
  const descriptors = descriptorsOf(catalog);
  const preferred = new Set([...catalog.versions.values()].flatMap((own) => own.preferred?.slug ?? []));
  const filesOfPreferred = new Map(
    catalog.publications.flatMap(({ slug, file }) => (preferred.has(slug) ? [[slug, file] as const] : [])),
  );
  for (const publication of catalog.publications) {
    const recordDigestOf = (slug: string) =>
      sources.digestOf(slug === publication.slug ? publication.file : (filesOfPreferred.get(slug) ?? ''));
    const files = publishedFiles(publication, catalog, sources);
    const context = {
      ...contextOf(publication, catalog, descriptors, {
        card: sources.cards.has(publication.slug),
        withheld: sources.withheldOf(publication.slug),
      }),
      ...(files.length > 0 ? { files } : {}),
    };
    const { related, preprint, publishedVersion, preferred: instead } = context;
    const images = sources.imagesOf(publication.file);
    const others = [preprint?.slug, publishedVersion?.slug, instead?.slug].filter((slug) => slug !== undefined);
    add(
      `/publications/${publication.slug}/`,
      { kind: 'publication', context, ...(images ? { images } : {}) },
      [...related, ...others],
      { slug: publication.slug, source: publicationSource(publication.slug, instead?.slug, recordDigestOf) },
    );
    for (const alias of publication.aliases)
      add(`/publications/${alias}/`, { kind: 'alias', to: { publication: publication.slug } }, [publication.slug]);
  }
}

/** What the page of a publication shows of records: readers get the reference of the publication that is to be cited instead. */
export const publicationSource = (
  slug: string,
  preferred: string | undefined,
  recordDigestOf: (slug: string) => string,
): string => recordDigestOf(slug) + (preferred === undefined ? '' : recordDigestOf(preferred));

/** A function that returns the data that the citations of a publication take from other files. */
export function citedContexts(catalog: Catalog): (publication: ConnectedPublication) => PublicationContext {
  const descriptors = descriptorsOf(catalog);
  return (publication) => ({
    ...citedContext(publication, catalog, descriptors),
    people: {},
    units: [],
    topics: [],
    related: [],
  });
}

/** Files of a publication: its PDF, even without a link, and the files that its links name. */
function publishedFiles(
  { slug, files = [] }: ConnectedPublication,
  { site }: Catalog,
  { fileAt }: PageSources,
): readonly PublishedFile[] {
  const pdfUrl = site.url + pdfAddress(slug);
  const unnamed = files.some(({ url }) => url === pdfUrl) ? [] : [{ rel: 'pdf' as const, url: pdfUrl }];
  const links: readonly PublicationLink[] = [...unnamed, ...files];
  return links
    .map(({ rel, url, label }) => {
      const output = decodeURI(url.slice(site.url.length + 1));
      const published = fileAt(output);
      const type = fileKinds[extensionOf(output)]?.type;
      return published && type !== undefined
        ? { rel, url, ...(label === undefined ? {} : { label }), bytes: published.bytes, type }
        : undefined;
    })
    .filter((file) => file !== undefined)
    .sort((a, b) => Number(b.url === pdfUrl) - Number(a.url === pdfUrl));
}

function contextOf(
  publication: ConnectedPublication,
  catalog: Catalog,
  descriptors: Descriptors,
  { card, withheld }: { readonly card: boolean; readonly withheld: readonly OfferedFormatId[] },
): PublicationContext {
  const { units, topics } = publication;
  const people = [...publication.people].flatMap(([position, id]) => {
    const person = catalog.institute.people.get(id);
    return person && hasPage(person) ? [[position, person] as const] : [];
  });
  const natives = people.flatMap(([position, { native }]) => (native ? [[position, native] as const] : []));
  return {
    ...citedContext(publication, catalog, descriptors),
    people: Object.fromEntries(people.map(([position, { id }]) => [position, id])),
    ...(natives.length > 0 ? { natives: Object.fromEntries(natives) } : {}),
    units: units.map((id) => ({ id, name: catalog.institute.units.get(id)!.name })),
    topics: topics.map((id) => ({ id, name: catalog.institute.topics.get(id)!.label })),
    related: catalog.related().get(publication.slug) ?? [],
    ...(card ? { card } : {}),
    ...(withheld.length > 0 ? { withheld } : {}),
  };
}

/** The data that the citations of a publication take from other files. */
function citedContext(
  publication: ConnectedPublication,
  catalog: Catalog,
  descriptors: Descriptors,
): Pick<PublicationContext, 'url' | 'journal' | 'mesh' | 'preprint' | 'publishedVersion' | 'preferred'> {
  const journal = journalOf(publication, catalog);
  return {
    url: `${catalog.site.url}/publications/${publication.slug}/`,
    ...(journal ? { journal } : {}),
    ...meshLabels(publication, descriptors),
    ...catalog.versions.get(publication.slug),
  };
}

/** MeSH descriptor → label of the topic with this descriptor. */
type Descriptors = ReadonlyMap<string, Named['name']>;

const descriptorsOf = (catalog: Catalog): Descriptors =>
  new Map(
    [...catalog.institute.topics.values()].flatMap(({ mesh, label }) => (mesh === undefined ? [] : [[mesh, label]])),
  );

/** Labels of topics whose descriptor the publication has, by descriptor. */
function meshLabels({ mesh = '' }: ConnectedPublication, descriptors: Descriptors): Pick<PublicationContext, 'mesh'> {
  if (mesh === '' || descriptors.size === 0) return {};
  const labels = mesh.split(' ').flatMap((id) => {
    const label = descriptors.get(id);
    return label === undefined ? [] : [[id, label] as const];
  });
  return labels.length === 0 ? {} : { mesh: Object.fromEntries(labels) };
}
