import { expect, test } from 'vitest';
import { readByteRange } from '../../../src/commands/preview/byte-range.ts';

test.each([
  ['bytes=0-', { start: 0, end: 999 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=5-9', { start: 5, end: 9 }],
  ['BYTES=5-9', { start: 5, end: 9 }],
  ['bytes=990-5000', { start: 990, end: 999 }],
  ['bytes=-10', { start: 990, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  [`bytes=0-${'9'.repeat(400)}`, { start: 0, end: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=1000-2000', 'unsatisfiable'],
  [`bytes=${'9'.repeat(400)}-`, 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-3', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=a-b', undefined],
  ['bytes=0x1-5', undefined],
  ['bytes=-1-5', undefined],
  ['lines=0-5', undefined],
  ['', undefined],
])('%s of 1,000 bytes is %j', (header, range) => {
  expect(readByteRange(header, 1000)).toEqual(range);
});

test.each(['bytes=0-', 'bytes=-5'])('%s of an empty file cannot be sent', (header) => {
  expect(readByteRange(header, 0)).toBe('unsatisfiable');
});
