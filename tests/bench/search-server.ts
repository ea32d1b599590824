import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectDir } from '../../src/project/settings.ts';

export interface BenchServer {
  readonly origin: string;
  /** Responses since the last call; their bytes include {@link headBytes} for each head. */
  takeSent(): readonly Sent[];
  close(): Promise<void>;
}

export interface Sent {
  readonly path: string;
  readonly bytes: number;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};
/** Estimated bytes of the head of a response. */
export const headBytes = 200;

/**
 * Serves a folder as static hosts do: text files compressed, all files cacheable. Below `/~source/` it serves the sources of
 * Colophon without types, so that a browser can run the search without its page.
 */
export async function serveForBench(folder: string): Promise<BenchServer> {
  let sent: Sent[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0]!);
    const source = path.startsWith('/~source/');
    const found = source
      ? join(projectDir, path.slice('/~source/'.length))
      : join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (path === '/~empty') {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><html lang="en"><title>empty</title>');
      return;
    }
    const missing = !existsSync(found) || !statSync(found).isFile();
    const file = missing ? join(folder, '404.html') : found;
    if (missing && !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = source ? types['.js'] : types[extname(file)];
    const plain = source ? Buffer.from(stripTypeScriptTypes(readFileSync(file, 'utf8'))) : readFileSync(file);
    const body = type === undefined ? plain : gzipSync(plain);
    sent.push({ path, bytes: body.byteLength + headBytes });
    response
      .writeHead(missing ? 404 : 200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type === undefined ? {} : { 'content-encoding': 'gzip' }),
        'content-length': body.byteLength,
        'cache-control': 'max-age=600',
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeSent() {
      const taken = sent;
      sent = [];
      return taken;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
