import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { tokenHeader } from '../stores/folder-store.ts';
import type { Refusal } from '../stores/store.ts';
import { isOwnHost } from '../../domain/identifiers/own-machine.ts';

/** The parts of a request that decide whether it is answered. */
export interface GuardedRequest {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Address of the client, from the socket. */
  readonly remoteAddress: string | undefined;
}

export interface RefusedRequest extends Refusal {
  readonly status: number;
}

/**
 * Why a request about the desk is refused: it comes from another machine, from another site, or for a host name that is not this
 * machine's, such as after DNS rebinding. Undefined where it may be answered.
 */
export function refuseForeignRequest({ headers, remoteAddress }: GuardedRequest): RefusedRequest | undefined {
  if (!isLoopback(remoteAddress)) return forbidden('not-this-machine', 'the desk answers this machine only');
  if (!isOwnHost(headers.host)) return forbidden('foreign-host', 'the desk answers to localhost only');
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return foreignSite;
  return site === undefined || site === 'same-origin' || site === 'none' ? undefined : foreignSite;
}

/** Why a request to the API is refused: as {@link refuseForeignRequest}, or for its method, its content type or a wrong token. */
export function refuseRequest(request: GuardedRequest, token: string): RefusedRequest | undefined {
  const refused = refuseForeignRequest(request);
  if (refused) return refused;
  const { method, headers } = request;
  if (method !== 'POST')
    return { status: 405, name: 'method', message: 'the desk is asked by POST only', hint: reload };
  if (headers.origin === undefined) return foreignSite;
  if (!isSameText(headers[tokenHeader], token))
    return { status: 401, name: 'session-ended', message: 'the development server was started again', hint: reload };
  // A page of another site cannot send this type without a preflight request (CORS), which is refused.
  const [type] = (headers['content-type'] ?? '').split(';', 1);
  return type?.trim().toLowerCase() === 'application/json'
    ? undefined
    : { status: 415, name: 'content-type', message: 'a request to the desk is JSON', hint: reload };
}

const reload = 'load the page again; what you typed is kept on this device';

const forbidden = (name: string, message: string): RefusedRequest => ({
  status: 403,
  name,
  message,
  hint: 'open the address that npm run dev prints, on the machine where it runs',
});
const foreignSite = forbidden('foreign-site', 'another site may not ask the desk');

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/.test(address);

/** Compares texts in constant time, so that the time says nothing about the token. */
function isSameText(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
