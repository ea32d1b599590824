import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectDir } from '../../src/project/settings.ts';
import { buildFolder, listFiles } from '../support/build-site.ts';
import { once } from '../support/run-command.ts';
import { readChangedCitations, readLastRelease, readReleasedSite, releaseFolder } from '../support/release.ts';

/** The content of the last release, built by this version. */
const now = once(async () => {
  const { problems, settings } = await buildFolder(join(releaseFolder, 'content'));
  return { problems, ...readReleasedSite(settings.outDir) };
});
const { version, addresses, citations } = readLastRelease();

describe(`content that was published with version ${version}`, () => {
  test('has no error and no new warning', async () => {
    expect((await now()).problems).toEqual([]);
  });

  test('has every address that it had', async () => {
    const present = new Set((await now()).addresses);
    expect(addresses.length).toBeGreaterThan(300);
    expect(addresses.filter((path) => !present.has(path))).toEqual([]);
  });

  test('has the citation keys that it had', async () => {
    for (const name of ['publications.bib', 'publications.biblatex.bib'])
      expect(keysIn((await now()).citations[name]!)).toEqual(keysIn(citations[name]!));
    expect(keysIn(citations['publications.bib']!)).toHaveLength(
      listFiles(join(releaseFolder, 'content/publications')).filter((path) => /(?<!draft)\.mdx$/.test(path)).length,
    );
  });

  test('has the same citations, or the changelog says what is different', async () => {
    const changelog = readFileSync(join(projectDir, 'CHANGELOG.md'), 'utf8').replace(/\s+/g, ' ');
    const changed = readChangedCitations();
    const different = Object.keys(citations).filter((name) => !changed.has(name));
    for (const name of different) expect((await now()).citations[name]).toBe(citations[name]);
    for (const [name, sentence] of changed) {
      expect((await now()).citations[name], name).not.toBe(citations[name]);
      expect(changelog).toContain(sentence);
    }
  });
});

const keysIn = (text: string): readonly string[] => [...text.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key!);
