import { describe, expect, it, test } from 'vitest';
import { recogniseFormat } from '../../../src/formats/table.ts';
import { splitNamedAddress } from '../../../src/formats/authors/named-address.ts';
import { createAuthorFinder } from '../../../src/formats/authors/find-author.ts';
import { personAuthor } from '../../../src/formats/record/mutable-record.ts';

/** Authors with their addresses and marks, then the addresses without numbers. */
function addressesOf(text: string): {
  authors: readonly string[];
  unnumbered: readonly string[];
  unplaced: readonly string[];
} {
  const record = recogniseFormat(text)?.read(text).records[0];
  const used = new Set(record?.authors.flatMap(({ affiliations }) => affiliations));
  return {
    authors: (record?.authors ?? []).map(
      ({ name, affiliations, corresponding }) =>
        `${name}${corresponding ? '*' : ''}: ${affiliations.map((number) => record?.affiliations[number - 1]?.name).join(' & ')}`,
    ),
    unnumbered: (record?.affiliations ?? []).flatMap(({ name }, index) => (used.has(index + 1) ? [] : [name])),
    unplaced: (record?.unplaced ?? []).map(({ value }) => value),
  };
}

const wosBibtex = (...lines: readonly string[]): string =>
  `@article{ WOS:1,\nAuthor = {Karimi, Sara and M\\"uller, Jan},\nTitle = {Sleep},\nYear = {2021},\nAffiliation = {${lines.join('\n   ')}},\n}`;
const ris = (...addresses: readonly string[]): string =>
  `TY  - JOUR\nAU  - Karimi, Sara\nAU  - Müller, Jan\nTI  - Sleep\n${addresses.map((address) => `AD  - ${address}\n`).join('')}PY  - 2021\nER  - \n`;
const wos = (...lines: readonly string[]): string =>
  `FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Karimi, S\n   Muller, J\nAF Karimi, Sara\n   Müller, Jan\nTI Sleep\nPY 2021\n${lines.join('\n')}\nER\n\nEF\n`;

const both = [
  'Karimi, Sara: Univ Example, Tehran, Iran',
  'Müller, Jan: Univ Example, Tehran, Iran & Univ Sample, Bonn, Germany',
];

describe('addresses after the names of their authors', () => {
  it.each([
    [
      'BibTeX of Web of Science',
      wosBibtex(
        'Karimi, S (Corresponding Author), Univ Example, Tehran, Iran.',
        'Karimi, Sara; Muller, Jan, Univ Example, Tehran, Iran.',
        'Muller, Jan, Univ Sample, Bonn, Germany.',
      ),
      [both[0]?.replace(':', '*:'), both[1]],
    ],
    [
      'Web of Science with short names',
      wos(
        'C1 [Karimi, S.; Muller, J.] Univ Example, Tehran, Iran.',
        '   [Muller, Jan] Univ Sample, Bonn, Germany.',
        'RP Karimi, S (corresponding author), Univ Example, Tehran, Iran.',
      ),
      [both[0]?.replace(':', '*:'), both[1]],
    ],
    [
      'INSPEC',
      wos('C1 Karimi, S.; Muller, J.; Univ Example, Tehran, Iran.', '   Muller, J.; Univ Sample, Bonn, Germany.'),
      both,
    ],
    [
      'Embase',
      ris(
        'S. Karimi, Univ Example, Tehran, Iran',
        'J. Muller, Univ Example, Tehran, Iran',
        'J. Muller, Univ Sample, Bonn, Germany',
      ),
      both,
    ],
    [
      'PsycINFO',
      ris(
        'Karimi, Sara: Univ Example, Tehran, Iran',
        'Müller, Jan: Univ Example, Tehran, Iran',
        'Müller, Jan: Univ Sample, Bonn, Germany',
      ),
      both,
    ],
  ])('belong to them: %s', (_, text, authors) => {
    expect(addressesOf(text)).toEqual({ authors, unnumbered: [], unplaced: [] });
  });

  it.each([
    ['RIS', ris('Univ Example, Tehran, Iran', 'Univ Sample, Bonn, Germany')],
    ['Web of Science', wos('C1 Univ Example, Tehran, Iran.', '   Univ Sample, Bonn, Germany.')],
    [
      'affiliation of Scopus',
      '@article{a, author={Karimi, Sara and Müller, Jan}, title={Sleep}, year={2021}, affiliation={Univ Example, Tehran, Iran; Univ Sample, Bonn, Germany}}',
    ],
    [
      'affiliations of Scopus',
      '@article{a, author={Karimi, Sara and Müller, Jan}, title={Sleep}, year={2021}, affiliations={Univ Example, Tehran, Iran; Univ Sample, Bonn, Germany}}',
    ],
  ])('are unnumbered where the source names no author: %s', (_, text) => {
    expect(addressesOf(text)).toEqual({
      authors: ['Karimi, Sara: ', 'Müller, Jan: '],
      unnumbered: ['Univ Example, Tehran, Iran', 'Univ Sample, Bonn, Germany'],
      unplaced: [],
    });
  });

  it('are in the report if the name is no author', () => {
    const text = wosBibtex('Karimi, Sara, Univ Example, Tehran, Iran.', 'Stranger, Ann, Univ Sample, Bonn, Germany.');
    expect(addressesOf(text)).toEqual({
      authors: ['Karimi, Sara: Univ Example, Tehran, Iran', 'Müller, Jan: '],
      unnumbered: [],
      unplaced: ['Stranger, Ann, Univ Sample, Bonn, Germany'],
    });
  });

  it('have the address of the corresponding author if there is no other, else it is in the report', () => {
    const only = wosBibtex('Karimi, S (Corresponding Author), Univ Example, 1 Street, Tehran, Iran.');
    expect(addressesOf(only).authors[0]).toBe('Karimi, Sara*: Univ Example, 1 Street, Tehran, Iran');
    const two = wos(
      'C1 [Karimi, Sara] Univ Example, Tehran, Iran.',
      'RP Karimi, S (reprint author), Univ Example, 1 Street, Tehran, Iran.',
    );
    expect(addressesOf(two)).toMatchObject({ unnumbered: [], unplaced: ['Univ Example, 1 Street, Tehran, Iran'] });
  });
});

test('a name that two authors have belongs to neither', () => {
  const find = createAuthorFinder(['Karimi, Sara', 'Karimi, Sina', 'Rezaei, Ali'].map(personAuthor));
  expect(splitNamedAddress('Karimi, S, Univ Example', find)).toMatchObject({
    authors: [],
    address: 'Karimi, S, Univ Example',
  });
  expect(splitNamedAddress('Karimi, Sina, Univ Example', find)).toMatchObject({
    authors: [1],
    address: 'Univ Example',
  });
});

test('the names of cited authors are no editors', () => {
  const text =
    'TY  - JOUR\nAU  - Karimi, S\nTI  - Sleep\nA2  - Andres, Baker, Cohen, Dunker, Escher\nPY  - 2020\nER  - \n';
  const record = recogniseFormat(text)?.read(text).records[0];
  expect([record?.editors, record?.unplaced.map(({ name }) => name)]).toEqual([[], ['A2']]);
});
