import { mkdirSync } from 'node:fs';
import { compareProblems, type Problem } from '../domain/problems/problem.ts';
import type { Site } from '../domain/institute/site.ts';
import { digestOfRunningCode } from '../project/code-digest.ts';
import type { Shard } from '../rendering/shards/shard.ts';
import type { Settings } from '../project/settings.ts';
import { isDamagedBy, removeCatalog } from '../store/catalog-file.ts';
import { CatalogStore } from '../store/catalog-store.ts';
import { compileContent, type CompileOptions, type CompiledContent } from './compile-content.ts';
import { readImportSettings } from './content/read-import-settings.ts';
import { readSynonyms } from './content/read-synonyms.ts';
import { readSite } from './read-site.ts';

export interface ReadFolder {
  readonly problems: readonly Problem[];
  /** Absent when site.yaml has errors. */
  readonly site?: Site;
  /** Absent when there is no content folder; the same for `store`. */
  readonly content?: CompiledContent;
  /** The caller closes it. */
  readonly store?: CatalogStore;
}

export interface ReadOptions extends Pick<CompileOptions, 'afterReading' | 'stage' | 'progress'> {
  readonly drafts: boolean;
  /**
   * Whether files with errors are held back. `as-set`: where site.yaml says so; `unreadable`: only those of which no page can be
   * made. Absent where nothing is published.
   */
  readonly holdBack?: boolean | 'as-set' | 'unreadable';
  /** Files to leave out, because they failed later in the build. */
  readonly omitted?: ReadonlySet<string>;
  /** False where nothing is published, so that citations are proved, and not written for pages. */
  readonly writesCitations?: boolean;
  /** The part of the site that is made. */
  readonly shard?: Shard;
  /** True to check the content by the settings of the last run where site.yaml has errors, so that its pages remain. */
  readonly keepSite?: boolean;
  /** Called when the catalog is damaged and will be made again. */
  readonly damaged?: () => void;
}

/** Reads site.yaml and the rest of the content folder. The rest is also checked where site.yaml has errors. */
export async function readContentFolder(settings: Settings, options: ReadOptions): Promise<ReadFolder> {
  const { site, fallbackSite, problems: ofSite } = readSite(settings.contentDir, settings);
  const problems = [...ofSite, ...problemsBeside(settings.contentDir)];
  const checked = site ?? fallbackSite;
  if (!checked) return { problems };
  mkdirSync(settings.cacheDir, { recursive: true });
  const codeDigest = digestOfRunningCode(['src/compile/compile-file.ts', 'src/compile/read-assets.ts']);
  const { store, content } = await withCatalog(
    settings.catalogFile,
    (catalog) =>
      compileContent({
        folder: settings.contentDir,
        site: site ?? (options.keepSite ? lastSite(catalog) : undefined) ?? checked,
        store: catalog,
        codeDigest,
        publicDir: settings.publicDir,
        drafts: options.drafts,
        holdBack: options.holdBack === 'as-set' ? checked.errors === 'hold-back' : options.holdBack,
        omitted: options.omitted ?? new Set(),
        writesCitations: options.writesCitations ?? true,
        catalogFile: settings.catalogFile,
        ...(options.shard ? { shard: options.shard } : {}),
        ...(options.stage ? { stage: options.stage } : {}),
        ...(options.progress ? { progress: options.progress } : {}),
        afterReading: options.afterReading,
      }),
    options.damaged,
  );
  return {
    problems: [...content.problems, ...problems].sort(compareProblems),
    ...(site ? { site } : {}),
    content,
    store,
  };
}

/**
 * Problems of `import.yaml` and `synonyms.yaml` as warnings, because nothing of them is published: the import stops at its
 * own, and the search has no synonyms.
 */
const problemsBeside = (folder: string): readonly Problem[] =>
  [...readImportSettings(folder).problems, ...readSynonyms(folder).problems].map((problem) => ({
    ...problem,
    severity: 'warning',
  }));

/** The settings of the site of which the catalog holds the pages; undefined where it holds none. */
function lastSite(catalog: CatalogStore): Site | undefined {
  const json = catalog.setting('site');
  return json === undefined ? undefined : (JSON.parse(json) as Site);
}

/** Opens the catalog and fills it with `work`. Where the catalog is damaged, deletes it and starts once more. */
async function withCatalog<T>(
  path: string,
  work: (store: CatalogStore) => Promise<T>,
  damaged?: () => void,
): Promise<{ store: CatalogStore; content: T }> {
  for (let attempt = 1; ; attempt += 1) {
    let store: CatalogStore | undefined;
    try {
      store = new CatalogStore(path, 'write');
      return { store, content: await work(store) };
    } catch (error) {
      store?.close();
      if (attempt > 1 || !isDamagedBy(error, path)) throw error;
      damaged?.();
      removeCatalog(path);
    }
  }
}
