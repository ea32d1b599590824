import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileErrors } from '../../../../src/editor/server/file-error.ts';
import { checkText } from '../../../../src/editor/server/check-text.ts';
import { findFault } from '../../../../src/editor/view/inputs/identifiers.ts';
import { deskLanguages, deskWords, loadWords, type DeskWords } from '../../../../src/editor/view/strings/desk-words.ts';
import { contentProblemsFa } from '../../../../src/editor/view/strings/content-problems-fa.ts';
import { fieldProblemsFa } from '../../../../src/editor/view/strings/field-problems-fa.ts';
import { checkRecord } from '../../../../src/editor/stores/repository/check-record.ts';
import { deskKinds } from '../../../../src/editor/view/route.ts';
import { readProblemCases } from '../../build/problem-cases.ts';

const root = join(import.meta.dirname, '../../../..');
const context = {
  locales: ['en', 'fa'],
  trust: 'mdx',
  base: '',
  url: 'https://example.org',
  names: ['Sleep Centre'],
} as const;
let sentence: DeskWords['sentence'];
beforeAll(async () => {
  await Promise.all(deskLanguages.map(loadWords));
  const words = deskWords('fa');
  await words.loadSentences();
  ({ sentence } = words);
});

const cases = readProblemCases().flatMap(({ files }) =>
  Object.entries(files).flatMap(([file, text]) => {
    const kind = file === 'site.yaml' ? 'site' : deskKinds.find((one) => file.startsWith(`${one}/`));
    return kind && typeof text === 'string' ? [{ file, kind, text }] : [];
  }),
);
const problems = cases.flatMap(({ file, kind, text }) => checkText(file, kind, text, undefined, context));

describe('in Persian', () => {
  test('every problem of the cases has its message and its hint', () => {
    const missing = problems
      .flatMap(({ message, hint }) => [message, hint])
      .filter((text) => text !== '' && sentence(text).lang === 'en');
    expect(problems.length).toBeGreaterThan(100);
    expect([...new Set(missing)]).toEqual([]);
  });

  test('what the desk finds without the development server is said without its sentences', async () => {
    const words = deskWords('fa', 'desk');
    const found = cases.flatMap(({ file, kind, text }) => checkRecord(file, kind, text));
    expect(found.length).toBeGreaterThan(50);
    expect(words.sentence(found[0]!.message).lang).toBe('en');
    await words.loadSentences();
    const missing = found
      .flatMap(({ message, hint }) => [message, hint])
      .filter((text) => text !== '' && words.sentence(text).lang === 'en');
    expect([...new Set(missing)]).toEqual([]);
  });

  test('so has what the desk and its server refuse', () => {
    const folders = ['src/editor/model', 'src/editor/server', 'src/commands/dev/desk'].map((folder) =>
      join(root, folder),
    );
    const said = folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/\brefusal\(\s*'[^']*',\s*(['`])(.*?)\1,\s*(['`])(.*?)\3,?\s*\)/g),
      ])
      .flatMap(([, , message = '', , hint = '']) => [message, hint])
      .map((text) => text.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, 'x'));
    expect(said.length).toBeGreaterThan(20);
    // What consists of values is made of sentences that others say.
    const own = said.filter((text) => !/^[x ]+$/.test(text));
    expect(own.filter((text) => sentence(text).lang === 'en')).toEqual([]);
  });

  test('so has what parsers say while an identifier is typed, and what the disk refuses', () => {
    const typed = (
      ['doi', 'orcid', 'ror', 'pmid', 'pmcid', 'country', 'language', 'license', 'slug', 'pages', 'color'] as const
    ).map((form) =>
      findFault(form, form === 'pages' ? '1-2-3' : form === 'slug' ? 'A b' : form === 'license' ? 'CC-BY-5.0' : '?')!,
    );
    const said = [...typed, ...Object.values(fileErrors).map(([, message, hint]) => ({ message, hint }))];
    const missing = said.flatMap(({ message, hint }) => [message, hint]).filter((text) => sentence(text).lang === 'en');
    expect(missing).toEqual([]);
  });

  test('the values of a sentence are the same, each in its own direction', () => {
    expect(sentence('"Jamshidi A" has affiliation 5, and there are only 4').text).toBe(
      '«\u2068Jamshidi A\u2069» وابستگی \u20685\u2069 دارد، ولی فقط \u20684\u2069 وابستگی هست',
    );
    expect(sentence('nobody has translated this')).toEqual({
      text: 'nobody has translated this',
      lang: 'en',
      dir: 'ltr',
    });
    expect(deskWords('en').sentence('this author has no name').text).toBe('this author has no name');
  });

  test.each([...fieldProblemsFa, ...contentProblemsFa])('"%s" has the same values', (english, persian) => {
    const values = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
    expect(values(persian).every((value) => values(english).includes(value))).toBe(true);
  });
});
