import type { FuzzTarget } from './targets.ts';

/** A text that takes a reader or writer more than its length accounts for. */
export interface Growth {
  readonly token: string;
  /** Milliseconds of processor time for a text, and for one four times as long. */
  readonly short: number;
  readonly long: number;
}

/** Long enough that what is limited by its length is refused when it is four times as long. */
const shortLength = 32_000;
const times = 4;

/** Less than this is not told from chance, milliseconds. */
const leastShort = 20;
const leastLong = 150;

/** Four times the text may take this many times as long: sixteen is a square, and a busy machine adds to four. */
const mostGrowth = 7;

/** Each token by itself, repeated: those with which a target's time grows faster than the text. */
export function* findGrowth({ read }: FuzzTarget, tokens: readonly string[]): Generator<Growth> {
  for (const token of tokens) {
    const repeated = (length: number) => token.repeat(Math.ceil(length / token.length));
    const short = timeOf(() => read(repeated(shortLength)));
    if (short < leastShort) continue;
    const long = timeOf(() => read(repeated(shortLength * times)));
    if (long > leastLong && long > mostGrowth * short) yield { token, short, long };
  }
}

/** The shortest of three, where the first is not short anyway: the collector of garbage comes at any time. */
function timeOf(work: () => void): number {
  const first = once(work);
  return first < leastShort ? first : Math.min(first, once(work), once(work));
}

function once(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
