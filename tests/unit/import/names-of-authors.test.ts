import { expect, test } from 'vitest';
import { isLossy } from '../../../src/import/import-report.ts';
import { compileText } from '../../support/make.ts';
import type { Publication } from '../../../src/domain/publication/publication.ts';
import { runImport } from './run-import.ts';

const ris = (...names: string[]): string =>
  `TY  - JOUR\nTI  - One\n${names.map((name) => `AU  - ${name}\n`).join('')}PY  - 2020\nER  - \n`;
const nbib = (...names: string[]): string =>
  `PMID- 1\nOWN - NLM\nTI  - One.\n${names.map((name) => `FAU - ${name}\n`).join('')}DP  - 2020\nPT  - Journal Article\n`;
const refer = (...names: string[]): string =>
  `%0 Journal Article\n%T One\n${names.map((name) => `%A ${name}\n`).join('')}%D 2020\n`;
const endnote = (...names: string[]): string =>
  `<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors>${names.map((name) => `<author>${name}</author>`).join('')}</authors></contributors><titles><title>One</title></titles><dates><year>2020</year></dates></record></records></xml>`;
const bibtex = (names: string): string => `@article{one, title={One}, year={2020}, author={${names}}}`;

/** Authors as a page has them: family name, given name, suffix; a group in brackets. */
function authorsOf(text: string): readonly string[] {
  const [file = '', written = ''] = [...runImport(text).files].find(([name]) => name.endsWith('.mdx')) ?? [];
  const { record } = compileText(file, written);
  const { contributions } = JSON.parse(record ?? '') as { contributions: { name: Record<string, string> }[] };
  return contributions.map(({ name }) =>
    name['group'] === undefined
      ? [name['family'], name['given'], name['suffix']].filter((part) => part !== undefined).join(' | ')
      : `[${name['group']}]`,
  );
}

test.each([
  ['the suffix after the family name', bibtex('King Jr., Martin Luther'), ['King | Martin Luther | Jr.']],
  ['the suffix at the end', bibtex('Martin Luther King Jr.'), ['King | Martin Luther | Jr.']],
  ['the suffix in RIS', ris('King Jr., Martin Luther'), ['King | Martin Luther | Jr.']],
  ['the suffix in PubMed', nbib('King, Martin Luther Jr'), ['King | Martin Luther | Jr']],
  [
    'a family name before initials',
    bibtex('Karimi Reynold S. and Miller Ren&eacute;e J.'),
    ['Karimi | Reynold S.', 'Miller | Renée J.'],
  ],
  ['a particle before initials', bibtex('van der Berg J. and El Muster M.'), ['van der Berg | J.', 'El Muster | M.']],
  ['a numeral as an initial', ris('Lee, Jennifer 8.'), ['Lee | Jennifer 8.']],
  [
    'names with references of HTML',
    bibtex('P&eacute;rez, Jos&#233; and M&uuml;ller, Zo&#xEB;'),
    ['Pérez | José', 'Müller | Zoë'],
  ],
])('names are read as they are meant: %s', (_, text, expected) => {
  const { report } = runImport(text);
  expect(authorsOf(text)).toEqual(expected);
  expect(isLossy(report)).toBe(false);
});

const six = 'Karimi, Sara; Müller, Jan; Rezaei, A.; Hosseini, B.; Sample, C.; Example Study Group';
test.each([
  ['RIS', ris(six)],
  ['NBIB', nbib(six.replace(/; Ex.*/, '; Muster, D.'))],
  ['refer', refer(six)],
  ['EndNote', endnote(six)],
  ['BibTeX', bibtex(six)],
])('several names in one field are divided: %s', (format, text) => {
  expect(authorsOf(text)).toEqual([
    'Karimi | Sara',
    'Müller | Jan',
    'Rezaei | A.',
    'Hosseini | B.',
    'Sample | C.',
    format === 'NBIB' ? 'Muster | D.' : '[Example Study Group]',
  ]);
});

