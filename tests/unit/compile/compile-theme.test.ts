import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileTheme } from '../../../src/compile/compile-theme.ts';
import { designColors } from '../../../src/domain/institute/theme-contrast.ts';
import { themeStyle, themeTokens } from '../../../src/domain/institute/theme.ts';
import { projectDir } from '../../../src/project/settings.ts';

const root = (path: string): string => readFileSync(join(projectDir, path), 'utf8');

describe('a theme', () => {
  test('sets tokens, and colours for both schemes', () => {
    const { theme, faults } = compileTheme(`/* our { colours } */
:root { --paper: #fffaf0; --radius: 0; --latin-serif: "Charis SIL", serif; --d2: color-mix(in srgb, var(--accent) 50%, #fff) }
@media (prefers-color-scheme: dark) { :root { --paper: #101010; } }`);
    expect(faults).toEqual([]);
    expect(themeStyle(theme)).toBe(
      ':root{--latin-serif:"Charis SIL", serif}\n' +
        '@media screen{:root{--radius:0}}\n' +
        '@media screen and (not (prefers-contrast:more)){:root{--paper:light-dark(#fffaf0,#101010);--d2:color-mix(in srgb, var(--accent) 50%, #fff)}}\n',
    );
  });

  test.each([
    ':root { --paper: #fff; } body { color: red; }',
    '@import "x.css";',
    ':root { color: red; }',
    ':root { --paper: #fff\\; }',
    ':root { --ink: expression(1); }',
    ':root { --font-mono: "a; }',
    ':root { --paper: #fff } } body{x:y',
    '@media print { :root { --paper: #fff; } }',
    '[data-theme] { --paper: #fff; }',
    '--paper: #fff',
  ])('holds nothing else: %s', (css) => {
    const { theme, faults } = compileTheme(css);
    expect(faults).not.toEqual([]);
    expect(themeStyle(theme)).not.toMatch(/red|import|expression|\\\\|x:y/);
  });

  test.each([
    ['{', 50_000],
    ['}', 50_000],
    [':root{--x:1;}', 20_000],
    ['a{', 50_000],
  ])('of %j, %d times, is reported as quickly as the first of it', (text, times) => {
    const { faults } = compileTheme(text.repeat(times));
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toMatchObject({ name: 'more-problems' });
  });

  test('may set its tokens in many rules', () => {
    const { theme, faults } = compileTheme(':root{--radius:0;}\n'.repeat(500));
    expect([theme.values, faults]).toEqual([{ '--radius': '0' }, []]);
  });

  test('knows tokens that the design has, and the manual lists them', () => {
    const styles = root('src/styles/tokens.css');
    const manual = root('docs/theme.md').replace(/ +/g, ' ');
    for (const [token, { use }] of Object.entries(themeTokens)) {
      expect(styles).toContain(`${token}:`);
      expect(manual).toContain(`| \`${token}\` | ${use} |`);
    }
  });
});

describe('the contrast of a theme', () => {
  const warnings = (css: string) =>
    compileTheme(css).faults.map(({ message, position }) => `${position.line}: ${message}`);

  test.each([
    [
      ':root {\n--ink: #888; }',
      /^2: the text --ink \(#888888\) has a contrast of 3\.\d to 1 on --\S+ \(#\w+\) in the light scheme/,
    ],
    [
      ':root { --paper: #fffdf7; }',
      /--ink \(#e6e9e9\) has a contrast of 1\.\d to 1 on --paper \(#fffdf7\) in the dark scheme.*; the same holds for \d other pairs with --paper$/,
    ],
    [':root { --stop-bg: #9d1c1f; }', /--stop \(#9d1c1f\) has a contrast of 1\.0 to 1 on --stop-bg/],
    [
      ':root { --sunk: #fff; }\n@media (prefers-color-scheme: dark) { :root { --sunk: #777; } }',
      /^1: the text --ink-3 .* on --sunk \(#777777\) in the dark scheme/,
    ],
  ])('is told where it is too low: %s', (css, expected) => {
    expect(warnings(css)).toContainEqual(expect.stringMatching(expected));
    expect(compileTheme(css).faults.map(({ name, severity }) => `${severity} ${name}`)).toContain(
      'warning theme-contrast',
    );
  });

  test.each([
    // A light paper for both schemes: five texts and no other token are hard to read on it.
    [
      ':root { --paper: #fffdf7; }',
      [/^1: the text --ink .* on --paper .*; the same holds for \d other pairs with --paper$/],
    ],
    [
      ':root { --paper: #777; }',
      [/^1: .* on --paper \(#777777\) in the light scheme, and the text .* in the dark scheme, .* 8 other pairs/],
    ],
    // The paper is to blame for what stands on it, and not each of its texts.
    [
      ':root { --paper: #fff; --ink: #222; --ink-2: #444; --ink-3: #555; }\n@media (prefers-color-scheme: dark) {\n:root {\n--paper: #eee; --ink: #ddd; --ink-2: #ccc; --ink-3: #ccc; } }',
      [/^1: .* on --paper \(#eeeeee\)/],
    ],
    [':root { --ink-3: #bbb; --warn-bg: #7a5200; }', [/^1: the text --warn .* on --warn-bg/, /^1: the text --ink-3/]],
  ])('has one warning for each token that is to blame: %s', (css, expected) => {
    expect(warnings(css)).toEqual(expected.map((message) => expect.stringMatching(message) as string));
  });

  test('is enough with the colours of the design, in the example of the manual, and where nothing is known', () => {
    const design = (scheme: 0 | 1) =>
      Object.entries(designColors)
        .map(([token, own]) => `${token}: ${own[scheme]};`)
        .join('');
    const both = `:root { ${design(0)} }\n@media (prefers-color-scheme: dark) { :root { ${design(1)} } }`;
    const example = /```css\n([^`]*)```/.exec(root('docs/theme.md'))![1]!;
    for (const css of [both, example, ':root { --ink: rgb(200 200 200); }']) expect(warnings(css)).toEqual([]);
  });

  test('is judged by the colours that the styles have', () => {
    const styles = root('src/styles/tokens.css');
    for (const [token, [light, dark]] of Object.entries(designColors))
      expect(styles).toContain(`${token}: light-dark(${light}, ${dark});`);
  });
});

test('the series of charts follow the accent of the institute', () => {
  const styles = root('src/styles/tokens.css');
  for (const series of ['--d1', '--d2', '--d3']) {
    const value = new RegExp(`${series}: ([^;]+);`).exec(styles)?.[1];
    expect(value, series).toMatch(/var\(--(?:brand|accent)\)/);
    expect(value, series).not.toMatch(/#[0-9a-f]{3,6}/);
  }
});
