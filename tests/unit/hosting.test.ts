import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { offeredFormats } from '../../src/formats/table.ts';
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
  for (const { type } of mediaTypes(offeredFormats())) expect(text).toContain(type.split(';', 1)[0]);
});

test('no policy of the manual differs from those of the code', () => {
  const policies = [...manual.matchAll(/default-src [^"`\n]*/g)].map(([policy]) => policy);
  expect(policies.length).toBeGreaterThan(9);
  expect([...new Set(policies)].sort()).toEqual([drawingPolicy, sitePolicy, unframedPolicy].sort());
});
