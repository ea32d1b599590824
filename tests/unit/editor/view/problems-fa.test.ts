import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileErrors } from '../../../../src/editor/server/file-error.ts';
import { checkText } from '../../../../src/editor/server/check-text.ts';
import { findFault } from '../../../../src/editor/view/inputs/identifiers.ts';
import { deskLanguages, deskWords, loadWords, type DeskWords } from '../../../../src/editor/view/strings/desk-words.ts';
import { importProblemsFa } from '../../../../src/editor/view/strings/import-problems-fa.ts';
import { contentProblemsFa } from '../../../../src/editor/view/strings/content-problems-fa.ts';
import { fieldProblemsFa } from '../../../../src/editor/view/strings/field-problems-fa.ts';
import { checkRecord } from '../../../../src/editor/stores/repository/check-record.ts';
import { deskKinds } from '../../../../src/editor/view/route.ts';
import { parsePartialDate } from '../../../../src/domain/dates/partial-date.ts';
import { parsePrintedDate } from '../../../../src/domain/dates/parse-printed-date.ts';
import { readProblemCases } from '../../build/problem-cases.ts';

const root = join(import.meta.dirname, '../../../..');
const context = {
  locales: ['en', 'fa'],
  trust: 'mdx',
  base: '',
  url: 'https://example.org',
  names: ['Sleep Centre'],
} as const;
/** A template with one of its words in each place that has some, and a value in the others. */
const filled = (template: string): string =>
  template.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, (place) => /[?:] '([^']+)'/.exec(place)?.[1] ?? 'x 1');
/** What a proof, a search by `import.yaml` or a watch for retractions says, which the desk does not start. */
const notInReports = /proof|written-formats|fetch-list|fetch-searches|institute-names|retractions/;
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
    const dates = ['2024/12/3', '2024-13', '2024-02-30', '12/03/2024', '1402-05-12', 'soon', '3024'].map(
      parsePartialDate,
    );
    const printed = ['1402-13', '1402-12-31', '2023-08-03', 'soon'].map((text) => parsePrintedDate('persian', text));
    const faults = [...dates, ...printed].flatMap((parsed) => (parsed.ok ? [] : [parsed.fault]));
    expect(faults.length).toBeGreaterThan(9);
    const said = [...typed, ...faults, ...Object.values(fileErrors).map(([, message, hint]) => ({ message, hint }))];
    const missing = said.flatMap(({ message, hint }) => [message, hint]).filter((text) => sentence(text).lang === 'en');
    expect(missing).toEqual([]);
  });

  test('so has what readers of imported files and services say, and no hint is a command of the terminal', async () => {
    const words = deskWords('fa');
    await words.loadSentences('import');
    const said = ['src/formats', 'src/import/read', 'src/import/fetch', 'src/import/apply-import-settings.ts']
      .flatMap((folder) =>
        folder.endsWith('.ts')
          ? [folder]
          : readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      )
      .filter((file) => file.endsWith('.ts') && !notInReports.test(file))
      .flatMap((file) => [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /\b(?:message|hint):\s*(?:(['"])((?:(?!\1)[^\\]|\\.)*)\1|`((?:[^`$\\]|\\.|\$\{(?:[^{}]|\{[^{}]*\})*\})*)`)/g,
        ),
      ])
      .map(([, , plain, template = '']) => (plain ?? filled(template)).replaceAll(String.raw`\n`, '\n'))
      .filter((text) => /[a-z]{3}/.test(text));
    expect(said.length).toBeGreaterThan(60);
    expect(
      words.sentence(
        'the source has no authors, no date of publication, which every publication needs; add it to the source, look up doi:10.5555/u, or make a new record from the title',
      ).text,
    ).toMatch(/^منبع نویسنده و تاریخ انتشار ندارد/);
    expect(said.filter((text) => /npm|the command again/.test(text))).toEqual([]);
    expect([...new Set(said)].filter((text) => words.sentence(text).lang === 'en')).toEqual([]);
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

  test.each([...fieldProblemsFa, ...contentProblemsFa, ...importProblemsFa])(
    '"%s" has the same values',
    (english, persian) => {
      const values = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
      expect(values(persian).every((value) => values(english).includes(value))).toBe(true);
    },
  );
});
