import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '../stores/store.ts';
import { answerDesk, verbs, type DeskEffects } from './desk-api.ts';
import { deskPage, type DeskPageSettings } from './desk-page.ts';
import { editKey } from './edit-link.ts';
import { refuseRequest, refuseStranger, type RefusedRequest } from './guard.ts';

/** Largest body of a request, in bytes. Files are sent in base64, which takes a third more. */
const requestLimits: Readonly<Record<string, number>> = { upload: 36_000_000, import: 36_000_000 };
const requestLimit = 10_000_000;

export interface DeskServer extends DeskPageSettings {
  readonly effects: DeskEffects;
  /** The script, the style and the fonts of the desk, by their names. */
  readonly files: () => Promise<ReadonlyMap<string, string | Uint8Array>>;
}

/** Answers a request for an address of the desk. Returns false for every other address. */
export async function serveDesk(
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
  desk: DeskServer,
): Promise<boolean> {
  const path = address.split(/[?#]/, 1)[0]!;
  if (path !== '/edit' && !path.startsWith('/edit/')) return false;
  const facts = { method: request.method, headers: request.headers, remoteAddress: request.socket.remoteAddress };
  const verb = verbs.find((name) => path === `/edit/api/${name}`);
  if (verb === undefined) {
    const stranger = refuseStranger(facts);
    if (stranger) send(response, stranger.status, 'text/plain', `${stranger.message}: ${stranger.hint}\n`);
    else if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 405, 'text/plain', 'GET only\n');
    else if (path === '/edit') response.writeHead(302, { Location: `${desk.base}/edit/` }).end();
    else if (path === '/edit/') send(response, 200, 'text/html', deskPage(desk), pageHeaders);
    else if (path === '/edit/key.js') send(response, 200, 'text/javascript', editKey);
    else await sendFile(response, path, desk);
    // The bundle and the list are prepared now, because the desk needs both as soon as it is opened.
    if (path === '/edit/' || path === '/edit/key.js') await Promise.all([desk.files(), desk.effects.list()]);
    return true;
  }
  const refused = refuseRequest(facts, desk.token);
  if (refused) {
    answerRefused(response, refused);
    return true;
  }
  const body = await readBody(request, requestLimits[verb] ?? requestLimit);
  if ('status' in body) answerRefused(response, body);
  else sendJson(response, 200, await answerDesk(verb, body.json, desk.effects));
  return true;
}

async function readBody(request: IncomingMessage, limit: number): Promise<{ readonly json: unknown } | RefusedRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is above the limit is read and dropped: some clients read no answer before they have sent everything.
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit)
    return {
      status: 413,
      name: 'too-large',
      message: `this has ${(size / 1e6).toFixed(1)} MB, and the desk takes ${limit / 1e6} MB at once`,
      hint: 'a content file may have 2 MB, and a picture or PDF 25 MB: put what is larger elsewhere, and link to it',
    };
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { status: 400, name: 'not-json', message: 'the request is not JSON', hint: 'load the page again' };
  }
}

async function sendFile(response: ServerResponse, path: string, desk: DeskServer): Promise<void> {
  const name = /^\/edit\/assets\/([\w.-]+)$/.exec(path)?.[1];
  const file = name === undefined ? undefined : (await desk.files()).get(name);
  if (name === undefined || file === undefined) send(response, 404, 'text/plain', 'no such address of the desk\n');
  else {
    const type = mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    send(response, 200, type, file, name.endsWith('.woff2') ? { 'Cache-Control': 'max-age=86400' } : {});
  }
}

const mediaTypes: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' };

/** The page loads nothing from another host, and no page may show it in a frame. */
const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; '),
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
};

function answerRefused(response: ServerResponse, { status, name, message, hint }: RefusedRequest): void {
  sendJson(response, status, { ok: false, refusal: { name, message, hint } satisfies Refusal });
}

const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, 'application/json', JSON.stringify(value));

function send(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Uint8Array,
  further: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': typeof content === 'string' ? `${type}; charset=utf-8` : type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...further,
  });
  response.end(content);
}
