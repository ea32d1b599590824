import type { Site } from '../../domain/institute/site.ts';
import { dividePublications, workOf } from '../../rendering/shards/divide-jobs.ts';
import type { Shard } from '../../rendering/shards/shard.ts';

/** Whether a part proves the citations of a publication: the part that makes its page does. */
export function provedIn(
  { number, of }: Shard,
  { site, publications }: { readonly site: Site; readonly publications: number },
): (slug: string) => boolean {
  const partOf = dividePublications(of, workOf(site, publications));
  return (slug) => partOf(`/publications/${slug}/`) === number;
}
