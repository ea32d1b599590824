import { expect, test } from 'vitest';
import { readFlags, type Usage } from '../../../src/commands/read-flags.ts';

const usage: Usage = { command: 'check', description: 'reads', flags: { json: 'as data' }, variables: ['CONTENT_DIR'] };

test('known flags are returned', () => {
  expect(readFlags(['--json'], usage)).toEqual({ given: new Set(['json']) });
  expect(readFlags([], usage)).toEqual({ given: new Set() });
});

test('an unknown flag ends the command, and the nearest known one is suggested', () => {
  expect(readFlags(['--josn'], usage)).toEqual({ text: 'check does not know --josn\n→ did you mean --json?', code: 1 });
  expect(readFlags(['content'], usage)).toMatchObject({ code: 1 });
});

test('help says what the command does, its flags and its variables', () => {
  const flags = readFlags(['--help'], usage);
  expect(flags).toMatchObject({ code: 0 });
  expect('text' in flags && flags.text).toMatch(
    /reads\n {2}npm run check -- --json +as data\n {2}CONTENT_DIR +folder of the content/,
  );
});
