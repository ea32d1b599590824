import { expect, test } from 'vitest';
import { explainFailure } from '../../../src/commands/explain-failure.ts';
import { UserFixableError, ProgramEnded } from '../../../src/domain/problems/user-fixable-error.ts';

const explain = (error: unknown) => explainFailure(error, 'Not built', 'dist is as it was.');
const withFields = (message: string, fields: object) => Object.assign(new Error(message), fields);

test.each([
  [
    withFields('ENOSPC: no space left on device, write', { code: 'ENOSPC' }),
    'the disk is full: free some space (ENOSPC',
  ],
  [
    withFields('database or disk is full', { code: 'ERR_SQLITE_ERROR', errcode: 13 }),
    'the disk is full: free some space',
  ],
  [withFields('disk I/O error', { code: 'ERR_SQLITE_ERROR', errcode: 4874 }), 'the disk is full or broken'],
  [
    new Error('Astro said:\n  No space left on device (os error 28)'),
    'the disk is full: free some space (No space left',
  ],
  [
    new UserFixableError('a thread failed', 'x', withFields('database is locked', { errcode: 5 })),
    'another command writes',
  ],
])('%s is told in words', (error, words) => {
  expect(explain(error)).toContain(`Not built: ${words}`);
  expect(explain(error)).toMatch(/\)\. dist is as it was\.$/);
});

test('an obstacle says what to do, and a program that was ended is named', () => {
  expect(explain(new ProgramEnded('the index could not be made', 'Pagefind', 'SIGKILL'))).toBe(
    'Not built: the index could not be made: Pagefind was ended by SIGKILL. dist is as it was.\n→ try again; where it happens again, the machine has too little memory: close other programs',
  );
});

test('a fault of the program keeps its trace; a logic error of the database is none of the disk', () => {
  for (const error of [new TypeError('x is not a function'), withFields('no such table: page', { errcode: 1 })]) {
    expect(explain(error)).toContain('through a fault of Colophon');
    expect(explain(error)).toContain('explain-failure.test.ts');
  }
});
