import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Connect, ViteDevServer } from 'vite';
import type { Asset } from '../../compile/read-assets.ts';
import { extensionOf, fileKinds } from '../../domain/pages/file-kinds.ts';
import type { Settings } from '../../project/settings.ts';

/**
 * Serves the pictures and documents beside content files, at the addresses that they have in the built site. Returns a function
 * that sets which there are.
 */
export function liveAssets(
  { contentDir }: Settings,
  { httpServer, middlewares }: ViteDevServer,
  base: string,
): (assets: readonly Asset[]) => void {
  let files: ReadonlyMap<string, Asset> = new Map();
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const asset = request.method === 'GET' ? files.get(request.url ?? '') : undefined;
    if (!asset) return next();
    const stream = createReadStream(join(contentDir, asset.file));
    // It may have been deleted since the content was read.
    stream.once('error', () => next());
    stream.once('open', () => {
      response.writeHead(200, {
        'Content-Type': fileKinds[extensionOf(asset.file)]?.type ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
        // A drawing that is opened by itself would be a page of this server, which may ask the desk.
        ...(extensionOf(asset.file) === '.svg'
          ? { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }
          : {}),
      });
      stream.pipe(response);
    });
  };
  // Astro puts its handler before all others until the server listens.
  httpServer?.once('listening', () => middlewares.stack.unshift({ route: '', handle }));
  return (assets) => {
    files = new Map(assets.map((asset) => [`${base}/${encodeURI(asset.output)}`, asset]));
  };
}
