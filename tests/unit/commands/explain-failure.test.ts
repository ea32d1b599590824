import { expect, test } from 'vitest';
import { explainFailure } from '../../../src/commands/explain-failure.ts';
import { UserFixableError, ProgramEnded } from '../../../src/domain/problems/user-fixable-error.ts';

const explain = (error: unknown) => explainFailure(error, 'Not built', 'dist is unchanged.');
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
])('%s is explained in words', (error, words) => {
  expect(explain(error)).toContain(`Not built: ${words}`);
  expect(explain(error)).toMatch(/\)\. dist is unchanged\.$/);
});

test('an error that a user can fix says what to do, and names the program that was ended', () => {
  expect(explain(new ProgramEnded('the index could not be made', 'Pagefind', 'SIGKILL'))).toBe(
    'Not built: the index could not be made: Pagefind was ended by SIGKILL. dist is unchanged.\n→ try again; where it happens again, the machine has too little memory: close other programs',
  );
});

test('an unexpected error keeps its stack trace, also one of the database that is not caused by the disk', () => {
  for (const error of [new TypeError('x is not a function'), withFields('no such table: page', { errcode: 1 })]) {
    expect(explain(error)).toContain('because of an error in Colophon');
    expect(explain(error)).toContain('explain-failure.test.ts');
  }
});

test('an error of a package that is missing, as after an interrupted npm ci, says what to run', () => {
  for (const message of [
    "Cannot find package 'detect-libc' imported from /x/node_modules/sharp/dist/sharp.mjs",
    "Cannot find module '@citation-js/name'",
    "Cannot find module '/x/node_modules/woff2-encoder/decompress' imported from /x/src/cards/card-fonts.ts",
  ])
    expect(explain(new Error('a thread failed', { cause: new Error(message) }))).toBe(
      `Not built: packages are missing, or are installed only in part (${message}).\n→ run npm ci, and let it come to its end\ndist is unchanged.`,
    );
  expect(explain(new Error("Cannot find module '/x/src/nowhere.ts' imported from /x/src/a.ts"))).toContain(
    'an error in',
  );
});
