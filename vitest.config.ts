import { defineConfig } from 'vitest/config';
import { SitesFirst } from './tests/support/sites-first.ts';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/{unit,build,browser}/**/*.test.ts'],
    globalSetup: ['tests/support/run-folder.ts'],
    setupFiles: ['tests/support/keep-type-stripper.ts'],
    sequence: { sequencer: SitesFirst },
    // Some tests build whole sites, which takes longer than a test usually may.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // What a page does takes longer on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    // A build uses every core by itself, and a test of pages often waits for a browser.
    maxWorkers: 3,
  },
});
