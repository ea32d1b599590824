import type { AddressInfo } from 'node:net';
import { serveFolder } from '../../src/commands/serve-folder.ts';

/** A server for a built site, on a free port. */
export interface ServedSite {
  /** Without a trailing slash; with the base path. */
  readonly url: string;
  close(): Promise<void>;
}

export async function serveSite(folder: string, base = ''): Promise<ServedSite> {
  const server = serveFolder(folder, base);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
