import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { findGrowth } from './growth.ts';
import { hostileTokens } from './hostile-tokens.ts';
import { fuzzTargets } from './targets.ts';

/*
 * Reads and writes many hostile texts: `npm run fuzz`, or `npm run fuzz -- --cases 5000 --only import --seed 7`. A failure
 * prints the flags that repeat it. `npm run fuzz -- --growth` finds texts whose time grows faster than their length instead;
 * it needs an idle machine.
 */

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    path: { type: 'string' },
    growth: { type: 'boolean', default: false },
  },
});
const targets = fuzzTargets.filter(({ name }) => name.startsWith(values.only));
process.exitCode = (values.growth ? growth() : fuzz()) === 0 ? 0 : 1;

/** Number of targets that failed. */
function fuzz(): number {
  const cases = Number(values.cases);
  const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
  const shares = targets.reduce((sum, { share }) => sum + share, 0);

  /** Largest time of a case, in milliseconds. */
  const limit = 1000;

  console.log(`seed ${seed}`);
  const start = performance.now();
  let total = 0;
  let failed = 0;
  for (const { name, share, check } of targets) {
    const runs = Math.ceil((cases * share) / shares);
    let longest = 0;
    const from = performance.now();
    const details = check({
      runs,
      seed,
      limit,
      onTime: (milliseconds) => {
        longest = Math.max(longest, milliseconds);
      },
      ...(values.path === undefined ? {} : { path: values.path }),
    });
    total += details.numRuns;
    const seconds = (performance.now() - from) / 1000;
    console.log(
      `${details.failed ? 'FAIL' : 'ok  '} ${name.padEnd(36)} ${String(details.numRuns).padStart(7)} cases ${seconds.toFixed(1).padStart(7)} s, longest ${longest.toFixed(0)} ms`,
    );
    if (!details.failed) continue;
    failed += 1;
    console.log(`     again: npm run fuzz -- --only '${name}' --seed ${seed} --path ${details.counterexamplePath}`);
    console.log(`     ${fc.stringify(details.counterexample).slice(0, 1500)}`);
    console.log(
      `     ${details.errorInstance instanceof Error ? details.errorInstance.stack?.slice(0, 1200) : String(details.errorInstance)}`,
    );
  }
  console.log(
    `${total} cases in ${((performance.now() - start) / 1000).toFixed(0)} s, ${failed === 0 ? 'none failed' : `${failed} of ${targets.length} targets failed`}, seed ${seed}`,
  );
  return failed;
}

/** Number of targets for which the time of some text grows faster than its length. */
function growth(): number {
  let failed = 0;
  for (const target of targets) {
    const found = [...findGrowth(target, hostileTokens)];
    if (found.length > 0) failed += 1;
    console.log(`${found.length > 0 ? 'FAIL' : 'ok  '} ${target.name}`);
    for (const { token, short, long } of found)
      console.log(`     ${JSON.stringify(token)}: ${short.toFixed(0)} ms, four times as long ${long.toFixed(0)} ms`);
  }
  return failed;
}
