import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { excessOf, hosts } from '../../src/build/hosts/hosts.ts';
import { offeredFormatIds } from '../../src/domain/publication/offered-format.ts';
import { offeredFormats } from '../../src/formats/written-formats.ts';
import { mediaTypes, securityHeaders } from '../../src/feeds/headers.ts';
import { drawingPolicy, sitePolicy, unframedPolicy } from '../../src/metadata/content-security-policy.ts';
import { projectDir } from '../../src/project/settings.ts';

const manual = readFileSync(join(projectDir, 'docs/hosting.md'), 'utf8');
const configurations = [...manual.matchAll(/```(nginx|apache|caddyfile)\n([\s\S]*?)```/g)].map(
  ([, server = '', text = '']) => [server, text] as const,
);

test('the manual has a configuration for three servers', () => {
  expect(configurations.map(([server]) => server)).toEqual(['nginx', 'apache', 'caddyfile']);
});

test.each(configurations)('the configuration for %s sends every header and media type of the code', (_, text) => {
  for (const value of [sitePolicy, unframedPolicy, drawingPolicy]) expect(text).toContain(`"${value}"`);
  for (const [name, value] of securityHeaders) expect(text).toMatch(new RegExp(`${name}.*${RegExp.escape(value)}`));
});

const types = mediaTypes(offeredFormats(offeredFormatIds)).toSorted((a, b) => b.pattern.length - a.pattern.length);
const regexOf = (pattern: string): string =>
  `${pattern.startsWith('/*') ? pattern.slice(2) : `^${pattern.slice(1)}`}`.replaceAll('.', '\\.');
const quoted = (type: string): string => (type.includes(' ') ? `"${type}"` : type);

/** The rules for media types, as each server writes them. Where two match, nginx takes the first and Apache the last. */
const rules: Readonly<Record<string, () => readonly string[]>> = {
  nginx: () =>
    types.map(({ pattern, type }) => {
      const [name = '', charset] = type.split(';');
      const location = pattern.startsWith('/*') ? `~ ${regexOf(pattern)}$` : `= ${pattern}`;
      return `  location ${location} { types { } default_type ${name};${charset ? ` charset_types ${name};` : ''} }`;
    }),
  apache: () =>
    types
      .toReversed()
      .flatMap(({ pattern, type }) => [
        `<FilesMatch "${regexOf(pattern)}$">`,
        `  ForceType ${quoted(type)}`,
        '</FilesMatch>',
      ]),
  caddyfile: () =>
    types.flatMap(({ pattern, type }) => {
      const name = pattern.match(/[a-z]+/g)!.join('-');
      return pattern.startsWith('/*')
        ? [`  @${name} path ${pattern.slice(1)}`, `  header @${name} Content-Type ${quoted(type)}`]
        : [`  header ${pattern} Content-Type ${quoted(type)}`];
    }),
};

const number = (cell = '') => Number(cell.replaceAll(',', ''));

/** A row of the table of sizes, with the hosts that take such a site. */
function withHosts(row: string): string {
  const cells = row.split('|').slice(1, -1);
  const [, , files, megabytes, largest, folder] = cells.map((cell) => cell.trim());
  const size = {
    files: number(files),
    bytes: number(megabytes) * 1e6,
    largestFile: number(largest) * 1e6,
    fullestFolder: number(folder),
  };
  const fitting = hosts.filter((host) => excessOf(size, host).length === 0).map(({ name }) => name);
  return `|${cells.slice(0, -1).join('|')}| ${fitting.join('; ').padEnd((cells.at(-1)?.length ?? 0) - 2)} |`;
}

test('the limits of each host that a build knows are in the manual', () => {
  const rows = manual.split('\n').filter((line) => line.startsWith('| ') && line.includes(']('));
  for (const { name, limits } of hosts) {
    const row = rows.find((line) => line.startsWith(`| ${name.split(',')[0]} `)) ?? '';
    for (const limit of Object.values(limits)) {
      const texts = [limit.toLocaleString('en'), `${limit / 1e9} GB`, `${limit / 1e6} MB`, `${limit / 2 ** 20} MiB`];
      expect(
        texts.some((text) => row.includes(text)),
        `${name}: ${limit}`,
      ).toBe(true);
    }
  }
});

test('the manual has a rule for every media type, and the hosts for each size (vitest -u writes them)', async () => {
  const sized = manual.replace(/(?<=<!-- Sizes.*-->\n\n.*\n.*\n)[\s\S]*?(?=\n\n<!-- End of sizes)/, (rows) =>
    rows.split('\n').map(withHosts).join('\n'),
  );
  const written = sized.replace(
    /(?<=```(nginx|apache|caddyfile)\n(?:(?!```)[\s\S])*# Media types\n)(?:(?!```)[\s\S])*?(?= *# End of media types)/g,
    (_, server: string) =>
      rules[server]!()
        .map((line) => `${line}\n`)
        .join(''),
  );
  await expect(written).toMatchFileSnapshot('../../docs/hosting.md');
});

test('no policy of the manual differs from those of the code', () => {
  const policies = [...manual.matchAll(/default-src [^"`\n]*/g)].map(([policy]) => policy);
  expect(policies.length).toBeGreaterThan(9);
  expect([...new Set(policies)].sort()).toEqual([drawingPolicy, sitePolicy, unframedPolicy].sort());
});
