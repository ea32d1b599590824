import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { ViteDevServer } from 'vite';
import { CatalogStore } from '../../store/catalog-store.ts';
import type { CompiledContent } from '../../build/compile-content.ts';
import { lastSearchIndex } from '../../search/search-index.ts';
import type { Settings } from '../../project/settings.ts';
import { indexContent, indexFolder } from '../../build/index-content.ts';

/** Up to this many publications are indexed again on every change, in a second or two; more only when the server starts. */
const reindexLimit = 1000;

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Returns a function that starts to index changed content. `all`: also where there are many publications. Content that comes
 * meanwhile is indexed afterwards.
 */
export function createIndexer(
  settings: Settings,
  report: (outcome: { readonly type: 'index' } | { readonly type: 'index failed'; readonly message: string }) => void,
): (content: CompiledContent, all: boolean) => void {
  let waiting: CompiledContent | undefined;
  let busy = false;
  const run = async () => {
    busy = true;
    for (let content = waiting; content; content = waiting) {
      waiting = undefined;
      const store = new CatalogStore(settings.catalogFile, 'read');
      try {
        await indexContent(settings, content, store);
        report({ type: 'index' });
      } catch (error) {
        report({ type: 'index failed', message: error instanceof Error ? error.message : String(error) });
      } finally {
        store.close();
      }
    }
    busy = false;
  };
  return (content, all) => {
    if (!all && content.publications > reindexLimit) return;
    waiting = content;
    if (!busy) void run();
  };
}

/** Serves the last search index in the development server. Returns a function that looks for a newer one. */
export function serveIndex(settings: Settings, server: ViteDevServer): () => void {
  let files = readFiles(settings);
  server.middlewares.use((request, response, next) => {
    const { base } = server.config;
    const path = decodeURI((request.originalUrl ?? request.url ?? '').split('?', 1)[0]!);
    const file = path.startsWith(base) ? files.get(path.slice(base.length).replace(/^\//, '')) : undefined;
    if (file === undefined) return next();
    response.setHeader('content-type', mediaTypes[extname(file)] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'no-store');
    createReadStream(file).once('error', next).pipe(response);
  });
  return () => {
    files = readFiles(settings);
  };
}

const readFiles = (settings: Settings): ReadonlyMap<string, string> =>
  new Map(lastSearchIndex(indexFolder(settings)).map(({ output, source }) => [output, source]));
