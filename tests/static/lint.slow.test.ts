import { expect, test } from 'vitest';
import { complaintsOf } from '../support/npm-script.ts';

test('npm run lint finds no fault', () => {
  expect(complaintsOf('lint')).toBe('');
});
