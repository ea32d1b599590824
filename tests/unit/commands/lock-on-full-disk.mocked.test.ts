import { readdirSync, writeSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { lockContent } from '../../../src/commands/lock-content.ts';
import { temporaryFolder } from '../../support/build-site.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, writeSync: vi.fn(real.writeSync) };
});

test('a lock that the disk has no room for leaves no file in the content folder', async () => {
  const folder = temporaryFolder();
  vi.mocked(writeSync).mockImplementation(() => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  await expect(lockContent(folder, () => undefined)).rejects.toThrow('no space left on device');
  expect(readdirSync(folder)).toEqual([]);
});
