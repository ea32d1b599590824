import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '../../../../src/compile/yaml/read-frontmatter.ts';
import type { DraftFields } from '../../../../src/import/draft/draft.ts';
import { fillFile, type Filling } from '../../../../src/import/write/fill-file.ts';

const orcid = '0000-0002-1825-0097';
const source: DraftFields = {
  title: 'T',
  authors: [
    { name: 'Karimi, Sara', affiliations: [1, 2], orcid },
    { name: 'Müller J', affiliations: [2] },
    { group: 'Example Study Group', affiliations: [1] },
  ],
  affiliations: [{ name: 'Sleep Clinic, Tehran', ror: '01c4pz451' }, 'Example Institute'],
  published: '2024',
};

describe('a list in a file', () => {
  it.each([
    [
      'names by themselves',
      'authors:\n  - "Karimi, Sara" # first\n  - Müller J\n  - { group: Example Study Group }\n',
      `authors:\n  - { name: "Karimi, Sara", affiliations: [1, 2], orcid: ${orcid} } # first\n  - { name: Müller J, affiliations: [2] }\n  - { group: Example Study Group, affiliations: [1] }\n`,
    ],
    [
      'a list in brackets',
      "authors: ['Karimi, Sara', {name: Müller J}, { group: Example Study Group, }]\n",
      `authors: [{ name: 'Karimi, Sara', affiliations: [1, 2], orcid: ${orcid} }, {name: Müller J, affiliations: [2]}, { group: Example Study Group, affiliations: [1], }]\n`,
    ],
    [
      'keys below each other',
      'authors:\n- name: Karimi, Sara\n  roles: # all\n    - software # most\n- name: Müller J # as printed\n- group: Example Study Group\n',
      `authors:\n- name: Karimi, Sara\n  affiliations: [1, 2]\n  orcid: ${orcid}\n  roles: # all\n    - software # most\n- name: Müller J # as printed\n  affiliations: [2]\n- group: Example Study Group\n  affiliations: [1]\n`,
    ],
  ])('is filled in its own style: %s', (_, before, after) => {
    for (const newline of ['\n', '\r\n']) {
      const filling = fill(`title: T\n${before}published: 2024\n`.replaceAll('\n', newline));
      expect(filling.text).toContain(after.replaceAll('\n', newline));
      expect(filling.filled).toEqual(['affiliations', 'authors.affiliations', 'authors.orcid']);
      expect(filling.different).toEqual([]);
      expect(fill(filling.text.slice(3 + newline.length).replace(/---\s*$/, '')).filled).toEqual([]);
    }
  });

  it('keeps the written data of an author, and reports differences from the source', () => {
    const { text, filled, different } = fill(
      'title: T\nauthors:\n  - { name: "Karimi, Sara", orcid: 0000-0001-5109-3700 }\n  - { name: Müller J, affiliations: [1] }\n  - { group: Example Study Group }\naffiliations: [Elsewhere]\npublished: 2024\n',
    );
    expect([filled, text.includes('[1, 2]')]).toEqual([[], false]);
    expect(different).toEqual([
      { field: 'authors[1].orcid', file: 'Karimi, Sara: 0000-0001-5109-3700', source: orcid },
      { field: 'affiliations', file: '["Elsewhere"]', source: expect.stringContaining('Sleep Clinic') as string },
    ]);
  });

  it('gets the ROR of the same affiliations, and the numbers of authors without any', () => {
    const { text, filled } = fill(
      'title: T\nauthors: ["Karimi, Sara", Müller J, { group: Example Study Group }]\naffiliations:\n  - "Sleep Clinic, Tehran"\n  - { name: Example Institute, country: IR }\npublished: 2024\n',
    );
    expect(filled).toEqual(['authors.affiliations', 'authors.orcid', 'affiliations.ror']);
    expect(text).toContain(
      '  - { name: "Sleep Clinic, Tehran", ror: 01c4pz451 }\n  - { name: Example Institute, country: IR }\n',
    );
  });

  it('gets languages and versions that are missing', () => {
    const { text, filled, different } = fill(
      'title: T\nauthors: [A]\npublished: 2024\nversions: { preprint: 10.5555/a }\ntitles:\n  fa: "عنوان" # by us\n',
      { titles: { fa: 'عنوان دیگر', de: 'Titel: einer' }, versions: { preprint: '10.5555/A', published: '10.5555/b' } },
    );
    expect(text).toContain(
      'versions: { preprint: 10.5555/a, published: 10.5555/b }\ntitles:\n  fa: "عنوان" # by us\n  de: "Titel: einer"\n',
    );
    expect([filled, different.map(({ field }) => field)]).toEqual([['titles.de', 'versions.published'], ['titles.fa']]);
  });

  it('is filled after keys without a value, and in a map over several lines', () => {
    const { text, filled } = fill(
      'title: T\nauthors:\n  - name: "Karimi, Sara"\n    orcid: # to ask\n  - >-\n    Müller J\n  - { group: Example Study Group, affiliations: }\npublished: 2024\n',
    );
    expect(filled).toEqual(['affiliations', 'authors.affiliations', 'authors.orcid']);
    expect(text).toContain(
      `authors:\n  - name: "Karimi, Sara"\n    affiliations: [1, 2]\n    orcid: ${orcid} # to ask\n  - { name: Müller J, affiliations: [2] }\n  - { group: Example Study Group, affiliations: [1] }\n`,
    );
  });

  it('is not changed if nothing can be inserted, which is reported', () => {
    const before = `title: T\nsame: &a { name: "Karimi, Sara" }\nauthors: [*a, Müller J, { group: Example Study Group }]\naffiliations: [X]\npublished: 2024\n`;
    const { text, filled, different } = fill(before);
    expect([text, filled]).toEqual([`---\n${before}---\n`, []]);
    expect(different.map(({ field, file }) => [field, file])).toContainEqual([
      'authors.orcid',
      '(cannot be inserted into fields in this form)',
    ]);
  });

  it('keeps all data of any list', () => {
    const name = fc.constantFrom(
      'Karimi, Sara',
      'van der Berg, Jan',
      "O'Neill, A: B",
      'رضایی، علی',
      '"Q", X',
      '#Y, Z',
      'A {B}',
    );
    const writer = fc.constantFrom<((name: string) => string)[]>(
      (text) => `  - ${JSON.stringify(text)}\n`,
      (text) => `  - '${text.replaceAll("'", "''")}' # remark\n`,
      (text) => `  - { name: ${JSON.stringify(text)} }\n`,
      (text) => `  - name: >-\n      ${text}\n`,
      (text) => `  - name: ${JSON.stringify(text)}\n    roles:\n      - software\n    # remark\n`,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, writer), { minLength: 1, maxLength: 5 }), (items) => {
        const before = `title: T\nauthors:\n${items.map(([text, write]) => write(text)).join('')}published: 2024\n`;
        const filling = fill(before, { authors: items.map(([text]) => ({ name: text, orcid })) });
        const authors = readFrontmatter(filling.text).fields?.['authors'] as readonly {
          name: string;
          orcid?: string;
        }[];
        expect(filling.filled).toEqual(['authors.orcid']);
        expect(authors.map((author) => [author.name, author.orcid])).toEqual(items.map(([text]) => [text, orcid]));
        expect(filling.text.match(/# remark/g)?.length).toBe(before.match(/# remark/g)?.length);
      }),
    );
  });
});

function fill(yaml: string, fields: DraftFields = source): Filling {
  const text = `---\n${yaml}---\n`.replace(/---\n$/, yaml.includes('\r\n') ? '---\r\n' : '---\n');
  const whole = yaml.includes('\r\n') ? text.replace(/^---\n/, '---\r\n') : text;
  const { fields: own, body } = readFrontmatter(whole);
  if (!own) throw new Error(`cannot be read: ${whole}`);
  const existing = { file: 'publications/2024/x.mdx', slug: 'x', text: whole, fields: own, body };
  return fillFile(existing, { source: 'test', line: 1, fields, body: '', unplaced: [] }, new Set());
}
