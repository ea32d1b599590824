import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/{unit,build,browser}/**/*.test.ts'],
    setupFiles: ['tests/support/keep-type-stripper.ts'],
    // Some tests build whole sites, which takes longer than a test usually may.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // A build uses every core by itself.
    fileParallelism: true,
    maxWorkers: 2,
  },
});
