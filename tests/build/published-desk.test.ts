import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeskEntry } from '../../src/editor/model/record.ts';
import {
  buildFolder,
  differingFiles,
  digestsOf,
  siteFolder,
  temporaryFolder,
  writeFiles,
  type BuiltSite,
  type OwnSite,
} from '../support/build-site.ts';
import { sharedSite } from '../support/shared-site.ts';

const features =
  'features: { editor: { host: forgejo, repository: office/site, api: "https://git.example.org/api/v1" } }\n';

let without: BuiltSite;
let site: OwnSite;

beforeAll(async () => {
  without = await sharedSite(siteFolder('small'));
  const content = temporaryFolder();
  cpSync(siteFolder('small'), content, { recursive: true });
  appendFileSync(join(content, 'site.yaml'), features);
  site = await buildFolder(content);
  expect(site.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a site with the published desk', () => {
  test('is the same as without it, but for /edit/ and what hosts send with it', () => {
    const changed = differingFiles(digestsOf(without.settings.outDir), digestsOf(site.settings.outDir));
    expect(changed.filter((path) => !path.startsWith('edit/'))).toEqual(['_headers']);
    expect(changed).toEqual(
      expect.arrayContaining(['edit/index.html', 'edit/desk.js', 'edit/desk.css', 'edit/records.json']),
    );
    expect(without.files().filter((path) => path.startsWith('edit/'))).toEqual([]);
  });

  test('lets the desk, and no other page, ask the API of the repository and nobody else', () => {
    const page = site.read('edit/index.html');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.replaceAll('&#39;', "'").split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self' https://git.example.org"]),
    );
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(site.read('_headers')).toContain("connect-src 'self' https://git.example.org;");
    expect(site.read('_headers')).toContain("frame-src 'self'");
    expect(without.read('_headers')).not.toContain('frame-src');
  });

  test('has a page for no search engine, in which nothing runs inline', () => {
    const page = site.read('edit/index.html');
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(page.match(/<script(?![^>]*(?:\bsrc=|application\/json))/)).toBeNull();
    expect(site.files().some((path) => /sitemap|llms/.test(path) && site.read(path).includes('/edit/'))).toBe(false);
  });

  test('lists what the site shows, and nothing else of the content', () => {
    const records = JSON.parse(site.read('edit/records.json')) as readonly DeskEntry[];
    const files = records.map(({ file }) => file);
    expect(files).toEqual(
      expect.arrayContaining([
        'publications/2024/tufan-2024-pebbles.mdx',
        'people/tufan-leila.yaml',
        'pages/fa/about.mdx',
        'site.yaml',
      ]),
    );
    expect(files).not.toContain('publications/2024/tufan-2024-draft.mdx');
    const shown = new Set(site.files());
    for (const { address = '' } of records) expect(shown, address).toContain(`${address.slice(1)}index.html`);
  });

  test('compiles the desk once: a build after a change of a record writes the list alone', async () => {
    const before = digestsOf(join(site.settings.outDir, 'edit'));
    writeFiles(site.settings.contentDir, {
      'people/tufan-leila.yaml': 'names: ["Tufan, Leyla"]\npage: false\n',
    });
    const after = digestsOf(join((await site.rebuild()).settings.outDir, 'edit'));
    expect(differingFiles(before, after)).toEqual(['records.json']);
    expect(site.read('edit/records.json')).not.toContain('tufan-leila');
  });
});
