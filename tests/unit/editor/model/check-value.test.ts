import { describe, expect, test } from 'vitest';
import { checkValue } from '../../../../src/editor/model/check-value.ts';

describe('one value, while it is typed', () => {
  test('has no fault where its schema reads it', () => {
    expect(checkValue('publications', ['doi'], '10.5555/12345678')).toBeUndefined();
    expect(checkValue('publications', ['volume'], 12)).toBeUndefined();
    expect(checkValue('publications', ['authors', 3, 'affiliations'], [1, 2])).toBeUndefined();
    expect(checkValue('publications', ['titles', 'fa'], 'عنوان')).toBeUndefined();
    expect(checkValue('publications', ['published'], { persian: '1402-05-12' })).toBeUndefined();
  });

  test('has the fault and the repair of the parser of the domain', () => {
    expect(checkValue('publications', ['doi'], 'https://doi.org/10.5555/12345678')).toMatchObject({
      repaired: '10.5555/12345678',
    });
    expect(checkValue('publications', ['authors', 0, 'orcid'], '0000-0002-1825-0098')?.message).toContain('0000');
    expect(checkValue('site', ['accent', 'light'], 'red')?.name).toBe('invalid-form');
  });

  test('has none where the file has no such field', () => {
    expect(checkValue('publications', ['nothing', 'here'], 'x')).toBeUndefined();
  });
});
