import { createHash } from 'node:crypto';
import type { Catalog } from '../../catalog/build-catalog.ts';
import type { Asset } from '../../compile/read-assets.ts';
import type { OfferedFormatId } from '../../domain/publication/offered-format.ts';
import { digestOfRunningCode } from '../../project/code-digest.ts';
import type { CatalogStore } from '../../store/catalog-store.ts';

/** What the plan is made from, beside the catalog. */
export interface PlanSources {
  readonly assets: readonly Asset[];
  /** Formats in which a publication is not offered, by slug. */
  readonly withheld: ReadonlyMap<string, readonly OfferedFormatId[]>;
  /** Digest of the content file from which a record of the catalog comes. */
  readonly digestOf: (file: string) => string;
}

/** Digest of everything that the plan is made from: the records in their order, their files, and the code. */
export function planState(catalog: Catalog, { assets, withheld, digestOf }: PlanSources, store: CatalogStore): string {
  const { site, institute, publications, pages } = catalog;
  const { people, units, journals, topics, excluded } = institute;
  const hash = createHash('sha256');
  const add = (value: unknown) => hash.update(JSON.stringify(value)).update('\n');
  add([digestOfRunningCode(['src/build/save-pages.ts']), store.setting('citations')]);
  add([site, [people, units, journals, topics].map((records) => [...records]), [...excluded], pages]);
  for (const { slug, file } of publications) hash.update(`${slug} ${digestOf(file)} ${file}\n`);
  add([...withheld]);
  for (const { output, digest } of assets) hash.update(`${digest} ${output}\n`);
  return hash.digest('hex');
}
