import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileTheme } from '../../../src/compile/compile-theme.ts';
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

  test('knows tokens that the design has, and the manual lists them', () => {
    const styles = root('src/styles/tokens.css');
    const manual = root('docs/theme.md').replace(/ +/g, ' ');
    for (const [token, { use }] of Object.entries(themeTokens)) {
      expect(styles).toContain(`${token}:`);
      expect(manual).toContain(`| \`${token}\` | ${use} |`);
    }
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
