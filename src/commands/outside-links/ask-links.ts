/** Reaches for a web address: the status of the answer, or undefined where none came. */
export type Ask = (url: string, method: 'HEAD' | 'GET') => Promise<number | undefined>;

/** What is known of addresses from earlier runs. */
export interface LinkCache {
  find(url: string): number | undefined;
  save(url: string, status: number): void;
}

export interface AskOptions {
  readonly ask: Ask;
  readonly cache: LinkCache;
  /** Waits between two requests to one host. */
  readonly pause: () => Promise<void>;
  readonly progress?: (done: number, total: number) => void;
}

/** Hosts that are asked at the same time. */
const hostsAtOnce = 8;

/**
 * Asks for each address once, and one host for one address at a time. The result is the status of each; undefined where the
 * answer says nothing about the page: the host forbids programs, has too many requests, or does not answer.
 */
export async function askLinks(
  urls: Iterable<string>,
  { ask, cache, pause, progress = () => {} }: AskOptions,
): Promise<ReadonlyMap<string, number | undefined>> {
  const found = new Map<string, number | undefined>();
  const all = new Set([...urls].map(withoutFragment));
  const unknown = new Map<string, string[]>();
  for (const url of all) {
    const known = cache.find(url);
    if (known !== undefined) found.set(url, known);
    else unknown.set(hostOf(url), [...(unknown.get(hostOf(url)) ?? []), url]);
  }
  const hosts = [...unknown.values()];
  const askHosts = async (): Promise<void> => {
    for (let own = hosts.shift(); own; own = hosts.shift()) {
      for (const [index, url] of own.entries()) {
        if (index > 0) await pause();
        const status = await askOne(url, ask);
        if (status !== undefined) cache.save(url, status);
        found.set(url, status);
        progress(found.size, all.size);
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, askHosts));
  return found;
}

/** Some servers know no HEAD, or answer it otherwise than GET: only GET says that a page is gone. */
async function askOne(url: string, ask: Ask): Promise<number | undefined> {
  const first = await ask(url, 'HEAD');
  const status = first !== undefined && first < 400 ? first : first === 429 ? first : await ask(url, 'GET');
  return status === undefined || !(status < 400 || isGone(status)) ? undefined : status;
}

/** Whether the answer says that there is no such page. All other errors may be about the program that asks. */
export const isGone = (status: number | undefined): boolean => status === 404 || status === 410;

export const withoutFragment = (url: string): string => url.split('#', 1)[0]!;

const hostOf = (url: string): string => URL.parse(url)?.host ?? '';
