import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../write-atomically.ts';
import type { Ask, AskOptions, LinkCache } from './ask-links.ts';
import { allForbidden, noRules, parseRobots } from './robots.ts';

/** Milliseconds. */
const timeout = 20_000;
const week = 7 * 86_400_000;
/** Name of this program in robots.txt. */
const product = 'colophon';
/** Answers between two times that they are written, so that a stopped run need not ask all again. */
const savedTogether = 50;

/** The name of this program in a request. `site`: address of the site, so that the owner of a server sees who asks. */
const agentOf = (site: string | undefined): string =>
  `${product}/0.1 (link check${site === undefined ? '' : `; +${site}`})`;

/** Asks over the network. */
export const askOverNetwork =
  (site: string | undefined): Ask =>
  async (url, method) => {
    const response = await request(url, { method, redirect: 'manual', site });
    if (!response) return undefined;
    await response.body?.cancel();
    const location = URL.parse(response.headers.get('location') ?? '', url)?.href;
    const retryAfter = readRetryAfter(response.headers.get('retry-after'));
    return {
      status: response.status,
      ...(response.status >= 300 && response.status < 400 && location !== undefined ? { location } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  };

/** Reads robots.txt of each host once (RFC 9309, section 2.3.1): a host that has none forbids nothing. */
export function rulesOverNetwork(site: string | undefined): AskOptions['rulesOf'] {
  const known = new Map<string, ReturnType<AskOptions['rulesOf']>>();
  const read: AskOptions['rulesOf'] = async (origin) => {
    const response = await request(`${origin}/robots.txt`, { method: 'GET', redirect: 'follow', site });
    if (!response || response.status >= 500) return allForbidden;
    if (response.ok) return parseRobots(await response.text().catch(() => ''), product);
    await response.body?.cancel();
    return noRules;
  };
  return (origin) => {
    const rules = known.get(origin) ?? read(origin);
    known.set(origin, rules);
    return rules;
  };
}

/** Undefined where there is no connection, no such host, or no answer in time: another day it may be there. */
async function request(
  url: string,
  {
    method,
    redirect,
    site,
  }: { readonly method: string; readonly redirect: RequestRedirect; readonly site: string | undefined },
): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method,
      redirect,
      headers: { 'User-Agent': agentOf(site), Accept: '*/*' },
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Seconds of a `Retry-After` (RFC 9110, section 10.2.3), which holds a number of them or a time. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** Answers of the last week, in a file of the cache folder. `write` writes them. */
export function keptAnswers(cacheDir: string): LinkCache & { write(): void } {
  const file = join(cacheDir, 'outside-links.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Answer>) : {};
  const answers = new Map(Object.entries(kept).filter(([, { asked }]) => Date.now() - asked < week));
  let unsaved = 0;
  const write = () => {
    unsaved = 0;
    writeAtomically(file, `${JSON.stringify(Object.fromEntries(answers), undefined, 1)}\n`);
  };
  return {
    find: (url) => answers.get(url)?.status,
    save: (url, status) => {
      answers.set(url, { status, asked: Date.now() });
      unsaved += 1;
      if (unsaved >= savedTogether) write();
    },
    write,
  };
}

interface Answer {
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly asked: number;
}
