import { isMap } from '../../../domain/values/unknown-map.ts';
import { fromBase64 } from '../base64.ts';
import { StoreFailure } from '../store-failure.ts';
import type { ExplainFault } from './host-words.ts';

export interface HostAccess {
  readonly api: string;
  /** Headers that carry the token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly explain: ExplainFault;
}

export interface HostRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Statuses that the caller reads itself; every other fault is thrown. */
  readonly expects?: readonly number[];
}

export interface HostAnswer {
  readonly status: number;
  readonly json: unknown;
}

export type AskHost = (path: string, request?: HostRequest) => Promise<HostAnswer>;

/** Sends requests to the API of one host. Rejects with a StoreFailure for every fault that the caller does not expect. */
export function askHost({ api, headers, explain }: HostAccess): AskHost {
  return async (path, { method = 'GET', body, expects = [] } = {}) => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(api + path, {
        method,
        headers: { accept: 'application/json', ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
        cache: 'no-store',
        credentials: 'omit',
        // A redirect could send the token to another host than the one in site.yaml.
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      text = await response.text();
    } catch (error) {
      // `fetch` rejects with a TypeError when the connection fails or is cut off.
      if (!(error instanceof TypeError)) throw error;
      throw new StoreFailure('offline', explain('offline'));
    }
    const { status } = response;
    const json = parseJson(text);
    const limited = findLimit(response);
    if (limited !== undefined) throw new StoreFailure('refused', explain('rate-limit', { time: limited }));
    if (response.ok && status !== 204 && json === undefined)
      throw new StoreFailure('refused', explain('not-an-answer'));
    if (response.ok || expects.includes(status)) return { status, json };
    if (status === 401) throw new StoreFailure('expired', explain('expired'));
    const message = messageOf(json) || String(status);
    if (status === 403) throw new StoreFailure('refused', explain('forbidden', { message }));
    if (status === 404) throw new StoreFailure('refused', explain('not-found', { what: decodeURIComponent(path) }));
    if (status >= 500) throw new StoreFailure('refused', explain('host-trouble', { status: String(status) }));
    throw new StoreFailure('refused', explain('refused', { message }));
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The local time from which the host accepts requests again, such as `14:05`; undefined where the answer is not about a rate limit. */
function findLimit({ status, headers }: Response): string | undefined {
  // GitHub answers 403 as well, and says by these headers that it is a limit (REST API, “Rate limits”).
  const isLimit =
    status === 429 || (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));
  if (!isLimit) return undefined;
  const wait = Number(headers.get('retry-after') ?? NaN);
  const reset = Number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset') ?? NaN);
  const time = Number.isFinite(wait) ? Date.now() + wait * 1000 : Number.isFinite(reset) ? reset * 1000 : undefined;
  return time === undefined ? '…' : new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** The message of an answer, in the forms of the three hosts. */
export function messageOf(json: unknown): string {
  const message = field(json, 'message') ?? field(json, 'error_description') ?? field(json, 'error');
  if (typeof message === 'string') return message;
  return message === undefined ? '' : JSON.stringify(message);
}

/** A field of an answer; undefined where the answer is no object or has no such field. */
export const field = (json: unknown, name: string): unknown => (isMap(json) ? json[name] : undefined);

export const textField = (json: unknown, ...path: readonly string[]): string => {
  const value = path.reduce<unknown>(field, json);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** A web address of an answer, for a link; undefined for any other value. `base`: address whose host is used for a path. */
export function addressField(json: unknown, name: string, base?: string): string | undefined {
  const address = textField(json, name);
  if (/^https?:\/\//.test(address)) return address;
  return base !== undefined && address.startsWith('/') ? new URL(base).origin + address : undefined;
}

/** The bytes of a field in base64. Throws a StoreFailure where its text is not base64. */
export function bytesField(json: unknown, name: string, explain: ExplainFault): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(textField(json, name));
  } catch (error) {
    // `atob` throws an InvalidCharacterError, which is a DOMException.
    if (!(error instanceof DOMException)) throw error;
    throw new StoreFailure('refused', explain('not-an-answer'));
  }
}

export const listOf = (json: unknown): readonly unknown[] => (Array.isArray(json) ? (json as readonly unknown[]) : []);

/** A path in an address; its slashes stay. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
