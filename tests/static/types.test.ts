import { expect, test } from 'vitest';
import { complaintsOf } from '../support/npm-script.ts';

test('npm run types finds no fault', () => {
  expect(complaintsOf('types')).toBe('');
});
