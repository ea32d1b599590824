import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { publicServices, type FetchEffects, type Services } from '../import/fetch/fetch-records.ts';
import { writeAtomically } from './write-atomically.ts';

/** Addresses of the services. Environment variables can replace them, for example with those of a proxy. */
export const readServices = (environment: Readonly<Record<string, string | undefined>>): Services => ({
  crossref: environment['CROSSREF_URL'] || publicServices.crossref,
  pubmed: environment['PUBMED_URL'] || publicServices.pubmed,
  orcid: environment['ORCID_URL'] || publicServices.orcid,
  doi: environment['DOI_URL'] || publicServices.doi,
});

/** Requests over the network, with a cache that keeps answers for a day. */
export function fetchEffects(
  cacheDir: string,
  contact: string | undefined,
  refresh: boolean,
  progress: FetchEffects['progress'],
  services: Services = publicServices,
): FetchEffects {
  const folder = join(cacheDir, 'answers');
  const fileOf = (url: string): string => join(folder, createHash('sha256').update(url).digest('hex').slice(0, 32));
  return {
    progress,
    request: async (url, accept) => {
      const headers = {
        Accept: accept,
        'User-Agent': `colophon/0.1 (https://github.com/; ${contact === undefined ? 'no contact address' : `mailto:${contact}`})`,
      };
      const answer = await followRedirects(url, { headers, signal: AbortSignal.timeout(30_000) }, services).catch(
        (error: unknown) => {
          const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
          throw new Error(cause ?? (error instanceof Error ? error.message : String(error)), { cause: error });
        },
      );
      if ('refused' in answer) return { status: 0, body: '', ...answer };
      const { response } = answer;
      const body = await readBody(response);
      if (body === undefined)
        return { status: 0, body: '', refused: `its answer is larger than ${sizeLimit / 1e6} MB` };
      const retryAfter = Number(response.headers.get('retry-after'));
      return { status: response.status, body, ...(retryAfter > 0 ? { retryAfter } : {}) };
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    cached: (url) => {
      const stat = statSync(fileOf(url), { throwIfNoEntry: false });
      return !refresh && stat && Date.now() - stat.mtimeMs < day ? readFileSync(fileOf(url), 'utf8') : undefined;
    },
    keep: (url, body) => writeAtomically(fileOf(url), body),
  };
}

/** Bytes of an answer, after it is unpacked. A hundred records of PubMed have a few million. */
const sizeLimit = 10_000_000;
const redirectLimit = 5;

/** Hosts, with all below them, to which a service may redirect: the registration agencies of DOIs, PubMed and ORCID. */
const namedHosts =
  /^(?:.+\.)?(?:doi\.org|crossref\.org|datacite\.org|crosscite\.org|medra\.org|japanlinkcenter\.org|kisti\.re\.kr|doi\.or\.kr|airiti\.com|istic\.ac\.cn|chinadoi\.cn|cnki\.net|publications\.europa\.eu|ncbi\.nlm\.nih\.gov|orcid\.org)$/;

/**
 * Whether a redirect may be followed: within the addresses that the user has set, or with TLS to a named host. Its
 * certificate makes sure that no address of the own network answers in its place.
 */
const mayFollow = (url: URL, services: Services): boolean =>
  Object.values(services).some((service: string) => new URL(service).origin === url.origin) ||
  (url.protocol === 'https:' && url.port === '' && namedHosts.test(url.hostname));

async function followRedirects(
  url: string,
  init: RequestInit,
  services: Services,
): Promise<{ readonly response: Response } | { readonly refused: string }> {
  let address = new URL(url);
  for (let step = 0; step <= redirectLimit; step += 1) {
    const response = await fetch(address, { ...init, redirect: 'manual' });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return { response };
    await response.body?.cancel();
    const next = URL.parse(location, address);
    if (!next || !mayFollow(next, services))
      return {
        refused: `it redirects to ${next?.origin ?? 'no address'}, which is none of the services that are asked`,
      };
    address = next;
  }
  return { refused: `it redirects more than ${redirectLimit} times` };
}

/** The body as text; undefined where it is too large, of which the rest is not read. */
async function readBody(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop cancels the response.
    if (size > sizeLimit) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Milliseconds. */
const day = 86_400_000;
