import { isAbsolute, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectDir, readSettings } from '../../../src/project/settings.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { contentFolder } from '../../support/build-site.ts';

describe('settings', () => {
  test('are those of the project without environment variables', () => {
    const { contentDir, outDir, url, base } = readSettings({});
    expect({ contentDir, outDir, url, base }).toEqual({
      contentDir: join(projectDir, 'content'),
      outDir: join(projectDir, 'dist'),
      url: undefined,
      base: undefined,
    });
  });

  test('ignore empty variables', () => {
    expect(readSettings({ CONTENT_DIR: '', OUT_DIR: '', SITE_URL: '', BASE_PATH: '', CACHE_DIR: '' })).toEqual(
      readSettings({}),
    );
  });

  test('hold absolute paths', () => {
    const { contentDir, outDir, cacheDir } = readSettings({ CONTENT_DIR: 'a/../b/', OUT_DIR: './c' });
    expect([contentDir, outDir]).toEqual([resolve('b'), resolve('c')]);
    expect(isAbsolute(cacheDir)).toBe(true);
  });

  test('give each pair of folders a cache of its own, and all of them the same templates', () => {
    const pairs = [{}, { CONTENT_DIR: 'a' }, { OUT_DIR: 'b' }, { CONTENT_DIR: 'a', OUT_DIR: 'b' }].map(readSettings);
    expect(new Set(pairs.map(({ catalogFile }) => catalogFile)).size).toBe(4);
    expect(new Set(pairs.map(({ templatesDir }) => templatesDir)).size).toBe(1);
  });
});

describe('the address of a site', () => {
  const addressOf = (url: string, surroundings: { url?: string; base?: string } = {}) => {
    const folder = contentFolder({ 'site.yaml': `institute: Example\nurl: "${url}"\n` });
    const { site, problems } = readSite(folder, surroundings);
    return site ? { url: site.url, base: site.base } : problems.map(({ name, field }) => `${name} ${field}`);
  };
  test.each([
    ['https://minimal.example.org', {}, { url: 'https://minimal.example.org', base: '' }],
    ['https://minimal.example.org/', {}, { url: 'https://minimal.example.org', base: '' }],
    ['https://minimal.example.org/papers/', {}, { url: 'https://minimal.example.org/papers', base: '/papers' }],
    ['https://minimal.example.org/papers', { base: '/' }, { url: 'https://minimal.example.org', base: '' }],
    [
      'https://minimal.example.org',
      { base: 'lab/papers' },
      { url: 'https://minimal.example.org/lab/papers', base: '/lab/papers' },
    ],
    ['https://minimal.example.org', { base: '//lab//' }, { url: 'https://minimal.example.org/lab', base: '/lab' }],
    ['https://minimal.example.org', { url: 'http://localhost:4321/x' }, { url: 'http://localhost:4321/x', base: '/x' }],
    [
      'https://minimal.example.org/papers',
      { url: 'https://other.example.org', base: '/y' },
      { url: 'https://other.example.org/y', base: '/y' },
    ],
    ['https://minimal.example.org/our%20papers', {}, ['base-path-malformed url']],
    ['https://minimal.example.org', { base: '/a b' }, ['base-path-malformed BASE_PATH']],
    ['https://minimal.example.org', { base: '/a/../b' }, ['base-path-malformed BASE_PATH']],
    ['https://minimal.example.org', { base: '/"><script>' }, ['base-path-malformed BASE_PATH']],
    ['https://minimal.example.org', { url: 'example.org' }, ['site-url-malformed SITE_URL']],
    ['https://minimal.example.org', { url: 'ftp://example.org' }, ['site-url-malformed SITE_URL']],
  ])('%s with %j', (url, surroundings, expected) => expect(addressOf(url, surroundings)).toEqual(expected));
});
