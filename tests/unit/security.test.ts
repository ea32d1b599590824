import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';

const manual = readFileSync(join(projectDir, 'SECURITY.md'), 'utf8');
const promises = manual
  .split('\n## ')
  .filter((part) => part.startsWith('What is promised'))
  .flatMap((part) => part.split('\n').filter((line) => line.startsWith('|')))
  .slice(2)
  .map((row) => row.split('|').map((cell) => cell.trim()))
  .map(([, promise = '', tests = '']) => [promise, tests] as const);

test('every promise of SECURITY.md names tests that are there', () => {
  expect(promises.length).toBeGreaterThan(14);
  for (const [promise, tests] of promises) {
    const files = [...tests.matchAll(/`(tests\/[\w/.-]+\.ts)`/g)].map(([, path = '']) => path);
    expect(files, promise).not.toEqual([]);
    expect(files.filter((path) => !existsSync(join(projectDir, path)))).toEqual([]);
  }
});
