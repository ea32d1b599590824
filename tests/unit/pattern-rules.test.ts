import { Linter } from 'eslint';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';

const { default: config } = (await import(pathToFileURL(join(projectDir, 'eslint.config.js')).href)) as {
  default: readonly Linter.Config[];
};
const rules = config.filter(({ plugins }) => plugins?.['regexp']);

const complaints = (pattern: string): readonly (string | null)[] =>
  new Linter()
    .verify(`export const is = (text) => ${pattern}.test(text);`, [...rules], 'src/planted.js')
    .map(({ ruleId }) => ruleId);

describe('the linter knows patterns that a hostile text makes slow', () => {
  test.each(['/(a+)+$/', '/^(\\w+\\s?)*$/', '/\\s*,\\s*/', '/<[^>]*>/', '/^(.*?)\\s*\\[(\\w+)\\]$/'])(
    '%s',
    (pattern) => {
      expect(complaints(pattern)).not.toEqual([]);
    },
  );

  test('and lets others be', () => {
    expect(complaints('/^[a-z0-9]+(?:-[a-z0-9]+)*$/')).toEqual([]);
  });
});
