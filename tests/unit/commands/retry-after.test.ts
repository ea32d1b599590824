import { describe, expect, test } from 'vitest';
import { readRetryAfter } from '../../../src/commands/network/retry-after.ts';

describe('Retry-After', () => {
  test.each([
    ['120', 120],
    [' 2 ', 2],
    ['0', 0],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%j is %j seconds', (header, seconds) => {
    expect(readRetryAfter(header)).toBe(seconds);
  });

  test('a time in the future is the whole seconds until then', () => {
    const seconds = readRetryAfter(new Date(Date.now() + 90_000).toUTCString());
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(90);
    expect(Number.isInteger(seconds)).toBe(true);
  });
});
