/** An input four times as long may take this many times the time: sixteen is a square, and noise adds to four. */
export const mostGrowth = 8;

const times = 4;
/** Less processor time than this is not told from chance; milliseconds. */
const least = 20;
const rounds = 3;

/**
 * How many times the processor time grows when the input becomes four times as long, from a quarter of `length` to `length`.
 * Processor time and a ratio say the same on a busy machine as on a quiet one. The least of several counts, because the
 * garbage collector adds to any of them; they are repeated only while the growth seems too much.
 */
export async function growthOf(work: (length: number) => unknown, length: number): Promise<number> {
  let short = Infinity;
  let long = Infinity;
  // What is compiled while it runs first counts for neither.
  await work(length / times);
  for (let round = 0; round < rounds; round++) {
    short = Math.min(short, await processorTime(() => work(length / times)));
    long = Math.min(long, await processorTime(() => work(length)));
    if (long / Math.max(short, least) < mostGrowth) break;
  }
  return long / Math.max(short, least);
}

/** Of the whole process, in milliseconds. */
async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
