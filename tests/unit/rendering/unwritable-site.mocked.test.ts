import { accessSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createStaging, markerFile, publish } from '../../../src/rendering/publish-site.ts';
import { listFiles, temporaryFolder, writeFiles } from '../../support/build-site.ts';

/** The rights of folders do not bind the user that tests run as in a container. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, accessSync: vi.fn(real.accessSync) };
});

test('nothing is moved where one folder of the site may not be written', () => {
  const folder = temporaryFolder();
  const outDir = join(folder, 'dist');
  mkdirSync(outDir);
  const site = { [markerFile]: 'marker', 'index.html': 'old', 'closed/index.html': 'old', 'gone/index.html': 'old' };
  writeFiles(outDir, site);
  const staging = createStaging(outDir, 'patch');
  writeFiles(staging.folder, { 'index.html': 'new', 'closed/index.html': 'new' });
  vi.mocked(accessSync).mockImplementation((path) => {
    if (path === join(outDir, 'closed')) throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
  });
  const change = { changed: ['index.html', 'closed/index.html'], removed: ['gone/index.html'] };
  expect(() => publish(outDir, staging, change)).toThrow(expect.objectContaining({ code: 'EACCES' }) as Error);
  expect(Object.fromEntries(listFiles(outDir).map((path) => [path, readFileSync(join(outDir, path), 'utf8')]))).toEqual(
    site,
  );
  expect(readdirSync(folder).filter((name) => name.includes('journal'))).toEqual([]);
});
