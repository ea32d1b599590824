import { describe, expect, test } from 'vitest';
import { mergePeople } from '../../../../src/editor/model/steps/merge-people.ts';
import { renamePublication } from '../../../../src/editor/model/steps/rename-publication.ts';
import type { DeskKind, OpenFile } from '../../../../src/editor/model/record.ts';

const file = (path: string, text: string): OpenFile => ({
  file: path,
  kind: path.slice(0, path.indexOf('/')) as DeskKind,
  text,
  version: `version of ${path}`,
});
const paper = (yaml: string): string => `---\n${yaml}---\n`;

describe('two people who are one', () => {
  const kept = file('people/karimi-sara.yaml', 'names: ["Karimi, Sara"] # married 2020\nrole: Professor\n');
  const gone = file(
    'people/karimi-s.yaml',
    'names:\n  - Karimi S\n  - Karimi, Sara\norcid: 0000-0002-1825-0097\nrole: Reader\nalumni: true\n',
  );
  const one = file(
    'publications/2024/a.mdx',
    paper(
      'title: A\nauthors:\n  - { name: Karimi S, person: karimi-s } # first\n  - { name: B, person: other }\nthesis: { advisor: [{ name: K, person: karimi-s }] }\n',
    ),
  );
  const two = file('publications/2024/b.mdx', paper('title: B\nauthors: [karimi-s]\n'));

  test('have all names and what only one of them said, and publications name the one that stays', () => {
    expect(mergePeople(kept, gone, [one, two])).toEqual({
      changes: [
        {
          type: 'write',
          file: kept.file,
          version: kept.version,
          text: 'names: ["Karimi, Sara", Karimi S] # married 2020\norcid: 0000-0002-1825-0097\nrole: Professor\naliases: [karimi-s]\nalumni: true\n',
        },
        {
          type: 'write',
          file: one.file,
          version: one.version,
          text: one.text.replaceAll('person: karimi-s ', 'person: karimi-sara '),
        },
        { type: 'delete', file: gone.file, version: gone.version },
      ],
    });
  });

  test('are left as they are where a file cannot be read', () => {
    expect(mergePeople(kept, file('people/x.yaml', 'names: ["'), [])).toMatchObject({
      problem: { name: 'fields-unreadable' },
    });
  });
});

describe('a publication with another slug', () => {
  test('keeps its old address, and others name the new one', () => {
    const own = file('publications/2024/old.mdx', paper('title: A\naliases: [older]\n'));
    const other = file(
      'publications/2024/b.mdx',
      paper('title: old\npreferred: old\nversions:\n  preprint: old # ours\n'),
    );
    const neither = file('publications/2024/c.mdx', paper('title: C\npreferred: 10.5555/old\n'));
    expect(renamePublication(own, 'new', [other, neither])).toEqual({
      changes: [
        {
          type: 'write',
          file: own.file,
          version: own.version,
          text: paper('title: A\ncitekey: old\naliases: [older, old]\n'),
        },
        {
          type: 'write',
          file: other.file,
          version: other.version,
          text: paper('title: old\npreferred: new\nversions:\n  preprint: new # ours\n'),
        },
        { type: 'rename', file: own.file, to: 'new', version: own.version },
      ],
    });
  });
});
