import type { OfferedFormatId } from '../domain/publication/offered-format.ts';
import type { PublicationContext } from '../domain/publication/publication-context.ts';
import type { Publication } from '../domain/publication/publication.ts';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { ProvedCitations } from '../store/citation-cache.ts';
import { provePublication } from './prove-publication.ts';

/** A publication whose citations are to be proved. Its record is in the store. */
export interface ProofJob {
  readonly slug: string;
  readonly key: string;
  readonly context: PublicationContext;
}

export interface ProofSettings {
  readonly formats: readonly OfferedFormatId[];
}

/** Proves publications of the store. */
export const proveStored = (
  jobs: readonly ProofJob[],
  store: CatalogStore,
  { formats }: ProofSettings,
): readonly ProvedCitations[] =>
  jobs.map(({ slug, key, context }) => {
    const json = store.sources.findRecord('publications', slug);
    if (json === undefined) throw new Error(`the catalog has no record of the publication ${slug}`);
    return { slug, key, ...provePublication({ publication: JSON.parse(json) as Publication, context }, formats) };
  });
