import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { SecondTries } from './tests/support/second-tries.ts';
import { SitesFirst } from './tests/support/sites-first.ts';

const slow = '**/*.slow.test.ts';
const mocked = '**/*.mocked.test.ts';
/** `npm test` runs every project but `slow`, without the tests that have the tag `slow`; `npm run test:all` runs all. */
const project = (name: string, include: readonly string[], options: object = {}): TestProjectConfiguration => ({
  extends: true,
  test: { name, include: [...include], exclude: [...configDefaults.exclude, slow], ...options },
});
/**
 * A test that waits for a browser or another process may fail on a busy machine: it is tried once more, and the end of the run
 * names it (tests/support/second-tries.ts), because what it found is a race all the same.
 */
const browser = { globalSetup: ['tests/support/choose-browser.ts'], retry: 1 };
/** One worker runs many files with the modules that it has loaded and compiled. Files that replace modules start anew. */
const oneWorker = { isolate: false };

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      // Types, in one thread: beside the other tests, no core waits.
      project('static', ['tests/static/**/*.test.ts']),
      project('unit', ['tests/unit/**/*.test.ts'], {
        ...oneWorker,
        exclude: [...configDefaults.exclude, slow, mocked],
      }),
      project('mocked', [`tests/unit/${mocked}`]),
      // One project, so that a worker runs files of both.
      project('sites', ['tests/build/**/*.test.ts', 'tests/browser/**/*.test.ts'], {
        ...oneWorker,
        ...browser,
        setupFiles: ['tests/support/one-thread.ts', 'tests/support/keep-render-thread.ts'],
      }),
      project('slow', [`tests/${slow}`], { ...browser, exclude: configDefaults.exclude }),
    ],
    tags: [{ name: 'slow', description: 'Repeats a quick test with another value: see tests/support/slow.ts.' }],
    reporters: ['default', ...(process.env['GITHUB_ACTIONS'] ? ['github-actions'] : []), new SecondTries()],
    setupFiles: ['tests/support/keep-type-stripper.ts', 'tests/support/remove-folders.ts'],
    globalSetup: ['tests/support/run-folder.ts'],
    sequence: { sequencer: SitesFirst },
    // Only what hangs fails: on a busy machine, a test takes ten times as long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    // A build uses every core by itself, and so does a browser. Four workers took no less time.
    maxWorkers: 3,
  },
});
