import { expect, test } from 'vitest';
import { readFlags, type Usage } from '../../../src/commands/read-flags.ts';

const usage: Usage = { command: 'check', description: 'reads', flags: { json: 'as data' }, variables: ['CONTENT_DIR'] };

test('known flags are returned', () => {
  expect(readFlags(['--json'], usage)).toMatchObject({ given: new Set(['json']) });
  expect(readFlags([], usage)).toEqual({ given: new Set(), values: new Map(), operands: [] });
});

const build: Usage = {
  command: 'build',
  description: 'builds',
  flags: { 'keep-going': 'goes on' },
  values: { shard: ['2/8', 'makes one part'] },
  variables: [],
};

test.each([
  [['--shard', '2/8']],
  [['--shard=2/8']],
  [['--keep-going', '--shard', '2/8']],
  [['--shard=2/8', '--keep-going']],
])('the value of a flag stands after it: %j', (args) => {
  const flags = readFlags(args, build);
  expect(flags).toMatchObject({ values: new Map([['shard', '2/8']]) });
  expect('given' in flags && flags.given.has('keep-going')).toBe(args.includes('--keep-going'));
});

test.each([
  [['--shard'], '--shard needs a value\n→ write it after the flag, such as --shard 2/8'],
  [['--shard', '--keep-going'], '--shard needs a value\n→ write it after the flag, such as --shard 2/8'],
  [['--shrad', '2/8'], 'build does not know --shrad\n→ did you mean --shard?'],
  [['--keep-going=yes'], 'build does not know --keep-going=yes\n→ did you mean --keep-going?'],
  [['2/8'], 'build does not know 2/8\n→ npm run build -- --help lists all flags'],
])('%j is explained', (args, text) => {
  expect(readFlags(args, build)).toEqual({ text, code: 1 });
});

test('a command that takes folders returns them, and still knows a misspelt flag', () => {
  const merge: Usage = { command: 'merge', description: 'merges', operands: 'FOLDER…', variables: [] };
  expect(readFlags(['parts/1', 'parts/2'], merge)).toMatchObject({ operands: ['parts/1', 'parts/2'] });
  expect(readFlags(['--parts', 'parts/1'], merge)).toMatchObject({ code: 1 });
  expect(readFlags(['-x'], merge)).toMatchObject({ code: 1 });
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
