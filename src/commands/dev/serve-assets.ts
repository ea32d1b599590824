import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { Asset } from '../../compile/read-assets.ts';
import { sendFile } from '../serve-folder.ts';

/**
 * Serves pictures and other files of the content in the development server, from where they are. Returns a function that sets
 * them. A file stays known when its content file has errors, for the last good page.
 */
export function serveAssets(
  { middlewares }: Pick<ViteDevServer, 'middlewares'>,
  base: string,
  contentDir: string,
): (assets: readonly Asset[]) => void {
  const files = new Map<string, string>();
  middlewares.use((request, response, next) => {
    const address = (request.originalUrl ?? request.url ?? '').split('?', 1)[0]!;
    const path = address.startsWith(`${base}/`) ? decode(address.slice(base.length)) : '';
    const file = files.get(path);
    const size = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.size;
    if (file === undefined || size === undefined) next();
    else sendFile(request, response, { file, path, size });
  });
  return (assets) => {
    for (const { file, output } of assets) files.set(`/${output}`, join(contentDir, file));
  };
}

/** Empty for what no address can be. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
