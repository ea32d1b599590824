import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../write-atomically.ts';
import type { Ask, LinkCache } from './ask-links.ts';

/** Milliseconds. */
const timeout = 20_000;
const week = 7 * 86_400_000;

/** Asks over the network. `site`: address of the site, so that the owner of a server sees who asks. */
export const askOverNetwork =
  (site: string | undefined): Ask =>
  async (url, method) => {
    try {
      const response = await fetch(url, {
        method,
        // A DOI that is registered leads elsewhere; whether that page answers programs is another matter.
        redirect: URL.parse(url)?.host === 'doi.org' ? 'manual' : 'follow',
        headers: { 'User-Agent': `colophon/0.1 (link check${site === undefined ? '' : `; +${site}`})`, Accept: '*/*' },
        signal: AbortSignal.timeout(timeout),
      });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      // No connection, no such host, no answer in time: another day it may be there.
      if (error instanceof Error) return undefined;
      throw error;
    }
  };

/** Answers of the last week, in a file of the cache folder. `save` writes them. */
export function keptAnswers(cacheDir: string): LinkCache & { write(): void } {
  const file = join(cacheDir, 'outside-links.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Answer>) : {};
  const answers = new Map(Object.entries(kept).filter(([, { asked }]) => Date.now() - asked < week));
  return {
    find: (url) => answers.get(url)?.status,
    save: (url, status) => void answers.set(url, { status, asked: Date.now() }),
    write: () => writeAtomically(file, `${JSON.stringify(Object.fromEntries(answers), undefined, 1)}\n`),
  };
}

interface Answer {
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly asked: number;
}
