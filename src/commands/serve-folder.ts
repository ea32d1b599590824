import { createReadStream, statSync, type Stats } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';
import { policyOfPath } from '../metadata/content-security-policy.ts';

/** Media types of what a site holds; the rest is sent as bytes. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.nbib': 'application/nbib; charset=utf-8',
  '.csl.json': 'application/vnd.citationstyles.csl+json',
  '.linkset.json': 'application/linkset+json',
  '.wasm': 'application/wasm',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a built site as a static host does: folders by their index, addresses without a slash redirected, 404.html for the rest. */
export function serveFolder(folder: string, base = ''): Server {
  return createServer((request, response) => {
    const [pathname = '/', search] = (request.url ?? '/').split(/(?=\?)/, 2);
    const path = decode(pathname);
    // A null character can be in no file's name, and Node refuses to look for one.
    if (path === undefined || path.includes('\0') || !(path + '/').startsWith(`${base}/`)) return void send(404);
    const file = resolve(join(folder, path.slice(base.length)));
    if (file !== resolve(folder) && !file.startsWith(resolve(folder) + sep)) return void send(404);
    const stats = statOf(file);
    if (stats?.isFile()) return void send(200, file);
    if (stats?.isDirectory() && !path.endsWith('/')) {
      response.writeHead(301, { location: `${pathname}/${search ?? ''}` }).end();
      return;
    }
    const index = join(file, 'index.html');
    return void (statOf(index)?.isFile() ? send(200, index) : send(404));

    function send(status: number, found?: string): void {
      const body = found ?? join(folder, '404.html');
      const double = /\.(?:csl|linkset)\.json$/.exec(body)?.[0];
      const type = mediaTypes[double ?? extname(body).toLowerCase()];
      const packed = isText(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
      response.writeHead(status, {
        'content-type': type ?? 'application/octet-stream',
        ...(packed ? { 'content-encoding': 'gzip' } : {}),
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
        'content-security-policy': policyOfPath(path ?? ''),
        'cache-control': 'no-cache',
      });
      if (request.method === 'HEAD') return void response.end();
      const stream = createReadStream(body);
      stream.once('error', () => response.end());
      if (packed) stream.pipe(createGzip()).pipe(response);
      else stream.pipe(response);
    }
  });
}

/** What hosts compress; fonts and pictures are compressed already. */
const isText = (type = ''): boolean => /^text\/|json|xml|javascript/.test(type);

/** Undefined where there is no such file, or where its name is too long for the disk. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** Listens on a port, or on the next free one; returns the port. */
export function listen(server: Server, port: number, attempts = 20): Promise<number> {
  return new Promise((resolvePort, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && attempts > 0) resolvePort(listen(server, port + 1, attempts - 1));
      else reject(error);
    });
    server.listen(port, 'localhost', () => {
      const address = server.address();
      resolvePort(typeof address === 'object' && address ? address.port : port);
    });
  });
}
