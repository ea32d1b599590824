import { existsSync, readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { writeAtomically } from '../write-atomically.ts';
import type { Ask, AskOptions, LinkAnswer, LinkCache } from './ask-links.ts';
import { lookUpAllowed, requireAllowed } from './public-address.ts';
import { allForbidden, noRules, parseRobots, robotsLimit } from './robots.ts';
import { readRetryAfter } from '../network/retry-after.ts';

/** Milliseconds. */
const patience = 20_000;
const week = 7 * 86_400_000;
/** Name of this program in robots.txt. */
const product = 'colophon';
/** The cache is written after this many answers, so that a run that is stopped does not lose all of them. */
const savedTogether = 50;

/** The name of this program in a request. `site`: address of the site, so that the owner of a server sees who asks. */
const agentOf = (site: string | undefined): string =>
  `${product}/0.1 (link check${site === undefined ? '' : `; +${site}`})`;

/** Who sends the requests, and which addresses are allowed. */
export interface NetworkOptions {
  /** Address of the site. */
  readonly site: string | undefined;
  /** Whether an IP address may be requested. A link could be written to probe the network of this machine. */
  readonly isAllowed: (address: string) => boolean;
  /** Milliseconds for which an answer is awaited. */
  readonly timeout?: number;
}

/** Asks over the network. */
export const askOverNetwork =
  (options: NetworkOptions): Ask =>
  async (url, method) => {
    const answer = await request(url, method, options);
    answer?.destroy();
    return answer && toLinkAnswer(answer, url);
  };

function toLinkAnswer({ statusCode: status = 0, headers }: IncomingMessage, url: string): LinkAnswer {
  const location = URL.parse(headers.location ?? '', url)?.href;
  const retryAfter = readRetryAfter(headers['retry-after']);
  return {
    status,
    ...(status >= 300 && status < 400 && headers.location !== undefined && location !== undefined ? { location } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/** Reads robots.txt of each host once (RFC 9309, section 2.3.1): a host that has none forbids nothing. */
export function rulesOverNetwork(options: NetworkOptions): AskOptions['rulesOf'] {
  const known = new Map<string, ReturnType<AskOptions['rulesOf']>>();
  const read: AskOptions['rulesOf'] = async (origin) => {
    let url = `${origin}/robots.txt`;
    // RFC 9309, section 2.3.1.2: five redirects are followed.
    for (let redirects = 0; redirects <= 5; redirects += 1) {
      const answer = await request(url, 'GET', options);
      if (!answer) return allForbidden;
      const { status, location } = toLinkAnswer(answer, url);
      const text = status === 200 ? await readStart(answer) : '';
      answer.destroy();
      if (status === 200) return parseRobots(text, product);
      if (status >= 500) return allForbidden;
      if (location === undefined || !/^https?:/.test(location)) return noRules;
      url = location;
    }
    return noRules;
  };
  return (origin) => {
    const rules = known.get(origin) ?? read(origin);
    known.set(origin, rules);
    return rules;
  };
}

/** The first half megabyte of an answer; what came, where it ends early. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= robotsLimit) break;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Undefined where there is no connection, no such host, or no answer in time, which may be temporary. */
async function request(
  url: string,
  method: string,
  { site, isAllowed, timeout = patience }: NetworkOptions,
): Promise<IncomingMessage | undefined> {
  const address = new URL(url);
  const ask = address.protocol === 'https:' ? httpsRequest : httpRequest;
  try {
    requireAllowed(address, isAllowed);
    return await new Promise((resolve, reject) => {
      const asked = ask(
        address,
        {
          method,
          headers: { 'User-Agent': agentOf(site), Accept: '*/*', 'Accept-Encoding': 'identity' },
          lookup: lookUpAllowed(isAllowed),
          signal: AbortSignal.timeout(timeout),
        },
        (answer) => {
          // A server may close a connection whose body is not read.
          answer.on('error', () => undefined);
          resolve(answer);
        },
      );
      asked.on('error', reject);
      asked.end();
    });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Answers of the last week, in a file of the cache folder. `write` writes them. */
export function keptAnswers(cacheDir: string): LinkCache & { write(): void } {
  const file = join(cacheDir, 'outside-links.json');
  const answers = new Map(readKept(file).filter(([, { asked }]) => Date.now() - asked < week));
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

/** The answers in a file of the cache; none where it is damaged. */
function readKept(file: string): readonly (readonly [url: string, answer: Answer])[] {
  if (!existsSync(file)) return [];
  let kept: unknown;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return Object.entries((kept ?? {}) as Record<string, Partial<Answer> | null>).flatMap(([url, answer]) => {
    const { status, asked } = answer ?? {};
    return typeof status === 'number' && typeof asked === 'number' ? [[url, { status, asked }] as const] : [];
  });
}

interface Answer {
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly asked: number;
}
