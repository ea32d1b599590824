import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { publishedPage } from '../../../src/build/desk/published-page.ts';
import { bundleDesk, type DeskFiles } from '../../../src/editor/bundle/bundle-desk.ts';
import type { PublishedSettings } from '../../../src/editor/model/published-settings.ts';
import type { DeskEntry } from '../../../src/editor/model/record.ts';
import { deskFramePolicy } from '../../../src/metadata/content-security-policy.ts';

/** A published site, reduced to its desk and to one page for readers. */
export interface PublishedSite {
  readonly origin: string;
  /** What the page says of the repository; a test may change it before it opens the page. */
  settings: PublishedSettings | undefined;
  close(): void;
}

export const bundlePublished = (): Promise<DeskFiles> =>
  bundleDesk(join(import.meta.dirname, '../../../src/editor/view/published/main.ts'));

const mediaTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

export async function servePublished(files: DeskFiles, records: readonly DeskEntry[]): Promise<PublishedSite> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const name = path.replace(/^\/edit\//, '') || 'index.html';
    const content = !path.startsWith('/edit/')
      ? '<!doctype html><html lang="en"><title>Page</title><h1>The published page</h1><script>document.title = "ran"</script></html>'
      : name === 'index.html' && site.settings
        ? publishedPage(site.settings)
        : name === 'records.json'
          ? JSON.stringify(records)
          : files.get(name);
    if (content === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, {
          'content-type': mediaTypes[/\.(\w+)$/.exec(name)?.[1] ?? 'html'] ?? 'text/html; charset=utf-8',
          ...(path === '/edit/' ? { 'content-security-policy': deskFramePolicy } : {}),
        })
        .end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site: PublishedSite = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    settings: undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}
