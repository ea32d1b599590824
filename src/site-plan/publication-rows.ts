import type { Named } from '../domain/institute/named.ts';
import type { PublicationContext } from '../domain/publication/publication-context.ts';
import type { PublicationSummary } from '../domain/publication/publication-summary.ts';
import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import { hasPage, type Catalog } from '../catalog/build-catalog.ts';
import type { AddPage, PageSources } from './row-writer.ts';

/** What the pages of single publications need of the rest of the content. */
export interface PublicationSources extends PageSources {
  /** Publications that have a share picture of their own. */
  readonly cards: ReadonlySet<string>;
}

/** The page of each publication, and those that its old addresses lead to. */
export function addPublications(catalog: Catalog, sources: PublicationSources, add: AddPage): void {
  const descriptors = descriptorsOf(catalog);
  const files = new Map(catalog.publications.map(({ slug, file }) => [slug, file]));
  const digestOf = (slug: string | undefined) => (slug === undefined ? '' : sources.digestOf(files.get(slug) ?? ''));
  for (const publication of catalog.publications) {
    const context = contextOf(publication, catalog, descriptors, {
      card: sources.cards.has(publication.slug),
      withheld: sources.withheldOf(publication.slug),
    });
    const { related, preprint, publishedVersion, preferred } = context;
    const images = sources.imagesOf(publication.file);
    const others = [preprint?.slug, publishedVersion?.slug, preferred?.slug].filter((slug) => slug !== undefined);
    add(
      `/publications/${publication.slug}/`,
      { kind: 'publication', context, ...(images ? { images } : {}) },
      [...related, ...others],
      // Readers get the reference of the publication that is to be cited instead.
      { slug: publication.slug, source: sources.digestOf(publication.file) + digestOf(preferred?.slug) },
    );
    for (const alias of publication.aliases)
      add(`/publications/${alias}/`, { kind: 'alias', slug: publication.slug }, [publication.slug]);
  }
}

/** Each publication with what its citations take from other files. */
export function* citedContexts(catalog: Catalog): Generator<readonly [PublicationSummary, PublicationContext]> {
  const descriptors = descriptorsOf(catalog);
  for (const publication of catalog.publications)
    yield [
      publication,
      { ...citedContext(publication, catalog, descriptors), people: {}, units: [], topics: [], related: [] },
    ];
}

function contextOf(
  publication: PublicationSummary,
  catalog: Catalog,
  descriptors: Descriptors,
  { card, withheld }: { readonly card: boolean; readonly withheld: readonly OfferedFormatId[] },
): PublicationContext {
  const { people, units, topics } = catalog.references.get(publication.slug)!;
  return {
    ...citedContext(publication, catalog, descriptors),
    people: Object.fromEntries([...people].filter(([, id]) => hasPage(catalog.institute.people.get(id)))),
    units: units.map((id) => ({ id, name: catalog.institute.units.get(id)!.name })),
    topics: topics.map((id) => ({ id, name: catalog.institute.topics.get(id)!.label })),
    related: catalog.related().get(publication.slug) ?? [],
    ...(card ? { card } : {}),
    ...(withheld.length > 0 ? { withheld } : {}),
  };
}

/** What the citations of a publication take from other files. */
function citedContext(
  publication: PublicationSummary,
  catalog: Catalog,
  descriptors: Descriptors,
): Pick<PublicationContext, 'url' | 'journal' | 'mesh' | 'preprint' | 'publishedVersion' | 'preferred'> {
  const { journal, preprint, publishedVersion, preferred } = catalog.references.get(publication.slug)!;
  return {
    url: `${catalog.site.url}/publications/${publication.slug}/`,
    ...(journal ? { journal } : {}),
    ...meshLabels(publication, descriptors),
    ...(preprint ? { preprint } : {}),
    ...(publishedVersion ? { publishedVersion } : {}),
    ...(preferred ? { preferred } : {}),
  };
}

/** MeSH descriptor → label of the topic that stands for it. */
type Descriptors = ReadonlyMap<string, Named['name']>;

const descriptorsOf = (catalog: Catalog): Descriptors =>
  new Map(
    [...catalog.institute.topics.values()].flatMap(({ mesh, label }) => (mesh === undefined ? [] : [[mesh, label]])),
  );

/** Labels of the topics that are descriptors which the publication has. */
function meshLabels({ mesh = '' }: PublicationSummary, descriptors: Descriptors): Pick<PublicationContext, 'mesh'> {
  if (mesh === '' || descriptors.size === 0) return {};
  const labels = mesh.split(' ').flatMap((id) => {
    const label = descriptors.get(id);
    return label === undefined ? [] : [[id, label] as const];
  });
  return labels.length === 0 ? {} : { mesh: Object.fromEntries(labels) };
}
