import { describe, expect, test } from 'vitest';
import { compileText, defaultContext, publicationText } from '../../../support/make.ts';

const markdown = { ...defaultContext, trust: 'markdown' } as const;

/** Code in a body, and the lines of the body in which it is refused; the heading is in the third line. */
const refused: Readonly<Record<string, { readonly body: string; readonly lines: readonly number[] }>> = {
  'an import': { body: 'import x from "./x.js"', lines: [5] },
  'an export inside an element': { body: '<div>\n\nexport const a = 1\n\n</div>', lines: [7] },
  'an expression': { body: '{process.exit(1)}', lines: [5] },
  'an expression between comments': { body: '{/* a */ process.exit(1) /* b */}', lines: [5] },
  'an expression in a heading': { body: '## {globalThis.x = 1}', lines: [5] },
  'expressions in a list, a quotation and a table': {
    body: '> - *{`${a}`}*\n\n| {b} | c |\n|---|---|\n| {d} | e |',
    lines: [5, 7, 9],
  },
  'an expression in a footnote': { body: 'x[^1]\n\n[^1]: note {evil()}', lines: [7] },
  'an attribute from an expression': { body: '<b title={process.exit(1)}>x</b>', lines: [5] },
  'attributes that are spread': { body: '<b {...x}>y</b>', lines: [5] },
  'a component that the site has': { body: '<Note>x</Note>', lines: [5] },
  'a component of another name': { body: '<a.b>x</a.b>', lines: [5] },
  'a fragment': { body: '<><b>x</b></>', lines: [5] },
  'an element that runs something': { body: '<script>x</script>\n\n<iframe src="x"></iframe>', lines: [5, 7] },
};

describe('with `trust: markdown` no code reaches Astro', () => {
  test.each(Object.keys(refused))('%s is refused at its position', (name) => {
    const { body, lines } = refused[name]!;
    const text = publicationText({ body: `A.\n\n## B\n\n${body}` });
    const { hasImports, problems, record } = compileText('publications/2024/x.mdx', text, markdown);
    const bodyLine = text.slice(0, text.indexOf('\nA.')).split('\n').length;
    expect(problems.map((problem) => [problem.name, (problem.line ?? 0) - bodyLine])).toEqual(
      lines.map((line) => ['code-not-trusted', line]),
    );
    for (const { message, hint } of problems) {
      expect(message).toContain('`trust: markdown` in site.yaml allows text only');
      expect(hint).toMatch(/write|delete/);
    }
    expect(hasImports).toBe(false);
    expect(record).toBeUndefined();
  });

  test('code in a text page is refused', () => {
    const text = '---\ntitle: Team\n---\nimport a from "b"\n\n{a}\n';
    const { hasImports, problems } = compileText('pages/en/team.mdx', text, markdown);
    expect(problems.map(({ name, line }) => [name, line])).toEqual([
      ['code-not-trusted', 4],
      ['code-not-trusted', 6],
    ]);
    expect(hasImports).toBe(false);
  });

  test('code in the abstract is refused', () => {
    const text = publicationText({ body: 'A {1 + 1} b.\n' });
    const { hasImports, problems } = compileText('publications/2024/x.mdx', text, markdown);
    expect(problems.map(({ name }) => name)).toEqual(['code-in-abstract']);
    expect(hasImports).toBe(false);
  });

  test('text is not refused', () => {
    const body = 'A.\n\n## B\n\n**C** \\{d\\} {"e"} {/* f */}\n\n<details><summary>g</summary>h</details>';
    const { problems, record } = compileText('publications/2024/x.mdx', publicationText({ body }), markdown);
    expect(problems).toEqual([]);
    expect(record).toContain('<summary>g</summary>');
  });
});

describe('fields hold no code on any site', () => {
  const hostile =
    '{process.exit(1)} <script>x</script> <img src=x onerror=1> <Note/> [a](javascript:1) import y from "z"';
  test('Markdown in a field shows what looks like code as text', () => {
    const texts = [
      compileText('publications/2024/x.mdx', publicationText({ summary: hostile, abstracts: { fa: hostile } })),
      compileText('people/x.yaml', `names: [Jamshidi A]\nbio: ${JSON.stringify(hostile)}\n`),
    ];
    for (const { problems, record, hasImports } of texts) {
      expect(new Set(problems.map(({ name }) => name))).toEqual(new Set(['link-removed']));
      expect(hasImports).toBe(false);
      expect(record).toContain('{process.exit(1)} &lt;script&gt;x&lt;/script&gt; &lt;img src=x onerror=1&gt;');
      expect(record).not.toContain('href');
    }
  });

  test.each([
    ['keywords: !!js/function "function(){}"', 'yaml-tag'],
    ['funding: [{ &k funder: Y, <<: { award: z } }]', 'unknown-key'],
    ['__proto__: { title: x }', 'unknown-key'],
    ['summary: { __proto__: x }', 'unknown-key'],
    ['constructor: x', 'unknown-key'],
    ['titles: { constructor: x }', 'malformed-language'],
    ['versions: { hasOwnProperty: x }', 'unknown-key'],
  ])('%s is a problem, and changes no object of JavaScript', (line, name) => {
    const text = publicationText().replace('\n---\n', `\n${line}\n---\n`);
    expect(compileText('publications/2024/x.mdx', text).problems.map((problem) => problem.name)).toEqual([name]);
  });
});
