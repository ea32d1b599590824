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
): FetchEffects {
  const folder = join(cacheDir, 'answers');
  const fileOf = (url: string): string => join(folder, createHash('sha256').update(url).digest('hex').slice(0, 32));
  return {
    progress,
    request: async (url, accept) => {
      const response = await fetch(url, {
        headers: {
          Accept: accept,
          'User-Agent': `colophon/0.1 (https://github.com/; ${contact === undefined ? 'no contact address' : `mailto:${contact}`})`,
        },
        signal: AbortSignal.timeout(30_000),
      }).catch((error: unknown) => {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
        throw new Error(cause ?? (error instanceof Error ? error.message : String(error)), { cause: error });
      });
      const body = await response.text();
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

/** Milliseconds. */
const day = 86_400_000;
