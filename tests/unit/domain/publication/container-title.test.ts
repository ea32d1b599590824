import { expect, test } from 'vitest';
import { findContainerTitle } from '../../../../src/domain/publication/container-title.ts';

test("the title in the journal's file has precedence over the written journal, and this over the container", () => {
  const written = { journal: 'reg-med', container: 'Proceedings' };
  expect(findContainerTitle(written, { title: 'Regenerative Medicine' })).toBe('Regenerative Medicine');
  expect(findContainerTitle(written, undefined)).toBe('reg-med');
  expect(findContainerTitle({ container: 'Proceedings' }, undefined)).toBe('Proceedings');
});

test('an empty title counts as absent', () => {
  expect(findContainerTitle({ journal: ' ', container: 'Proceedings' }, { title: '' })).toBe('Proceedings');
  expect(findContainerTitle({ container: '' }, undefined)).toBeUndefined();
});