test.each(['Karimi, S., et al.', 'Karimi, S. et al', 'Karimi, S.; et al.'])(
  'the words after the last name are no part of it, and are reported: %s',
  (written) => {
    expect(authorsOf(ris(written))).toEqual(['Karimi | S.']);
    expect(runImport(ris(written)).report.records[0]?.unplaced).toMatchObject([
      { name: 'author', reason: 'placeholder' },
    ]);
  },
);

test('references of HTML in BibTeX are the signs that they stand for', () => {
  const [, written] = [
    ...runImport(
      '@article{one, title={R&amp;D of &alpha;-synuclein \\&amp; 5 &lt; 6}, year={2020}, author={Karimi, S.}, doi={10.1002/(SICI)1097&lt;1::AID-X&gt;3.0.CO;2-V}}',
    ).files,
  ][0] ?? ['', ''];
  expect(written).toContain('title: "R&amp;D of α-synuclein & 5 < 6"');
  expect(written).toContain('doi: "10.1002/(SICI)1097<1::AID-X>3.0.CO;2-V"');
});

test('references of HTML in plain text are the signs that they stand for, in every kind of text', () => {
  const [written] = [
    ...runImport(
      'TY  - JOUR\nTI  - R&amp;D of &alpha;-synuclein\nAU  - M&uuml;ller, J.\nT2  - Example &amp; Journal\nPY  - 2020\nKW  - AT&amp;T\nAB  - It was p &lt; .001.\nER  - \n',
    ).files.values(),
  ];
  for (const text of [
    'title: "R&amp;D of α-synuclein"',
    '"Müller, J."',
    'journal: "Example & Journal"',
    'AT&T',
    'p \\< .001',
  ])
    expect(written).toContain(text);
  expect(written).not.toMatch(/&(?:amp;amp|alpha|uuml|lt);/);
});

test('degrees between a name and its mark in the text display of Ovid are no part of it', () => {
  const text =
    '<1>\nAuthor\n  Sample, Sandra Ann RN; PhD; FAAN 1\nInstitution\n  (1)Example University\nTitle\n  Listening.\nSource\n  Example Journal.   28(2):103-106, April 2015.\n';
  expect([...runImport(text).files.values()][0]).toContain('{ name: "Sample, Sandra Ann", affiliations: [1] }');
});

test('the numbers with which DBLP tells people of one name apart are no part of a name, and are reported', () => {
  const { files, report } = runImport(
    '@inbook{a, title={One}, author={Jan Müller 0002 and Karimi, Sara 0011}, editor={Ali Rezaei 0003}, booktitle={Book}, year={2020}}',
  );
  const [text = ''] = files.values();
  expect(text).toContain('authors:\n  - "Müller, Jan"\n  - "Karimi, Sara"\neditors: ["Rezaei, Ali"]\n');
  const said = report.records.flatMap(({ unplaced }) => unplaced.map(({ name, value }) => `${name} ${value}`));
  expect(said).toEqual(expect.arrayContaining(['author 0002', 'author 0011', 'editor 0003']));
});

test.each(['Jr', 'Sr', '2nd', '3rd', '3d', 'III'])('the suffix %s follows the given name in NBIB', (suffix) => {
  const { files, report } = runImport(
    `PMID- 99000001\nDP  - 2024\nTI  - Sleep\nFAU - Müller, Jan ${suffix}\nAU  - Müller J ${suffix}\nFED - Rezaei, Ali ${suffix}\nED  - Rezaei A ${suffix}\n`,
  );
  const [text = ''] = files.values();
  const { record } = compileText('publications/sleep.mdx', text);
  const { contributions, editors } = JSON.parse(record ?? '') as Publication;
  expect([...contributions, ...editors].map(({ name }) => name)).toMatchObject([
    { family: 'Müller', given: 'Jan', suffix },
    { family: 'Rezaei', given: 'Ali', suffix },
  ]);
  expect(report.records[0]?.unplaced).toEqual([]);
});
