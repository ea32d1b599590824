import { expect, test } from 'vitest';
import { reportProfile, type CpuProfile } from '../../bench/profile.ts';

test('a profile shows the seconds of each part of the code, by the stage of its thread, without waiting', () => {
  const profile = (script: string): CpuProfile => ({
    nodes: [
      { id: 1, callFrame: { functionName: 'a', url: `file:///x/src/build/${script}` } },
      { id: 2, callFrame: { functionName: 'b', url: 'file:///x/src/formats/ris/parse-ris.ts' } },
      { id: 3, callFrame: { functionName: 'c', url: 'file:///x/node_modules/@a/b/node_modules/c/lib/c.js' } },
      { id: 4, callFrame: { functionName: '(idle)', url: '' } },
      { id: 5, callFrame: { functionName: 'read', url: '' } },
    ],
    samples: [1, 2, 2, 3, 4, 5],
    timeDeltas: [100_000, 1_000_000, 1_000_000, 400_000, 9_000_000, 300_000],
  });
  expect(
    reportProfile([profile('prove-worker.ts'), profile('build-site.ts')])
      .split('\n')
      .slice(2),
  ).toEqual([
    '| src/formats | 0.0 | 2.0 | 0.0 | 2.0 | 4.0 |',
    '| c | 0.0 | 0.4 | 0.0 | 0.4 | 0.8 |',
    '| Node | 0.0 | 0.3 | 0.0 | 0.3 | 0.6 |',
    '| src/build | 0.0 | 0.1 | 0.0 | 0.1 | 0.2 |',
  ]);
});
