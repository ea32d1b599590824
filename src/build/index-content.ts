import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CatalogStore } from '../store/catalog-store.ts';
import type { CompiledContent } from './compile-content.ts';
import { readSynonyms } from './content/read-synonyms.ts';
import { searchSources, searchState } from '../site-plan/search-sources.ts';
import { digestOfRunningCode } from '../project/code-digest.ts';
import type { IndexFile } from '../search/search-index.ts';
import type { Settings } from '../project/settings.ts';

/** Folder of the last search index. */
export const indexFolder = ({ cacheDir }: Settings): string => join(cacheDir, 'search');

/**
 * Files of the search index for this content. Builds them again only when a record, or the code that writes them, has
 * changed.
 */
export async function indexContent(
  settings: Settings,
  content: CompiledContent,
  store: CatalogStore,
): Promise<readonly IndexFile[]> {
  if (!content.site.features.search) return [];
  const catalog = content.catalog(store);
  const { synonyms } = readSynonyms(settings.contentDir);
  const state = searchState(catalog, content.digestOf) + JSON.stringify(synonyms);
  const code = digestOfRunningCode(['src/search/search-index.ts', 'src/site-plan/search-sources.ts']);
  const key = createHash('sha256').update(`${code}\n${state}`).digest('hex').slice(0, 16);
  const recordOf = (slug: string): string => {
    const json = store.sources.findRecord('publications', slug);
    if (json === undefined) throw new Error(`the catalog has no record of the publication ${slug}`);
    return json;
  };
  const { prepareSearchIndex } = await import('../search/search-index.ts');
  return prepareSearchIndex({
    folder: indexFolder(settings),
    key,
    count: catalog.publications.length,
    synonyms,
    sources: () => searchSources(catalog, recordOf),
  });
}
