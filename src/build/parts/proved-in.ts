import type { Catalog } from '../../catalog/build-catalog.ts';
import { dividePublications } from '../../rendering/shards/divide-jobs.ts';
import type { Shard } from '../../rendering/shards/shard.ts';

/** Whether a part proves the citations of a publication: the part that makes its page does. */
export function provedIn(
  { number, of }: Shard,
  { site, publications }: Pick<Catalog, 'site' | 'publications'>,
): (slug: string) => boolean {
  const partOf = dividePublications(of, {
    pages: publications.length * site.locales.length,
    searched: site.features.search ? publications.length : 0,
  });
  return (slug) => partOf(`/publications/${slug}/`) === number;
}
