import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockContent, tryLockContent } from '../../../src/commands/lock-content.ts';

describe('an import locks the content folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('so that a second one waits until the first has ended', async () => {
    const events: string[] = [];
    const unlock = await lockContent(folder, () => events.push('first waits'));
    const second = lockContent(folder, (owner) => {
      events.push(`second waits for ${owner === process.pid ? 'the first' : owner}`);
      setTimeout(() => {
        events.push('first ends');
        unlock();
      }, 50);
    });
    (await second)();
    expect(events).toEqual(['second waits for the first', 'first ends']);
    expect(existsSync(join(folder, '.import.lock'))).toBe(false);
  });

  it('so that a save of the desk gives up after a moment, and comes after it', async () => {
    const unlock = await lockContent(folder, () => undefined);
    expect(await tryLockContent(folder, 0)).toBeUndefined();
    unlock();
    const own = await tryLockContent(folder, 0);
    expect(own).toBeDefined();
    own?.();
    expect(existsSync(join(folder, '.import.lock'))).toBe(false);
  });

  it.each([
    ['another process', () => spawnSync(process.execPath, ['--eval', '']).pid],
    ['an earlier process with the same number', () => process.pid],
  ])('unless %s left the lock behind', async (_, owner) => {
    const lock = join(folder, '.import.lock');
    writeFileSync(lock, String(owner()));
    utimesSync(lock, 1000, 1000);
    const waits: number[] = [];
    const unlock = await lockContent(folder, (pid) => waits.push(pid));
    unlock();
    expect(waits).toEqual([]);
  });
});
