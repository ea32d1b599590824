import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareVersions } from '../../../src/commands/upgrade/compare-versions.ts';
import { programVersion } from '../../../src/commands/upgrade/content-version.ts';
import { readChangelog } from '../../../src/commands/upgrade/read-changelog.ts';
import { fixFile } from '../../../src/import/write/fix-file.ts';
import { projectDir } from '../../../src/project/settings.ts';
import { publicationSchema } from '../../../src/schemas/publication.ts';
import { renamedFields } from '../../../src/schemas/renamed-fields.ts';

const changelog =
  '# Changes\n\nWords.\n\n## 1.10.0\n\n- Ten.\n\n## 1.2.0 (2027)\n\n- Two.\n\n### More\n\n## 1.0.0\n\n- One.\n';

test('an upgrade tells what has changed since the version of the content, newest first', () => {
  expect(readChangelog(changelog, '1.0.0', '1.10.0')).toEqual([
    '## 1.10.0\n\n- Ten.',
    '## 1.2.0 (2027)\n\n- Two.\n\n### More',
  ]);
  expect(readChangelog(changelog, '1.2.0', '1.10.0')).toEqual(['## 1.10.0\n\n- Ten.']);
  expect(readChangelog(changelog, '1.0.0', '1.9.9')).toHaveLength(1);
  expect(readChangelog(changelog, '1.10.0', '1.10.0')).toEqual([]);
});

test('versions are compared by their numbers', () => {
  const sorted = ['0.9.0', '1.0.0', '1.2.0', '1.2.3', '1.10.0', '2.0.0'];
  expect([...sorted].reverse().sort(compareVersions)).toEqual(sorted);
  expect(compareVersions('1.2.0', '1.2.0')).toBe(0);
});

test('the changelog begins with the version of the program', () => {
  const text = readFileSync(join(projectDir, 'CHANGELOG.md'), 'utf8');
  expect(/^## (\S+)/m.exec(text)?.[1]).toBe(programVersion());
});

test('a field with a former name gets its present one, and every other byte stays', () => {
  const text = '---\ntitle: A\nperiodical:   "Sleep" # as printed\nyear: 2024\n---\nText\n';
  expect(fixFile(text, 'publications', { periodical: 'journal', year: 'published' })).toEqual({
    text: '---\ntitle: A\njournal:   "Sleep" # as printed\npublished: 2024\n---\nText\n',
    fixes: [
      { field: 'periodical', from: 'periodical', to: 'journal' },
      { field: 'year', from: 'year', to: 'published' },
    ],
  });
  // What is there under both names is for a person to decide.
  const both = '---\njournal: A\nperiodical: B\n---\n';
  expect(fixFile(both, 'publications', { periodical: 'journal' }).text).toBe(both);
});

test('former names lead to fields that exist', () => {
  const present = Object.keys(publicationSchema.shape);
  for (const [former, name] of Object.entries(renamedFields.publications ?? {})) {
    expect(present).toContain(name);
    expect(present).not.toContain(former);
  }
});
