import type { Catalog } from '../../src/catalog/build-catalog.ts';
import type { OwnEntry } from '../../src/domain/publication/entry.ts';
import type { PageRow } from '../../src/domain/pages/page-row.ts';
import { buildPages } from '../../src/site-plan/page-rows.ts';
import type { PageSources } from '../../src/site-plan/row-writer.ts';

export interface WholePlan {
  /** JSON of the entries, with their digests, by slug. */
  readonly entries: ReadonlyMap<string, { readonly digest: string; readonly json: string }>;
  readonly rows: readonly PageRow[];
}

/** The plan of a catalog as a whole. Its entries show of the publications only the digests of their files. */
export function planOf(catalog: Catalog, sources: Omit<PageSources, 'entryOf' | 'pageKeyOf'>): WholePlan {
  const entryOf = (file: string) => ({ title: sources.digestOf(file), authors: [] }) as unknown as OwnEntry;
  const entries = new Map<string, { readonly digest: string; readonly json: string }>();
  const rows: PageRow[] = [];
  const keys = new Map<string, string>();
  buildPages(
    catalog,
    { ...sources, entryOf, pageKeyOf: (slug) => keys.get(slug)! },
    {
      saveEntry: (slug, digest, json) => void entries.set(slug, { digest, json }),
      saveRow(row) {
        rows.push(row);
        if (row.slug !== null) keys.set(row.slug, row.key);
      },
    },
  );
  return { entries, rows };
}
