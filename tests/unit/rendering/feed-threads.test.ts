import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UserFixableError } from '../../../src/domain/problems/user-fixable-error.ts';
import { feedThreads, type ThreadPool } from '../../../src/rendering/feed-threads.ts';
import { temporaryFolder } from '../../support/build-site.ts';

/** A thread that answers each number with its double, or does what a batch asks for. */
const script = (() => {
  const file = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (batch) => {
      if (batch === undefined) parentPort.close();
      else if (batch === 'throw') setImmediate(() => { throw new Error('thrown in a thread\\nsecond line'); });
      else if (batch === 'exit') process.exit(0);
      else if (batch === 'grow') for (const kept = []; ; ) kept.push({ more: kept.length });
      else parentPort.postMessage(batch * 2);
    });`,
  );
  return pathToFileURL(file);
})();

const feed = (batches: readonly unknown[], more: Partial<ThreadPool<unknown, number>> = {}) => {
  const waiting = [...batches];
  return feedThreads<unknown, number>({
    script,
    options: { resourceLimits: { maxOldGenerationSizeMb: 16 } },
    threads: 2,
    next: () => waiting.shift(),
    take: () => {},
    describe: (batch) => `did ${String(batch)}`,
    hint: 'look there',
    ...more,
  });
};

test('every batch is answered once', async () => {
  const replies: number[] = [];
  await feed([1, 2, 3, 4, 5], { take: (reply) => replies.push(reply) });
  expect(replies.sort((a, b) => a - b)).toEqual([2, 4, 6, 8, 10]);
});

test('a batch is for the thread whose number is given', async () => {
  const asked: number[] = [];
  const waiting = [1, 2, 3];
  await feed([], {
    next(thread) {
      asked.push(thread);
      return waiting.shift();
    },
  });
  // Each thread is asked once more, and has nothing left to do.
  expect(asked.slice(0, 2)).toEqual([0, 1]);
  expect(asked).toHaveLength(5);
  expect(new Set(asked)).toEqual(new Set([0, 1]));
});

test.each([
  ['throw', 'a thread failed (thrown in a thread) while it did throw', 'look there'],
  ['exit', 'a thread ended too early while it did exit', 'look there'],
  ['grow', 'a thread had no memory left while it did grow', 'divide what is very large there into several files'],
])('a thread that does “%s” is an obstacle, which names the batch', async (batch, message, hint) => {
  const error = await feed([1, batch, 2]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserFixableError);
  expect(error).toMatchObject({ message, hint });
});

test('what fails while a reply is taken, or beside, is thrown, and the threads end', async () => {
  const full = new Error('the disk is full');
  const take = () => {
    throw full;
  };
  await expect(feed([1, 2, 3], { take })).rejects.toBe(full);
  const next = () => new Promise<undefined>(() => {});
  await expect(feed([], { next, sideTask: Promise.reject(full) })).rejects.toBe(full);
});
