import type { Reporter, TestModule } from 'vitest/node';

/** Names the tests that failed first and passed when tried again: each has a race, in the test or in the product. */
export class SecondTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const flaky = tests.filter((test) => test.diagnostic()?.flaky);
    if (flaky.length === 0) return;
    console.warn(`\n${flaky.length} passed only when tried again:`);
    for (const test of flaky) {
      const failure = test.result().errors?.[0]?.message.split('\n')[0] ?? '';
      console.warn(`  ${test.module.relativeModuleId} > ${test.fullName}: ${failure}`);
    }
  }
}
