import { createReadStream } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { policyOfPath } from '../metadata/content-security-policy.ts';
import { readByteRange } from './preview/byte-range.ts';
import { findFile, type FoundFile } from './preview/find-file.ts';
import { mediaTypeOf } from './preview/media-type.ts';
import { isOwnHost } from '../domain/identifiers/own-machine.ts';

/** Milliseconds that a connection may take, and how many there may be. */
export interface ConnectionLimits {
  /** For all headers of a request. */
  readonly headers: number;
  /** For a request with its body, which is not read. */
  readonly request: number;
  /** Without a byte in either direction. */
  readonly silence: number;
  readonly connections: number;
}

/** A browser sends a request at once, and keeps up to six connections. */
const usualLimits: ConnectionLimits = { headers: 10_000, request: 20_000, silence: 60_000, connections: 2000 };

/**
 * Serves a built site as a static host does: folders by their index, addresses without a slash redirected, 404.html for
 * the rest. Answers requests for this machine, and for the names of `hosts`.
 *
 * Not sirv, which answers `Range: bytes=-500` with the first bytes and `bytes=0-0` with all, ends the process at
 * `bytes=9-3`, sends hidden files when it reads the folder afresh, and neither redirects to the slash nor compresses.
 */
export function serveFolder(
  folder: string,
  base = '',
  hosts: readonly string[] = [],
  limits: ConnectionLimits = usualLimits,
): Server {
  const server = createServer(optionsOf(limits), (request, response) => {
    // A page of another site can make its own name lead to this machine (DNS rebinding), and would then read a site that is
    // not published yet; its browser still sends that name.
    if (!isOwnHost(request.headers.host, hosts)) return void refuse(response, 421, 'This preview is for localhost.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void refuse(response, 405, 'A site is only read.\n', { allow: 'GET, HEAD' });
    const [pathname, search] = splitQuery(request.url ?? '/');
    const found = findFile(folder, base, pathname);
    if (found === undefined) return void sendNotFound(request, response, folder);
    if ('location' in found) return void response.writeHead(301, { location: found.location + search }).end();
    sendFile(request, response, found);
  });
  server.maxConnections = limits.connections;
  // A client that stops reading would keep the file open.
  return server.setTimeout(limits.silence, (socket) => void socket.destroy());
}

const optionsOf = ({ headers, request }: ConnectionLimits) => ({
  headersTimeout: headers,
  requestTimeout: request,
  connectionsCheckingInterval: Math.min(1000, headers / 2),
});

/** Sends a file, or the part of it that the request asks for. */
export function sendFile(request: IncomingMessage, response: ServerResponse, found: FoundFile): void {
  const headers = headersOf(found);
  // No answer carries a validator, so none can match that of `If-Range`, and the whole file is sent (RFC 9110, section 13.1.5).
  const asked =
    request.method === 'GET' && request.headers['if-range'] === undefined ? request.headers.range : undefined;
  const range = asked === undefined ? undefined : readByteRange(asked, found.size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${found.size}` }).end();
  } else if (range) {
    const { start, end } = range;
    response.writeHead(206, {
      ...headers,
      'content-range': `bytes ${start}-${end}/${found.size}`,
      'content-length': end - start + 1,
    });
    pipeline(createReadStream(found.file, range), response, ignoreEnd);
  } else {
    sendWhole(request, response, 200, found);
  }
}

function sendWhole(request: IncomingMessage, response: ServerResponse, status: number, found: FoundFile): void {
  const headers = headersOf(found);
  const packed = isText(headers['content-type']) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(status, {
    ...headers,
    ...(packed ? { 'content-encoding': 'gzip' } : { 'content-length': found.size }),
  });
  if (request.method === 'HEAD') return void response.end();
  const file = createReadStream(found.file);
  if (packed) pipeline(file, createGzip(), response, ignoreEnd);
  else pipeline(file, response, ignoreEnd);
}

function sendNotFound(request: IncomingMessage, response: ServerResponse, folder: string): void {
  const page = findFile(folder, '', '/404.html');
  if (page && 'file' in page) sendWhole(request, response, 404, page);
  else refuse(response, 404, 'Not found.\n');
}

function refuse(response: ServerResponse, status: number, text: string, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
}

const headersOf = ({ path }: FoundFile) => ({
  'content-type': mediaTypeOf(path),
  'accept-ranges': 'bytes',
  vary: 'accept-encoding',
  'x-content-type-options': 'nosniff',
  'content-security-policy': policyOfPath(path.replace(/index\.html$/, '')),
  'cache-control': 'no-cache',
});

/** What hosts compress; fonts and pictures are compressed already. */
const isText = (type: string): boolean => /^text\/|json|xml|javascript/.test(type);

/** A client that disconnects, or a file that is replaced while it is sent, closes the connection: nothing else is to be done. */
const ignoreEnd = (): void => undefined;

function splitQuery(url: string): readonly [pathname: string, search: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
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
