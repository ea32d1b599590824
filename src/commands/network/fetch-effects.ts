import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../domain/institute/site.ts';
import { publicServices, type FetchEffects, type Services } from '../../import/fetch/services.ts';
import { writeAtomically } from '../write-atomically.ts';
import { readRetryAfter } from './retry-after.ts';

/** Addresses of the services. Environment variables can replace them, for example with those of a proxy. */
export const readServices = (environment: Readonly<Record<string, string | undefined>>): Services => ({
  crossref: environment['CROSSREF_URL'] || publicServices.crossref,
  pubmed: environment['PUBMED_URL'] || publicServices.pubmed,
  orcid: environment['ORCID_URL'] || publicServices.orcid,
  doi: environment['DOI_URL'] || publicServices.doi,
  openalex: environment['OPENALEX_URL'] || publicServices.openalex,
  europepmc: environment['EUROPEPMC_URL'] || publicServices.europepmc,
  ror: environment['ROR_URL'] || publicServices.ror,
});

/** Mail address for services, which ask who sends requests: that for reports of errors, where it is one. */
export const contactOf = (site: Pick<Site, 'corrections'> | undefined): string | undefined =>
  /^[^\s@/]+@[^\s@/?]+$/.exec(site?.corrections ?? '')?.[0];

/** Keys of services. Each is sent to its own service only, and is written into no file and no message. */
export interface ServiceKeys {
  readonly openalex?: string;
  readonly pubmed?: string;
  readonly crossref?: string;
}

export function readServiceKeys(environment: Readonly<Record<string, string | undefined>>): ServiceKeys {
  const key = (name: string): string => environment[name]?.trim() ?? '';
  const [openalex, pubmed, crossref] = [key('OPENALEX_API_KEY'), key('NCBI_API_KEY'), key('CROSSREF_PLUS_TOKEN')];
  return {
    ...(openalex === '' ? {} : { openalex }),
    ...(pubmed === '' ? {} : { pubmed }),
    ...(crossref === '' ? {} : { crossref }),
  };
}

/** The address and the header with the key of the service that is asked. */
function withKey(
  url: string,
  keys: ServiceKeys,
  services: Services,
): { readonly address: URL; readonly headers: Readonly<Record<string, string>> } {
  const address = new URL(url);
  const isAsked = (service: string): boolean => url.startsWith(`${service}/`);
  if (keys.openalex !== undefined && isAsked(services.openalex)) address.searchParams.set('api_key', keys.openalex);
  if (keys.pubmed !== undefined && isAsked(services.pubmed)) address.searchParams.set('api_key', keys.pubmed);
  return {
    address,
    headers:
      keys.crossref !== undefined && isAsked(services.crossref)
        ? { 'Crossref-Plus-API-Token': `Bearer ${keys.crossref}` }
        : {},
  };
}

/** Requests over the network, with a cache that keeps answers for a day. `timeLimit`: milliseconds for one whole answer. */
export function fetchEffects(
  cacheDir: string,
  contact: string | undefined,
  refresh: boolean,
  progress: FetchEffects['progress'],
  services: Services = publicServices,
  keys: ServiceKeys = {},
  timeLimit = 30_000,
): FetchEffects {
  const folder = join(cacheDir, 'answers');
  const fileOf = (url: string): string => join(folder, createHash('sha256').update(url).digest('hex').slice(0, 32));
  return {
    progress,
    request: async (url, accept) => {
      const { address, headers: secret } = withKey(url, keys, services);
      const headers = {
        Accept: accept,
        'User-Agent': `colophon/0.1 (https://github.com/; ${contact === undefined ? 'no contact address' : `mailto:${contact}`})`,
      };
      const signal = AbortSignal.timeout(timeLimit);
      try {
        const answer = await followRedirects(address, { headers, secret, signal }, services);
        if ('refused' in answer) return { status: 0, body: '', ...answer };
        const { response } = answer;
        const body = await readBody(response);
        if (body === undefined)
          return { status: 0, body: '', refused: `its answer is larger than ${sizeLimit / 1e6} MB` };
        const retryAfter = readRetryAfter(response.headers.get('retry-after'));
        return { status: response.status, body, ...(retryAfter ? { retryAfter } : {}) };
      } catch (error) {
        throw new Error(signal.aborted ? `its answer took longer than ${timeLimit / 1000} seconds` : reasonOf(error), {
          cause: error,
        });
      }
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    cached: (url) => {
      const stat = statSync(fileOf(url), { throwIfNoEntry: false });
      return !refresh && stat && Date.now() - stat.mtimeMs < day ? readFileSync(fileOf(url), 'utf8') : undefined;
    },
    keep: (url, body) => writeAtomically(fileOf(url), body),
  };
}

/** What the operating system says about a failed connection, where it is known. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Bytes of an answer, after it is unpacked. A hundred records of PubMed have a few million. */
const sizeLimit = 10_000_000;
const redirectLimit = 5;

/** Hosts, with all below them, to which a service may redirect: the registration agencies of DOIs, PubMed and the other services. */
const namedHosts =
  /^(?:.+\.)?(?:doi\.org|crossref\.org|datacite\.org|crosscite\.org|medra\.org|japanlinkcenter\.org|kisti\.re\.kr|doi\.or\.kr|airiti\.com|istic\.ac\.cn|chinadoi\.cn|cnki\.net|publications\.europa\.eu|ncbi\.nlm\.nih\.gov|orcid\.org|openalex\.org|ebi\.ac\.uk|europepmc\.org|ror\.org)$/;

/**
 * Whether a redirect may be followed: within the addresses that the user has set, or with TLS to a named host. Its
 * certificate makes sure that no address of the own network answers in its place.
 */
const mayFollow = (url: URL, services: Services): boolean =>
  Object.values(services).some((service: string) => new URL(service).origin === url.origin) ||
  (url.protocol === 'https:' && url.port === '' && namedHosts.test(url.hostname));

interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** Headers that no other host may see. */
  readonly secret: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

async function followRedirects(
  url: URL,
  { headers, secret, signal }: RequestOptions,
  services: Services,
): Promise<{ readonly response: Response } | { readonly refused: string }> {
  let address = url;
  for (let step = 0; step <= redirectLimit; step += 1) {
    const response = await fetch(address, {
      headers: address.origin === url.origin ? { ...headers, ...secret } : headers,
      signal,
      redirect: 'manual',
    });
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

/** The body as text; undefined where it is larger than the limit, and the rest is not read. */
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
