import { mayAsk, type RobotsRules } from './robots.ts';

/** What a server answers. */
export interface LinkAnswer {
  readonly status: number;
  /** Where the page is instead, as a whole address. */
  readonly location?: string;
  /** Seconds until the server wants to be asked again. */
  readonly retryAfter?: number;
}

/** Asks for a web address, and follows no redirect; undefined where no answer came. */
export type Ask = (url: string, method: 'HEAD' | 'GET') => Promise<LinkAnswer | undefined>;

/** Statuses of addresses from earlier runs. */
export interface LinkCache {
  find(url: string): number | undefined;
  save(url: string, status: number): void;
}

export interface AskOptions {
  readonly ask: Ask;
  readonly cache: LinkCache;
  /** The rules of a host for programs. `origin`: such as `https://example.org`. */
  readonly rulesOf: (origin: string) => Promise<RobotsRules>;
  /** Waits, in milliseconds. */
  readonly wait: (time: number) => Promise<void>;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * The status of an address; `unclear` where the answer says nothing about the page, as the host refuses programs, has too many
 * requests, or does not answer; `forbidden` where robots.txt of the host forbids to ask.
 */
export type LinkState = number | 'unclear' | 'forbidden';

/** Hosts that are asked at the same time. */
const hostsAtOnce = 8;
/** Milliseconds between two requests to a host without a `Crawl-delay`. */
const pause = 1000;
/** Shorter pauses, by host: the resolver of DOIs is made for programs, and sites have thousands of DOIs. */
const pauses: Readonly<Record<string, number>> = { 'https://doi.org': 250 };
/** Seconds. A host with a longer `Crawl-delay` is asked for one page in each run. */
const delayLimit = 30;
/** Seconds. A host with a longer `Retry-After` is not asked again in this run. */
const retryLimit = 60;
/** Seconds to wait for a busy host without a `Retry-After`. */
const busyWait = 10;
/** After this many addresses in a row without an answer, a host is not asked again in this run. */
const silenceLimit = 3;
const redirectLimit = 5;

/** Requests each address once. Each host gets one request at a time, and only those that its robots.txt allows. */
export async function askLinks(urls: Iterable<string>, options: AskOptions): Promise<ReadonlyMap<string, LinkState>> {
  const { cache, progress = () => {} } = options;
  const found = new Map<string, LinkState>();
  const all = new Set([...urls].map(withoutFragment));
  const unknown = new Map<string, string[]>();
  for (const url of all) {
    const known = cache.find(url);
    if (known !== undefined) found.set(url, known);
    else unknown.set(originOf(url), [...(unknown.get(originOf(url)) ?? []), url]);
  }
  const hosts = [...unknown];
  const askHosts = async (): Promise<void> => {
    for (let own = hosts.shift(); own; own = hosts.shift())
      for await (const [url, state] of askHost(...own, options)) {
        if (typeof state === 'number') cache.save(url, state);
        found.set(url, state);
        progress(found.size, all.size);
      }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, askHosts));
  return found;
}

/** Requests the addresses of one host one after the other, until it stays busy or does not answer. */
async function* askHost(
  origin: string,
  urls: readonly string[],
  { ask, rulesOf, wait }: AskOptions,
): AsyncGenerator<readonly [url: string, state: LinkState]> {
  const rules = await rulesOf(origin);
  let silent = 0;
  let asked = 0;
  const between = rules.delay === undefined ? (pauses[origin] ?? pause) : rules.delay * 1000;
  let accepts = true;
  const askPatiently: Ask = async (url, method) => {
    if (!accepts) return undefined;
    if (asked > 0) await wait(between);
    asked += 1;
    const answer = await ask(url, method);
    if (!isBusy(answer)) return answer;
    const seconds = answer.retryAfter ?? busyWait;
    if (seconds <= retryLimit) {
      await wait(seconds * 1000);
      const second = await ask(url, method);
      if (!isBusy(second)) return second;
    }
    accepts = false;
    return undefined;
  };
  for (const url of urls) {
    if (!mayAsk(rules, url)) yield [url, 'forbidden'];
    else if (!accepts || silent >= silenceLimit || (asked > 0 && between > delayLimit * 1000)) yield [url, 'unclear'];
    else {
      const { state, answered } = await askOne(url, askPatiently, async (to) =>
        mayAsk(originOf(to) === origin ? rules : await rulesOf(originOf(to)), to),
      );
      silent = answered ? 0 : silent + 1;
      yield [url, state];
    }
  }
}

/** `allowed`: whether a page to which a redirect leads may be asked for. */
async function askOne(
  first: string,
  ask: Ask,
  allowed: (url: string) => Promise<boolean>,
): Promise<{ readonly state: LinkState; readonly answered: boolean }> {
  let url = first;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await askPage(url, ask);
    const { status, location } = answer ?? {};
    // A redirect of doi.org says that the DOI is registered. Its target is not requested, because many refuse programs.
    const follows =
      location !== undefined &&
      /^https?:/.test(location) &&
      redirects < redirectLimit &&
      originOf(url) !== 'https://doi.org';
    if (!follows || !(await allowed(location)))
      return {
        state: status === undefined || !(status < 400 || isGone(status)) ? 'unclear' : status,
        answered: answer !== undefined,
      };
    url = location;
  }
}

/** Some servers know no HEAD, or answer it otherwise than GET: only GET says that a page is gone. */
async function askPage(url: string, ask: Ask): Promise<LinkAnswer | undefined> {
  const answer = await ask(url, 'HEAD');
  return answer !== undefined && answer.status < 400 ? answer : ask(url, 'GET');
}

const isBusy = (answer: LinkAnswer | undefined): answer is LinkAnswer =>
  answer !== undefined && (answer.status === 429 || (answer.status === 503 && answer.retryAfter !== undefined));

/** Whether the status says that there is no such page. Other errors may only concern requests of programs. */
export const isGone = (state: LinkState | undefined): boolean => state === 404 || state === 410;

export const withoutFragment = (url: string): string => url.split('#', 1)[0]!;

const originOf = (url: string): string => URL.parse(url)?.origin ?? '';
