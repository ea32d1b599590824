import type { FuzzTarget } from './targets.ts';

/** A text for which the time of a reader or writer grows faster than its length. */
export interface Growth {
  readonly token: string;
  /** Milliseconds of processor time for a text, and for one four times as long. */
  readonly short: number;
  readonly long: number;
}

/** Four times this length exceeds the limits of readers. */
const shortLength = 32_000;
const times = 4;

/** Shorter times, in milliseconds, are not significant. */
const minimumShort = 20;
const minimumLong = 150;

/** Largest growth of the time for four times the text: 4 is linear, 16 is quadratic, and a busy machine adds to it. */
const growthLimit = 7;

/** Tokens whose repetition takes a target more time than its length explains. */
export function* findGrowth({ read }: FuzzTarget, tokens: readonly string[]): Generator<Growth> {
  for (const token of tokens) {
    const repeated = (length: number) => token.repeat(Math.ceil(length / token.length));
    const short = timeOf(() => read(repeated(shortLength)));
    if (short < minimumShort) continue;
    const long = timeOf(() => read(repeated(shortLength * times)));
    if (long > minimumLong && long > growthLimit * short) yield { token, short, long };
  }
}

/** The shortest of three runs, unless the first is short: garbage collection may run in any of them. */
function timeOf(work: () => void): number {
  const first = once(work);
  return first < minimumShort ? first : Math.min(first, once(work), once(work));
}

function once(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
