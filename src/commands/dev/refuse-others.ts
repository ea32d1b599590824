import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connect, ViteDevServer } from 'vite';
import { percentDecode } from '../../domain/text/percent-encoding.ts';

/**
 * Refuses requests of other sites, and of other ports of this machine, which could read drafts. Refuses Vite's
 * `/__open-in-editor` to all, because it opens files of this machine, and what Vite and Astro would fail on.
 */
export function refuseOthers({ httpServer, middlewares }: ViteDevServer): void {
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const status = refusalOf(request);
    if (status === undefined) next();
    else response.writeHead(status).end();
  };
  httpServer?.once('listening', () => middlewares.stack.unshift({ route: '', handle }));
  // Vite leaves a WebSocket that it does not know open without an answer.
  httpServer?.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (refusalOf(request) !== undefined) socket.destroy();
  });
}

/** The status of the answer to a request that is refused. */
export function refusalOf(request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>): 400 | 403 | 405 | undefined {
  if (isForbidden(request)) return 403;
  // No `Request` of JavaScript can have this method.
  if (request.method === 'TRACE') return 405;
  return isEncoded(request.url?.split('?', 1)[0] ?? '') ? undefined : 400;
}

function isForbidden({ headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>): boolean {
  const { origin, host, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers;
  // Another origin may link to a page, but not load a script or picture, or show a page in a frame.
  const isLink = mode === 'navigate' && dest === 'document';
  return (
    (origin !== undefined && origin !== `http://${host ?? ''}`) ||
    // For such a host, Astro would fail without sending an answer.
    !URL.canParse(`http://${host ?? 'localhost'}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink) ||
    // Vite compares without regard to case.
    /\/__open-in-editor\b/i.test(percentDecode(url))
  );
}

function isEncoded(path: string): boolean {
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
}
