import { expect, test } from 'vitest';
import { contrastFault } from '../../../../src/domain/institute/color.ts';

test.each([
  ['#ffee88', 'light'],
  ['#ffffff', 'light'],
  ['#0b5563', 'dark'],
  ['#000000', 'dark'],
  ['#ff0000', 'dark'],
] as const)('%s cannot be read on %s ground, and the colour of the hint can', (color, scheme) => {
  const fault = contrastFault(color, scheme);
  expect(fault?.name).toBe('accent-contrast');
  const repaired = /"(#[0-9a-f]{6})"/.exec(fault?.hint ?? '')?.[1];
  expect(repaired).toBeDefined();
  expect(contrastFault(repaired!, scheme)).toBeUndefined();
});

test.each([
  ['#0b5563', 'light'],
  ['#86cad6', 'dark'],
] as const)('%s can be read on %s ground', (color, scheme) => {
  expect(contrastFault(color, scheme)).toBeUndefined();
});
