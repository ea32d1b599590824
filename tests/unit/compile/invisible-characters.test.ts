import { expect, test } from 'vitest';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { compileText, makePublication } from '../../support/make.ts';

const compiled = (text: string) => {
  const { record, problems } = compileText('publications/example-2024.mdx', text);
  return { publication: record === undefined ? undefined : (JSON.parse(record) as Publication), problems };
};

test('invisible characters are removed wherever they are, and told once', () => {
  const { publication, problems } = compiled(
    '---\ntitle: "An exam\u00ADple"\nauthors: ["Mül\u00ADler, Jan"]\npublished: 2024\n---\n\uFEFFWe found.\n\nAnd\u200B lost.\n',
  );
  expect(problems).toEqual([
    {
      severity: 'warning',
      name: 'invisible-removed',
      file: 'publications/example-2024.mdx',
      line: 2,
      column: 16,
      message:
        'the file holds invisible characters, which are not published: 2 soft hyphens, 1 byte order mark, 1 zero-width space',
      hint: 'nothing has to be done; npm run check -- --fix removes them from the file',
    },
  ]);
  expect(publication?.title).toEqual(['An example']);
  expect(publication?.contributions[0]?.name).toMatchObject({ family: 'Müller' });
  expect(publication?.abstracts[0]?.sections[0]?.text).toBe('We found.\nAnd lost.');
});

test('what joins letters and the parts of an emoji stays, without a warning', () => {
  const { publication, problems } = compiled(
    '---\ntitle: "می\u200Cشود 👩🏽\u200D🔬 ❤\uFE0F"\nlang: fa\nauthors: ["حاجی\u200Cزاده"]\npublished: 2024\n---\n',
  );
  expect(problems).toEqual([]);
  expect(publication?.title).toEqual(['می\u200Cشود 👩🏽\u200D🔬 ❤\uFE0F']);
});

test('a control character stays an error: it stands for a letter of another encoding', () => {
  const { publication, problems } = compiled(
    '---\ntitle: An example\nauthors: [Li]\npublished: 2024\n---\nIt\u0092s\n',
  );
  expect(publication).toBeUndefined();
  expect(problems).toMatchObject([{ severity: 'error', name: 'invisible-character', line: 6 }]);
});

test('the same publication comes of a file with and without them', () => {
  const fields = { title: 'Soft hy\u00ADphens', keywords: ['a\u200Bb'] };
  const clean = { title: 'Soft hyphens', keywords: ['ab'] };
  expect(makePublication({ ...fields, warnings: ['invisible-removed'] })).toEqual(makePublication(clean));
});

test.each([...'\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2060'])(
  'the mark %j is published in no field',
  (mark) => {
    const written = `a${mark}b`;
    const { record, problems } = compileText(
      'publications/example-2024.mdx',
      `---\ntitle: "${written}"\nauthors: [{ name: "${written}", native: { fa: "${written}" } }]\npublished: 2024\nkeywords: ["${written}"]\n---\n${written}\n\n## ${written}\n\n[${written}](https://example.org/${written})\n`,
    );
    expect(problems.map(({ name }) => name)).toEqual(['invisible-removed']);
    expect(record).not.toContain(mark);
  },
);
