import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  differingFiles,
  digestsOf,
  listFiles,
  siteFolder,
  temporaryFolder,
  writeFiles,
} from '../support/build-site.ts';
import { createSite, install, npm, offline, packProject } from '../support/packed-project.ts';
import { readReleasedSite, releaseFolder } from '../support/release.ts';

/** A packed file that differs from another one in its number and in the texts of its modules. */
function repack(file: string, version: string, edit: (text: string, path: string) => string): string {
  const folder = temporaryFolder();
  const tar = (...args: readonly string[]) => expect(spawnSync('tar', [...args], { cwd: folder }).status).toBe(0);
  tar('-xzf', file);
  const lib = join(folder, 'package/lib');
  for (const path of listFiles(lib)) {
    if (!/\.(?:js|astro|ts)$/.test(path)) continue;
    const text = readFileSync(join(lib, path), 'utf8');
    const edited = edit(text, path);
    if (edited !== text) writeFileSync(join(lib, path), edited);
  }
  const settings = join(folder, 'package/package.json');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/"version": "[^"]+"/, `"version": "${version}"`));
  tar('-czf', `colophon-${version}.tgz`, 'package');
  return join(folder, `colophon-${version}.tgz`);
}

/** Content of every kind, and everything that an institute can add or replace. */
function writeContent(content: string): void {
  for (const from of [join(releaseFolder, 'content'), siteFolder('own-design')])
    for (const name of readdirSync(from))
      if (name !== 'site.yaml') cpSync(join(from, name), join(content, name), { recursive: true });
  const settings = readFileSync(join(releaseFolder, 'content/site.yaml'), 'utf8');
  writeFileSync(join(content, 'site.yaml'), settings.replace(/^styles: \[/m, 'styles: [house, '));
  expect(readFileSync(join(content, 'site.yaml'), 'utf8')).toContain('styles: [house, ');
}

test('a site of the version before keeps its additions, addresses, keys and citations, and a renamed field is repaired', async () => {
  const packed = await packProject();
  // In the version before, a field had another name everywhere; the present one knows of it.
  const before = repack(packed.colophon, '0.0.9', (text) => text.replaceAll('summaryTitle', 'plainHeadline'));
  const present = repack(packed.colophon, '0.1.0', (text, path) =>
    path === 'src/schemas/renamed-fields.js'
      ? text.replace(/renamedFields\s*= \{\}/, "renamedFields = { publications: { plainHeadline: 'summaryTitle' } }")
      : text,
  );
  const site = createSite({ ...packed, colophon: before }, undefined, '--name', 'Institute of Sleep');
  const content = join(site, 'content');
  writeContent(content);
  const file = join(content, 'publications/2024/doses.mdx');
  const written = readFileSync(file, 'utf8').replace('---\n', '---\nplainHeadline:   "How much, for a mouse" # ours\n');
  writeFiles(content, { 'publications/2024/doses.mdx': written });
  const project = join(site, 'package.json');
  writeFileSync(project, readFileSync(project, 'utf8').replace(/"content": "[^"]+"/, '"content": "0.0.9"'));
  install(site);
  const build = () => {
    const { status, text } = npm(site, ['run', 'build']);
    expect(status, text).toBe(0);
    const page = (path: string): string => readFileSync(join(site, 'dist', path), 'utf8');
    return { ...readReleasedSite(join(site, 'dist')), page };
  };
  const old = build();
  const oldFiles = digestsOf(content);
  expect(old.page('index.html')).toContain('Papers');
  expect(old.page('publications/doses/index.html')).toContain('How much, for a mouse');

  const upgraded = npm(site, ['install', '--save-exact', ...offline, `file:${present}`]);
  expect(upgraded.status, upgraded.text).toBe(0);
  const check = npm(site, ['run', 'check']);
  expect(check.status, check.text).not.toBe(0);
  const shown = npm(site, ['run', 'upgrade']);
  expect(shown.status, shown.text).toBe(0);
  expect(shown.text).toContain('The content is written for Colophon 0.0.9, and 0.1.0 is installed');
  expect(shown.text).toContain('- plainHeadline:   "How much, for a mouse" # ours');
  expect(shown.text).toContain('+ summaryTitle:   "How much, for a mouse" # ours');
  expect(digestsOf(content)).toEqual(oldFiles);
  const accepted = npm(site, ['run', 'upgrade', '--', '--yes']);
  expect(accepted.status, accepted.text).toBe(0);
  expect(differingFiles(oldFiles, digestsOf(content))).toEqual(['publications/2024/doses.mdx']);
  expect(readFileSync(file, 'utf8')).toBe(written.replace('plainHeadline', 'summaryTitle'));
  expect(readFileSync(project, 'utf8')).toContain('"content": "0.1.0"');

  const now = build();
  expect(now.addresses).toEqual(old.addresses);
  expect(now.addresses.length).toBeGreaterThan(300);
  expect(now.citations).toEqual(old.citations);
  expect(now.citations['publications.bib']).toMatch(/@article\{doses,/);
  // Each way to add or to replace something still shows.
  const [home, page] = [now.page('index.html'), now.page('publications/doses/index.html')];
  for (const words of ['Papers', 'Founded in 1962', 'Our own foot', 'We have published']) expect(home).toContain(words);
  for (const words of ['How much, for a mouse', 'House: ', 'Zeisscope quorvex', 'Shelf mark: DOSES', 'class="dose"'])
    expect(page).toContain(words);
  expect(now.page('accent.css')).toContain('--paper:light-dark(#fffdf7');
  expect(now.addresses).toContain('team/index.html');
});
