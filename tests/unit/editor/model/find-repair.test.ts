import { describe, expect, test } from 'vitest';
import { applyEdits, readRecord } from '../../../../src/editor/model/edit.ts';
import { checkFile, checkText } from '../../../../src/editor/server/check-text.ts';

const context = { locales: ['en'], trust: 'mdx', base: '', url: 'https://example.org', names: [] } as const;
const file = 'publications/2024/a.mdx';
const good = '---\ntitle: A title\nauthors: [Karimi S]\npublished: 2024\n---\n\nAn abstract of some length.\n';
const check = (text: string, saved?: Parameters<typeof checkText>[3]) =>
  checkText(file, 'publications', text, saved, context);

describe('a problem of a text that is being edited', () => {
  // prettier-ignore
  test.each([
    ['an identifier written as an address', 'doi: https://doi.org/10.5555/12345678\n', ['doi'], 'doi: 10.5555/12345678\n'],
    ['a name of a field that is misspelt', 'volum: 12\n', ['volum'], 'volume: 12\n'],
    ['a field that there is not, which becomes one of the institute itself', 'sleep_laboratory: Tehran\n', ['sleep_laboratory'], 'extra: { Sleep laboratory: Tehran }\n'],
    ['an identifier inside a list', 'affiliations: [{ name: X, ror: "https://ror.org/01c4pz451" }]\n', ['affiliations', 0, 'ror'], 'affiliations: [{ name: X, ror: "01c4pz451" }]\n'],
  ])('has its place, and a repair that ends it: %s', (_, line, path, repaired) => {
    const text = good.replace('published:', `${line}published:`);
    const problem = check(text).find((one) => JSON.stringify(one.path) === JSON.stringify(path));
    expect(problem?.repair).toBeDefined();
    const result = applyEdits(text, 'publications', problem?.repair ?? []);
    const next = 'text' in result ? result.text : '';
    expect(readRecord(next, 'publications')).toEqual(readRecord(good.replace('published:', `${repaired}published:`), 'publications'));
    expect(check(next).filter((one) => one.name === problem?.name)).toEqual([]);
  });

  test('of fields that are too long is the only one, and they are not read for a form', () => {
    const text = good.replace('published', `keywords: [${'a, '.repeat(400_000)}]\npublished`);
    expect(check(text)).toMatchObject([{ name: 'fields-too-long' }]);
    expect(readRecord(text, 'publications')).toBeUndefined();
  });

  test.each([
    ['\n', 'title: "A title', 'title: "A title"'],
    ['\r\n', 'title: A: title', 'title: "A: title"'],
    ['\n', 'title:A title', 'title: A title'],
  ])('of malformed fields has the line as it should be, and no edit', (newline, line, repaired) => {
    const [problem] = check(good.replace('title: A title', line).replaceAll('\n', newline));
    expect(problem).toMatchObject({ severity: 'error', line: 2, repairedLine: repaired });
    expect(problem?.repair).toBeUndefined();
  });

  test('of the body has the place of the body', () => {
    const problems = check(`${good}\n![](./missing.png)\n\n<script>alert(1)</script>\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(({ path }) => path)).toEqual(problems.map(() => ['body']));
    const [problem] = check(good.replaceAll('\n', '\r\n').replace('An abstract', '<script>alert(1)</script>'));
    expect(problem).toMatchObject({ path: ['body'] });
  });

  test('that only the whole content shows stays while its value does', () => {
    const problem = {
      severity: 'error',
      name: 'unknown-person',
      file,
      field: 'authors[1].person',
      message: 'no such person',
      hint: '',
    } as const;
    const text = good.replace('[Karimi S]', '[{ name: Karimi S, person: karimi }]');
    const saved = { text, problems: [problem], own: checkFile(file, 'publications', text, context) };
    expect(check(text, saved)).toContainEqual({ ...problem, path: ['authors', 0, 'person'] });
    expect(check(text.replace('A title', 'Another'), saved).map(({ name }) => name)).toContain('unknown-person');
    expect(check(text.replace('person: karimi', 'person: other'), saved).map(({ name }) => name)).not.toContain(
      'unknown-person',
    );
  });
});
