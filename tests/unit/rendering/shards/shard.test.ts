import { expect, test } from 'vitest';
import { UserFixableError } from '../../../../src/domain/problems/user-fixable-error.ts';
import { parseShard } from '../../../../src/rendering/shards/shard.ts';

test.each([
  ['2/8', { number: 2, of: 8 }],
  ['1/1', { number: 1, of: 1 }],
  ['20/20', { number: 20, of: 20 }],
  // As scripts may pad numbers.
  ['02/08', { number: 2, of: 8 }],
])('%s is a part', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

test.each([
  ['9/8', 'there are only 8', '--shard 8/8'],
  ['0/2', 'counted from 1', '--shard 1/2'],
  ['1/0', 'counted from 1', '--shard 1/8'],
  ['2', 'which part of how many', '--shard 2/8'],
  // A variable of the pipeline that is not set.
  ['/8', 'which part of how many', '--shard 2/8'],
  ['2/', 'which part of how many', '--shard 2/8'],
  ['-1/8', 'which part of how many', '--shard 2/8'],
  ['1.5/8', 'which part of how many', '--shard 2/8'],
  ['a/b', 'which part of how many', '--shard 2/8'],
])('%s is none, and the message says what to write', (text, message, hint) => {
  let thrown: unknown;
  try {
    parseShard(text);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UserFixableError);
  expect((thrown as UserFixableError).message).toContain(`--shard ${text} `);
  expect((thrown as UserFixableError).message).toContain(message);
  expect((thrown as UserFixableError).hint).toContain(hint);
});
