import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SearchSource } from '../../../src/domain/pages/search-source.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { temporaryFolder } from '../../support/build-site.ts';
import { makePublication } from '../../support/make.ts';

/** The version of Pagefind whose internals src/search uses. */
const version = '1.5.2';

const read = (path: string): string => readFileSync(join(projectDir, path), 'utf8');

/** After an upgrade of Pagefind: compare src/search/pagefind-process.ts with the lines below, and write the new version here. */
describe('the internals of Pagefind that an index needs', () => {
  test('are those of the version that is installed', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Readonly<Record<string, string>> };
    expect(dependencies['pagefind']).toBe(version);
    expect(JSON.parse(read('node_modules/pagefind/package.json'))).toMatchObject({ version });
  });

  test.each([
    // The process is spawned in the constructor, and so while `createIndex` runs.
    'constructor() {',
    'this.backend = child_process.spawn(',
    "stdio: ['pipe', 'pipe', 'inherit']",
    "(this.backend.stdin).on('error', (err) => this.close(err));",
    'this.backend.stdin.write(encoded, (err) => {',
  ])('include the code %s', (code) => {
    expect(read('node_modules/pagefind/lib/service.js').includes(code)).toBe(true);
  });
});

describe('an index', () => {
  afterEach(() => {
    vi.doUnmock('node:diagnostics_channel');
    vi.resetModules();
  });

  test('fails with a clear message when its process ends, and the next one is complete', async () => {
    const { prepareSearchIndex } = await import('../../../src/search/search-index.ts');
    const children: ChildProcess[] = [];
    const onSpawn = (message: unknown) => children.push((message as { process: ChildProcess }).process);
    const sources = function* (): Generator<SearchSource> {
      yield* makeSources();
      children.at(-1)?.kill('SIGKILL');
    };
    const options = { folder: temporaryFolder(), key: 'key', count: 3 };
    subscribe('child_process', onSpawn);
    try {
      await expect(prepareSearchIndex({ ...options, sources })).rejects.toThrow('Pagefind was ended by SIGKILL');
    } finally {
      unsubscribe('child_process', onSpawn);
    }
    expect((await prepareSearchIndex({ ...options, sources: makeSources })).length).toBeGreaterThan(10);
  });

  test('has the same bytes where its process cannot be found', async () => {
    const options = { key: 'key', count: 3, sources: makeSources };
    const found = await import('../../../src/search/search-index.ts');
    const expected = await found.prepareSearchIndex({ ...options, folder: temporaryFolder() });
    vi.resetModules();
    const subscribed = vi.fn();
    vi.doMock('node:diagnostics_channel', () => ({ subscribe: subscribed, unsubscribe: () => true }));
    const fallback = await import('../../../src/search/search-index.ts');
    const files = await fallback.prepareSearchIndex({ ...options, folder: temporaryFolder() });
    expect(subscribed).toHaveBeenCalledTimes(1);
    expect(digests(files)).toEqual(digests(expected));
    expect(files.filter(({ output }) => output.endsWith('pagefind-entry.json'))).toHaveLength(1);
  });
});

const digests = (files: readonly { readonly output: string; readonly digest: string }[]) =>
  files.map(({ output, digest }) => `${output} ${digest}`);

const makeSources = (): SearchSource[] =>
  [1, 2, 3].map((number) => ({
    publication: makePublication({
      slug: `stones-${number}`,
      title: `Stones of the river ${number}`,
      body: 'A stone.',
    }),
    people: new Map(),
    units: [],
    topics: [],
  }));
